package org.ipwarehouse.etl.check;

import java.time.LocalDate;
import java.util.Set;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;

/** Cells to values, column by column: first those that stand for themselves, then codes, which may need a date. */
final class CellSteps {
    private static final Set<String> ERRORS =
            Set.of("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!");

    private CellSteps() {}

    static void read(RowPlan plan, RawRow row, RowInHand hand) {
        for (RowPlan.Slot slot : plan.slots()) {
            CellReader reader = slot.reader();
            if (reader != null) {
                cell(slot, row, hand, reader);
            }
        }
        for (RowPlan.Slot slot : plan.slots()) {
            CodeReader codes = slot.codes();
            if (codes != null) {
                LocalDate day = versionDay(plan, slot, hand);
                cell(slot, row, hand, (raw, kind) -> codes.read(raw, day));
            }
        }
    }

    private static LocalDate versionDay(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        LocalDate day = slot.versionBy() < 0 ? null : hand.day(slot.versionBy());
        return day == null ? plan.asOf() : day;
    }

    /** One field may stand in several columns (处罚类别1, 处罚类别2): all of them count, else the first that is stated. */
    private static void cell(RowPlan.Slot slot, RawRow row, RowInHand hand, CellReader reader) {
        String joined = "";
        for (int column : slot.columns()) {
            CellKind kind = column < row.width() ? row.kind(column) : CellKind.EMPTY;
            if (kind == CellKind.EMPTY) {
                continue;
            }
            String sent = row.text(column);
            if (kind == CellKind.ERROR || ERRORS.contains(sent)) {
                hand.refuse(slot, sent, Problem.FORMULA_ERROR, "");
                return;
            }
            if (slot.columns().length > 1 && slot.field().has(FieldRule.MULTI)) {
                joined = joined.isEmpty() ? sent : joined + ";" + sent;
                continue;
            }
            Reading<?> read = reader.read(sent, kind);
            Reading<?> reading = row.isMerged(column) ? read.after("D23") : read;
            hand.take(slot, sent, reading);
            if (reading.value() != null || reading.problem() != null) {
                return;
            }
        }
        if (!joined.isEmpty()) {
            hand.take(slot, joined, reader.read(joined, CellKind.TEXT));
        }
    }
}
