package org.ipwarehouse.samples;

import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.defect.Blemishes;
import org.ipwarehouse.samples.defect.Defects;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Spread;
import org.ipwarehouse.samples.file.SheetForm;
import org.ipwarehouse.samples.record.Cells;
import org.ipwarehouse.samples.record.Chronicle;

/**
 * The rows of one source, month after month, each with its true outcome: the records of the month, those whose state
 * changed, rows of the file before sent again, rows sent twice, and pairs that contradict each other. Only one row is in
 * memory at a time.
 */
final class RowStream {
    private static final int BLEMISHED_PER_MILLE = 25;
    private static final int REVISED = 1;

    /** Where the rows go. */
    @FunctionalInterface
    interface Sink {
        void row(Cells cells, Outcome outcome) throws IOException;
    }

    private final Chronicle chronicle;
    private final Contract contract;
    private final Plan plan;
    private final FormOf forms;
    private final long stream;
    private final double defectRate;
    private final boolean finalState;
    private final Defects inText;
    private final Defects inWorkbook;
    private final Cells cells;
    private final Dice dice = new Dice();

    /** The form of a month's file. */
    @FunctionalInterface
    interface FormOf {
        SheetForm of(int month);
    }

    RowStream(SampleRequest request, Plan plan, Contract contract, FormOf forms) {
        this.chronicle = plan.chronicle(contract.source());
        this.contract = contract;
        this.plan = plan;
        this.forms = forms;
        this.stream = Dice.stream(request.seed(), contract.source() + "-defects");
        this.defectRate = Math.min(0.5, request.defectRate().doubleValue() * chronicle.carelessness());
        this.finalState = request.layout() == SampleRequest.Layout.SINGLE_FILE;
        this.inText = new Defects(contract, false);
        this.inWorkbook = new Defects(contract, true);
        this.cells = new Cells(contract.fields().size());
    }

    private int asOf(int month) {
        return finalState ? Months.COUNT - 1 : month;
    }

    void month(int month, Sink sink) throws IOException {
        Quota quota = plan.quota(chronicle.source(), month);
        Month rows = new Month(month, quota, forms.of(month), sink);
        rows.fresh();
        for (long nth = 0; nth < quota.revised(); nth++) {
            chronicle.revised(month, nth, cells);
            rows.put(spoilt(month, REVISED, nth));
        }
        rows.overlaps();
    }

    private long draw(int month, int kind, long nth) {
        return Dice.mix(stream ^ Dice.mix(((long) month * 2 + kind) << 40 | nth));
    }

    /** Spoils the row at hand if its turn has come. */
    private Outcome spoilt(int month, int kind, long nth) {
        long draw = draw(month, kind, nth);
        if ((draw >>> 11) * 0x1.0p-53 >= defectRate) {
            return Outcome.ACCEPTED;
        }
        boolean workbook = forms.of(month).kind() == SheetForm.Kind.XLSX;
        SortedSet<String> reasons = (workbook ? inWorkbook : inText).spoil(draw, Months.end(asOf(month)), cells);
        return reasons.isEmpty() ? Outcome.ACCEPTED : Outcome.rejected(reasons);
    }

    private Outcome freshRow(int month, long nth) {
        chronicle.fresh(month, nth, asOf(month), cells);
        return spoilt(month, 0, nth);
    }

    private boolean isTwin(int month, long nth) {
        Quota quota = plan.quota(chronicle.source(), month);
        return quota.twins() > 0 && new Spread(quota.twins(), quota.fresh()).marked(nth);
    }

    /** The rows of one month on their way to the sink. */
    private final class Month {
        private final int month;
        private final Quota quota;
        private final Sink sink;
        private final Blemishes blemishes;
        private final Spread twins;
        private final Spread repeats;
        private long written;
        private long owed;

        Month(int month, Quota quota, SheetForm form, Sink sink) {
            this.month = month;
            this.quota = quota;
            this.sink = sink;
            this.blemishes = new Blemishes(contract, form);
            this.twins = new Spread(quota.twins(), Math.max(1, quota.fresh()));
            this.repeats = new Spread(quota.repeats(), Math.max(1, quota.fresh()));
        }

        void fresh() throws IOException {
            for (long nth = 0; nth < quota.fresh(); nth++) {
                owed += repeats.marks() > 0 && repeats.marked(nth) ? 1 : 0;
                if (twins.marks() > 0 && twins.marked(nth)) {
                    twin(nth);
                } else {
                    one(nth);
                }
            }
            settle();
        }

        /** What is still owed when the last rows were not good ones. */
        private void settle() throws IOException {
            for (long nth = quota.fresh() - 1; nth >= 0 && owed > 0; nth--) {
                boolean twin = twins.marks() > 0 && twins.marked(nth);
                if (!twin && freshRow(month, nth).isClean()) {
                    put(Outcome.REPEATED);
                    owed--;
                }
            }
        }

        private void one(long nth) throws IOException {
            Outcome outcome = freshRow(month, nth);
            put(outcome);
            // a row that is due to be sent twice waits for the next good one
            while (owed > 0 && outcome.isClean()) {
                chronicle.fresh(month, nth, asOf(month), cells);
                put(Outcome.REPEATED);
                owed--;
            }
        }

        private void twin(long nth) throws IOException {
            SortedSet<String> conflict = new TreeSet<>();
            conflict.add(Defects.contradiction());
            chronicle.fresh(month, nth, asOf(month), cells);
            sink.row(cells, Outcome.rejected(conflict));
            if (!inText.contradict(cells)) {
                throw new IllegalStateException(chronicle.source() + " has no free text to contradict");
            }
            sink.row(cells, Outcome.rejected(conflict));
            written += 2;
        }

        /** Sends rows of the file before once more: good ones that did not change since. */
        void overlaps() throws IOException {
            int before = month - chronicle.step();
            long slots = before < 0 ? 0 : plan.quota(chronicle.source(), before).fresh();
            for (long mark = 0; mark < quota.overlaps(); mark++) {
                long slot = mark * slots / quota.overlaps();
                for (long tried = 0; tried < slots; tried++) {
                    long nth = (slot + tried) % slots;
                    if (!isTwin(before, nth)
                            && chronicle.settled(before, nth)
                            && freshRow(before, nth).isClean()) {
                        put(Outcome.REPEATED);
                        break;
                    }
                }
            }
        }

        void put(Outcome outcome) throws IOException {
            written++;
            long draw = draw(month, 2, written);
            if (outcome.isClean() && dice.at(draw, 0).chance(BLEMISHED_PER_MILLE)) {
                blemishes.blemish(draw, cells);
            }
            sink.row(cells, outcome);
        }
    }
}
