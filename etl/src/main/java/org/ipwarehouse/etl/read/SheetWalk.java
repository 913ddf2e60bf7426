package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.contract.Contract;

/**
 * Goes through the rows of one sheet and tells data and totals from all else. A footer or a long run of blank rows ends
 * the table; a header of the same contract below begins the next one; what else stands there is counted, not lost.
 *
 * <p>A sheet that is cut into splits is walked by rows alone: there no row can end the table for rows of another split.
 */
final class SheetWalk {
    private static final int MOST_LEVELS = 3;

    /** What a walk meets. Every row with content that is neither header, heading nor footer is told exactly once. */
    interface Visitor {
        void data(SheetRow row);

        void total(SheetRow row);

        /** Another table of the same contract begins: rows from here on stand under its header. */
        void table(SheetPlan plan);

        /** @param rows number of rows with content below the table's end that are read by nobody, the first at row from */
        void left(long from, long rows);
    }

    private enum End {
        NONE,
        FOOTER,
        BLANKS
    }

    private final Contract contract;
    private final SheetRules rules;
    private final boolean whole;
    private final Visitor visitor;
    private final HeaderFinder headers;
    private final List<KeptRow> held = new ArrayList<>();
    private SheetPlan plan;
    private RowFilter filter;
    private End end = End.NONE;
    private long blanks;
    private long expected;
    private long left;
    private long leftFrom;

    /** @param whole true where the rows of the sheet come all and in order, false where only some of them do */
    SheetWalk(SheetPlan plan, Contract contract, Reading how, boolean whole, Visitor visitor) {
        this.contract = contract;
        this.rules = how.rules();
        this.whole = whole;
        this.visitor = visitor;
        this.headers = how.headers();
        this.plan = plan;
        this.filter = new RowFilter(plan, contract, headers);
    }

    /** How rows are told apart: the installation's rules and the labels of the contract. */
    record Reading(SheetRules rules, HeaderFinder headers) {}

    void row(SheetRow row) {
        if (!held.isEmpty()) {
            held.add(new KeptRow(row));
            if (held.size() == MOST_LEVELS) {
                settle();
            }
            return;
        }
        RowFilter.Kind kind = filter.kind(row);
        if (!whole) {
            alone(row, kind);
            return;
        }
        boolean blank = kind == RowFilter.Kind.BLANK;
        count(row, blank);
        if (kind == RowFilter.Kind.LABELS) {
            held.add(new KeptRow(row));
        } else if (!blank) {
            filled(row, kind);
        }
    }

    private void alone(SheetRow row, RowFilter.Kind kind) {
        if (kind == RowFilter.Kind.TOTAL) {
            visitor.total(row);
        } else if (kind == RowFilter.Kind.DATA || kind == RowFilter.Kind.LABELS) {
            visitor.data(row);
        }
    }

    /** Rows that a workbook does not even have are blank, too. */
    private void count(SheetRow row, boolean blank) {
        long gap = expected == 0 ? 0 : Math.max(0, row.number() - expected);
        expected = row.numberBelow();
        blanks += gap;
        if (blank) {
            blanks++;
            return;
        }
        if (blanks >= rules.blankRows() && row.number() > plan.headerTo()) {
            end = End.BLANKS;
        }
        blanks = 0;
    }

    private void filled(SheetRow row, RowFilter.Kind kind) {
        switch (kind) {
            case HEADER -> end = End.NONE;
            case FOOTER -> end = end == End.BLANKS ? end : End.FOOTER;
            case TOTAL -> total(row);
            case DATA, LABELS -> data(row);
            default -> {
                // a heading or a blank: nobody misses it
            }
        }
    }

    private void total(SheetRow row) {
        if (end == End.BLANKS) {
            leave(row);
        } else {
            visitor.total(row);
        }
    }

    /** Below a footer a row that has what rows of this table have is data again: each printed page has its footer. */
    private void data(SheetRow row) {
        if (end == End.FOOTER && filter.looksLikeData(row)) {
            end = End.NONE;
        }
        if (end == End.NONE) {
            visitor.data(row);
        } else if (end == End.BLANKS || RowFilter.filledBesides(row, -1) > 1) {
            leave(row);
        }
    }

    private void leave(SheetRow row) {
        leftFrom = left == 0 ? row.number() : leftFrom;
        left++;
    }

    /** Decides on the held rows: the header of a further table, or rows like others. */
    private void settle() {
        List<KeptRow> rows = List.copyOf(held);
        held.clear();
        Optional<HeaderMatch> match = header(rows);
        int taken = match.map(HeaderMatch::levels).orElse(1);
        if (match.isPresent()) {
            begin(match.get(), rows);
            expected = rows.get(taken - 1).numberBelow();
        } else {
            filled(rows.get(0), RowFilter.Kind.DATA);
        }
        rows.subList(taken, rows.size()).forEach(this::row);
    }

    private Optional<HeaderMatch> header(List<KeptRow> rows) {
        SheetTop top = new SheetTop(
                plan.index(),
                plan.name(),
                false,
                rows.stream().map(KeptRow::line).toList());
        return headers.matches(top).stream()
                .filter(match -> match.first() == 0 && match.plausible() && match.complete())
                .findFirst();
    }

    private void begin(HeaderMatch match, List<KeptRow> rows) {
        end = End.NONE;
        if (match.headers().equals(plan.context().headers())) {
            return;
        }
        SheetContext before = plan.context();
        SheetContext context = new SheetContext(
                match.headers(),
                match.fields(),
                HeadNotes.units(match, plan.signs().unit()),
                before.asOf(),
                before.date1904(),
                before.months(),
                before.usual());
        plan = new SheetPlan(
                plan.index(),
                plan.name(),
                rows.get(0).number(),
                rows.get(match.levels() - 1).number(),
                context,
                plan.signs()
                        .under(rows.subList(0, match.levels()), match.headers().size()));
        filter = new RowFilter(plan, contract, headers);
        visitor.table(plan);
    }

    /** No row comes any more. */
    void finish() {
        while (!held.isEmpty()) {
            settle();
        }
        if (left > 0) {
            visitor.left(leftFrom, left);
        }
    }
}
