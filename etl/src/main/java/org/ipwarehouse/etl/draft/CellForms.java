package org.ipwarehouse.etl.draft;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.FirstRows.Cell;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.AmountText;
import org.ipwarehouse.etl.standardise.BooleanText;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.CourtCaseNumber;
import org.ipwarehouse.etl.standardise.DateFrame;
import org.ipwarehouse.etl.standardise.DateText;
import org.ipwarehouse.etl.standardise.EmptyMark;
import org.ipwarehouse.etl.standardise.IntegerText;
import org.ipwarehouse.etl.standardise.PatentNumber;
import org.ipwarehouse.etl.standardise.Uscc;

/** Which forms the values of one column have, read by the readers that will read them later. */
final class CellForms {
    /** Some defects belong to every export: so much of a column has to fit. */
    private static final double MOST = 0.95;

    private static final AmountText.Form AMOUNT = new AmountText.Form(30, 6, 0, true);
    private static final DateFrame FRAME = DateFrame.silent(false);
    private static final Pattern DECISION = Pattern.compile(".*[〔\\[(（【]\\d{4}[〕\\])）】].*号?");
    private static final Pattern TIME = Pattern.compile(".*\\d{1,2}[:：时]\\d{1,2}.*");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
    private static final Pattern YES_NO = Pattern.compile("是|否|有|无|√|×|Y|N|y|n|true|false|TRUE|FALSE");

    private final List<Cell> stated;

    CellForms(List<Cell> cells) {
        this.stated = cells.stream()
                .filter(cell -> EmptyMark.of(cell.text()) == EmptyMark.NOT_A_MARK || isYesNo(cell))
                .filter(cell -> cell.kind() != CellKind.ERROR)
                .toList();
    }

    List<String> values() {
        return stated.stream().map(cell -> CleanText.of(cell.text())).toList();
    }

    boolean areUscc() {
        return share(cell -> Uscc.parse(cell.text()).value() != null) >= 0.5;
    }

    boolean arePhones() {
        return share(cell -> PHONE.matcher(CleanText.dense(cell.text())).matches()) >= 0.8;
    }

    boolean areCourtNumbers() {
        return share(cell -> CourtCaseNumber.parse(cell.text()).value() != null) >= 0.8;
    }

    boolean arePatentNumbers() {
        return share(cell -> cell.text().length() >= 12
                        && PatentNumber.parse(cell.text()).value() != null)
                >= 0.8;
    }

    boolean areDecisionNumbers() {
        return share(cell -> DECISION.matcher(cell.text()).matches()) >= 0.8;
    }

    boolean areYesNo() {
        return most(CellForms::isYesNo)
                && most(cell -> BooleanText.parse(cell.text()).value() != null);
    }

    /** Numbers that a workbook does not show as dates count only where the header speaks of dates. */
    boolean areDates(boolean headerSaysDate) {
        return most(cell -> cell.kind() == CellKind.DATE
                || (headerSaysDate || !isNumber(cell))
                        && DateText.day(cell.text(), FRAME).value() != null);
    }

    boolean haveTimes() {
        return share(cell -> TIME.matcher(cell.text()).matches()) >= 0.5;
    }

    boolean areWhole() {
        return most(cell -> IntegerText.parse(cell.text()).value() != null);
    }

    boolean areAmounts() {
        return most(cell -> AmountText.parse(cell.text(), AMOUNT).value() != null);
    }

    /** True where a number begins with a nought, or has more digits than anything that is counted. */
    boolean areNumerals() {
        return share(cell -> {
                    String text = CleanText.dense(cell.text());
                    return text.length() > 12 || text.length() > 1 && text.startsWith("0") && text.indexOf('.') < 0;
                })
                > 0;
    }

    /** Most digits after the point. */
    int scale() {
        return stated.stream()
                .mapToInt(cell -> Math.max(0, amount(cell).stripTrailingZeros().scale()))
                .max()
                .orElse(0);
    }

    private static BigDecimal amount(Cell cell) {
        BigDecimal value = AmountText.parse(cell.text(), AMOUNT).value();
        return value == null ? BigDecimal.ZERO : value;
    }

    private static boolean isYesNo(Cell cell) {
        return YES_NO.matcher(CleanText.dense(cell.text())).matches();
    }

    private static boolean isNumber(Cell cell) {
        String text = CleanText.dense(cell.text());
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }

    private boolean most(Predicate<Cell> test) {
        return share(test) >= MOST;
    }

    double share(Predicate<Cell> test) {
        return stated.isEmpty() ? 0 : (double) stated.stream().filter(test).count() / stated.size();
    }
}
