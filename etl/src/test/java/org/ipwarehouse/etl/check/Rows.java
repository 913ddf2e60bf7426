package org.ipwarehouse.etl.check;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.jspecify.annotations.Nullable;

/** Rows drawn by hand, and a sink that remembers what arrived. */
final class Rows {

    private Rows() {}

    /** A row of texts; "" is an empty cell; a cell written {@code #n:45356} is a workbook's number. */
    static RawRow row(String... cells) {
        return new Drawn(cells);
    }

    record Accepted(Object[] values, String key, String repairs, String raw) {}

    record Rejected(String cells, List<Rejection> reasons) {
        List<String> codes() {
            return reasons.stream().map(r -> r.code() + "@" + r.column()).toList();
        }
    }

    /** Keeps every call. */
    static final class Memory implements RowSink {
        final List<Accepted> accepted = new ArrayList<>();
        final List<Rejected> rejected = new ArrayList<>();
        final List<String> warnings = new ArrayList<>();
        /** What was sealed, row by row; "" for a row that hides nothing. */
        final List<String> sealed = new ArrayList<>();

        // javac 17 does not read from another module's class file that the sink's array may hold nulls
        @SuppressWarnings("NullAway")
        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            accepted.add(new Accepted(values, key, notes.repairs(), notes.raw()));
            sealed.add(notes.sealed());
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            rejected.add(new Rejected(cells, reasons));
            this.sealed.add(sealed);
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            warnings.add(code + "@" + origin.row() + " " + message);
        }

        int calls() {
            return accepted.size() + rejected.size();
        }
    }

    private record Drawn(String[] cells) implements RawRow {
        private static final String NUMBER = "#n:";

        @Override
        public int width() {
            return cells.length;
        }

        @Override
        public CellKind kind(int column) {
            String cell = cells[column];
            if (cell.isEmpty()) {
                return CellKind.EMPTY;
            } else if (cell.startsWith(NUMBER)) {
                return CellKind.NUMBER;
            }
            return cell.equals("#DIV/0!") ? CellKind.ERROR : CellKind.TEXT;
        }

        @Override
        public String text(int column) {
            String cell = cells[column];
            return cell.startsWith(NUMBER) ? cell.substring(NUMBER.length()) : cell;
        }

        @Override
        public Origin origin() {
            return new Origin("3月", 17);
        }
    }
}
