package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.jspecify.annotations.Nullable;

/** The second pass over a file of records: hands each record on as a row. Values that stand several times are joined by ';'. */
class RecordRows implements RecordTree.Visitor {
    private final RecordColumns columns;
    private final SheetReader.RowVisitor visitor;
    private final HeldRow row = new HeldRow();
    /** Names of the elements that are open, below the record only within one. */
    private final List<String> path = new ArrayList<>();
    /** Length of the place below the record at each depth. */
    private final List<Integer> lengths = new ArrayList<>();

    private final StringBuilder place = new StringBuilder();
    private long number;
    private boolean inRecord;

    RecordRows(RecordColumns columns, SheetReader.RowVisitor visitor) {
        this.columns = columns;
        this.visitor = visitor;
    }

    @Override
    public void open(String name) {
        // the root's name says nothing: see TreeShape
        path.add(path.isEmpty() ? "" : name);
        if (inRecord) {
            lengths.add(place.length());
            place.append(place.length() == 0 ? "" : "/").append(name);
        } else if (columns.ways().contains(path)) {
            inRecord = true;
            number++;
            row.begin("", number);
        }
    }

    @Override
    public void attribute(String name, String value) {
        if (!inRecord) {
            return;
        }
        String here = place.toString();
        String naming = columns.naming().get(here);
        if (naming == null) {
            put(here.isEmpty() ? name : here + '/' + name, value);
        } else if (name.equals(naming)) {
            place.append('[').append(value.strip()).append(']');
        } else if (RecordColumns.isValue(name)) {
            pending = value;
        }
    }

    private @Nullable String pending;

    @Override
    public void close(String text) throws IOException {
        path.remove(path.size() - 1);
        if (!inRecord) {
            return;
        }
        if (lengths.isEmpty()) {
            inRecord = false;
            visitor.row(0, row);
            return;
        }
        String attribute = pending;
        put(place.toString(), SheetRow.isBlank(text) && attribute != null ? attribute : text);
        pending = null;
        place.setLength(lengths.remove(lengths.size() - 1));
    }

    private void put(String at, String text) {
        Integer column = columns.places().get(at);
        if (column == null || SheetRow.isBlank(text)) {
            return;
        }
        String before = row.text(column);
        row.put(column, before.isEmpty() ? text : before + ";" + text, CellKind.TEXT);
    }

    @Override
    public boolean isDone() {
        return false;
    }
}
