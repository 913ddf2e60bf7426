package org.ipwarehouse.etl.check;

import java.time.LocalDate;
import java.util.Set;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.InexactDate;
import org.ipwarehouse.etl.standardise.PrivateCharacters;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;

/** Cells to values, column by column: first those that stand for themselves, then codes, which may need a date. */
final class CellSteps {
    private static final Set<String> ERRORS = Set.of(
            "#REF!",
            "#N/A",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#UNKNOWN!",
            "#GETTING_DATA",
            "#名称?",
            "#值!",
            "#引用!");
    /** How office programs other than Excel write errors into text: Err:502. */
    private static final String ERROR_NUMBER = "Err:";

    private CellSteps() {}

    static void read(RowPlan plan, RawRow row, RowInHand hand) {
        LocalDate none = plan.asOf();
        for (RowPlan.Slot slot : plan.slots()) {
            if (slot.reader() != null) {
                cell(slot, row, hand, none);
            }
        }
        for (RowPlan.Slot slot : plan.slots()) {
            if (slot.codes() != null) {
                cell(slot, row, hand, versionDay(plan, slot, hand));
            }
        }
    }

    private static LocalDate versionDay(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        int by = slot.versionBy();
        LocalDate day = by < 0 ? null : hand.day(by);
        InexactDate stretch = by < 0 ? null : hand.stretch(by);
        return day != null ? day : stretch != null ? stretch.from() : plan.asOf();
    }

    /** One field may stand in several columns (处罚类别1, 处罚类别2): all of them count, else the first that is stated. */
    private static void cell(RowPlan.Slot slot, RawRow row, RowInHand hand, LocalDate day) {
        String joined = "";
        for (int column : slot.columns()) {
            CellKind kind = column < row.width() ? row.kind(column) : CellKind.EMPTY;
            if (kind == CellKind.EMPTY) {
                continue;
            }
            String sent = row.text(column);
            if (kind == CellKind.ERROR || isError(sent)) {
                hand.refuse(slot, sent, Problem.FORMULA_ERROR, overflown(sent));
                return;
            }
            if (slot.columns().length > 1 && slot.multi()) {
                joined = joined.isEmpty() ? sent : joined + ";" + sent;
                continue;
            }
            PercentReader percent = slot.percent();
            Reading<?> read =
                    percent != null && row.isPercent(column) ? percent.ratio(sent) : value(slot, sent, kind, day);
            Reading<?> reading = row.isMerged(column) ? read.after("D23") : read;
            hand.take(slot, sent, reading);
            if (reading.value() != null || reading.problem() != null) {
                return;
            }
        }
        if (!joined.isEmpty()) {
            hand.take(slot, joined, value(slot, joined, CellKind.TEXT, day));
        }
    }

    /** Characters that were lost before the file came are never guessed; those that only moved are put right (D16). */
    private static Reading<?> value(RowPlan.Slot slot, String sent, CellKind kind, LocalDate day) {
        if (PrivateCharacters.isPlain(sent)) {
            return plain(slot, sent, kind, day);
        }
        if (PrivateCharacters.isLost(sent)) {
            return Reading.refused(Problem.ENCODING_IRREVERSIBLE, "");
        }
        String known = PrivateCharacters.known(sent);
        Reading<?> reading = plain(slot, known, kind, day);
        return known.equals(sent) ? reading : reading.after("D16");
    }

    private static Reading<?> plain(RowPlan.Slot slot, String sent, CellKind kind, LocalDate day) {
        String text = unwrapped(sent);
        CodeReader codes = slot.codes();
        CellReader reader = slot.reader();
        Reading<?> reading =
                codes != null ? codes.read(text, day) : reader == null ? Reading.nothing() : reader.read(text, kind);
        return text.length() == sent.length() ? reading : reading.after("D43");
    }

    /** Programs that want to keep a spreadsheet from taking a text for a number write ="0123" or '0123. */
    private static String unwrapped(String sent) {
        char first = sent.charAt(0);
        int length = sent.length();
        if (first == '=' && length > 3 && sent.charAt(1) == '"' && sent.charAt(length - 1) == '"') {
            return sent.substring(2, length - 1);
        }
        return first == '\'' && length > 1 && sent.indexOf('\'', 1) < 0 ? sent.substring(1) : sent;
    }

    private static boolean isError(String sent) {
        char first = sent.charAt(0);
        if (first == 'E') {
            return sent.startsWith(ERROR_NUMBER);
        }
        return first == '#'
                && sent.length() > 1
                && (ERRORS.contains(sent) || !overflown(sent).isEmpty());
    }

    /** A column too narrow for its number prints as ####, and that is what some programs export. */
    private static String overflown(String sent) {
        for (int i = 0; i < sent.length(); i++) {
            if (sent.charAt(i) != '#') {
                return "";
            }
        }
        return "列宽不够，导出的是“####”而不是内容";
    }
}
