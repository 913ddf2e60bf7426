package org.ipwarehouse.samples.defect;

import java.time.LocalDate;
import java.util.Locale;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.file.SheetForm;
import org.ipwarehouse.samples.file.SheetForm.Heading;
import org.ipwarehouse.samples.record.Cells;
import org.ipwarehouse.samples.record.Cells.Kind;

/**
 * Writes one cell of a row in a way that is not canonical but says the same: 2024年3月5日, １２,３００, 滨河 for 滨河镇. The
 * contract repairs it, and the row is accepted with the same values.
 */
public final class Blemishes {
    private static final long WAN_CENTS = 1_000_000;
    private static final String[] BRACKETS = {"[]", "（）", "【】", "()"};

    private final FieldGroups groups;
    private final int[] shift;
    private final boolean workbook;
    private final Dice dice = new Dice();

    public Blemishes(Contract contract, SheetForm form) {
        this.groups = new FieldGroups(contract);
        this.workbook = form.kind() == SheetForm.Kind.XLSX;
        this.shift = new int[contract.fields().size()];
        for (Heading heading : form.columns()) {
            shift[heading.cell()] = heading.shift();
        }
    }

    public void blemish(long draw, Cells row) {
        Dice d = dice.at(draw, 2);
        switch (d.below(6)) {
            case 0, 1 -> date(row);
            case 2 -> amount(row);
            case 3 -> code(row);
            case 4 -> township(row);
            default -> number(row);
        }
    }

    private int pick(int[] columns, Kind kind, Cells row) {
        int from = columns.length == 0 ? 0 : dice.below(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int column = columns[(from + i) % columns.length];
            if (row.kind(column) == kind) {
                return column;
            }
        }
        return -1;
    }

    private void date(Cells row) {
        int column = pick(groups.dates, Kind.DATE, row);
        if (column < 0) {
            return;
        }
        long epochDay = row.number(column);
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        int form = dice.below(workbook ? 5 : 4);
        if (form == 4) {
            // a spreadsheet's day number, as it comes when the cell has lost its format
            row.count(column, epochDay + 25_569);
        } else {
            row.reword(column, written(day, form));
        }
    }

    private static String written(LocalDate day, int form) {
        int year = day.getYear();
        int month = day.getMonthValue();
        return switch (form) {
            case 0 -> year + "年" + month + "月" + day.getDayOfMonth() + "日";
            case 1 -> year + "." + month + "." + day.getDayOfMonth();
            case 2 -> year + "/" + month + "/" + day.getDayOfMonth();
            default -> String.format(Locale.ROOT, " %04d-%02d-%02d ", year, month, day.getDayOfMonth());
        };
    }

    private void amount(Cells row) {
        int column = pick(groups.amounts, Kind.NUMBER, row);
        if (column < 0 || shift[column] != 0) {
            return;
        }
        long cents = row.number(column);
        boolean whole = cents > 0 && cents % WAN_CENTS == 0;
        String grouped = String.format(Locale.ROOT, "%,d.%02d", cents / 100, cents % 100);
        row.reword(
                column,
                switch (dice.below(3)) {
                    case 0 -> whole ? "约" + cents / WAN_CENTS + "万" : grouped;
                    case 1 -> wide(grouped.replace(",", ""));
                    default -> grouped;
                });
    }

    /** Digits and point in full width. */
    private static String wide(String digits) {
        StringBuilder wide = new StringBuilder(digits.length());
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c == '.' ? '．' : c));
        }
        return wide.toString();
    }

    private void code(Cells row) {
        int column = pick(groups.creditCodes, Kind.TEXT, row);
        if (column >= 0) {
            String code = row.text(column);
            row.reword(column, dice.chance(500) ? code.toLowerCase(Locale.ROOT) : " " + code + " ");
        }
    }

    private void township(Cells row) {
        int column = pick(groups.townships, Kind.TEXT, row);
        if (column >= 0) {
            String name = row.text(column);
            row.reword(column, name.substring(0, name.length() - 1));
        }
    }

    private void number(Cells row) {
        int column = pick(groups.documentNumbers, Kind.TEXT, row);
        if (column >= 0) {
            String brackets = dice.oneOf(BRACKETS);
            String number = row.text(column);
            row.reword(
                    column,
                    number.replace('〔', brackets.charAt(0))
                            .replace('〕', brackets.charAt(1))
                            .replace('（', brackets.charAt(0))
                            .replace('）', brackets.charAt(1)));
        }
    }
}
