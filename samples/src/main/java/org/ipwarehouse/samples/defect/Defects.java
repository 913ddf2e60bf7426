package org.ipwarehouse.samples.defect;

import java.util.SortedSet;
import java.util.TreeSet;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.population.CreditCode;
import org.ipwarehouse.samples.record.Cells;
import org.ipwarehouse.samples.record.Cells.Kind;

/** Spoils rows at a rate, each in a way for which the contract has a reason, and says which reason that is. */
public final class Defects {
    private static final Defect[] ALL = Defect.values();
    /** Defects that never touch each other: one of them may come on top. */
    private static final Defect[] SECOND = {Defect.TEST_NAME, Defect.WORDS_FOR_AMOUNT, Defect.UNKNOWN_CODE};
    /** A row in ten that suffers suffers twice. */
    private static final int SECOND_PER_MILLE = 100;

    private static final String[] WORDS = {"见附件", "待核实", "详见清单"};
    private static final String[] IMPOSSIBLE = {"2024-02-30", "2025-13-05", "2024年6月31日"};

    private final FieldGroups groups;
    private final boolean workbook;
    private final Dice dice = new Dice();
    private int touched = -1;

    /** @param workbook whether cells can hold error values */
    public Defects(Contract contract, boolean workbook) {
        this.groups = new FieldGroups(contract);
        this.workbook = workbook;
    }

    /**
     * Spoils a row.
     *
     * @param draw number from which everything follows
     * @param asOf day whose state the file describes: a date after it is in the future
     * @return reason codes; empty where the row has nothing that could be spoilt
     */
    public SortedSet<String> spoil(long draw, long asOf, Cells row) {
        SortedSet<String> reasons = new TreeSet<>();
        Dice d = dice.at(draw, 1);
        touched = -1;
        int first = d.below(ALL.length);
        for (int i = 0; i < ALL.length && reasons.isEmpty(); i++) {
            Defect defect = ALL[(first + i) % ALL.length];
            if (apply(defect, asOf, row)) {
                reasons.add(defect.reason());
            }
        }
        if (!reasons.isEmpty() && d.chance(SECOND_PER_MILLE)) {
            Defect second = d.oneOf(SECOND);
            if (apply(second, asOf, row)) {
                reasons.add(second.reason());
            }
        }
        return reasons;
    }

    /** Makes the row one that contradicts another of the same key. @return false where it has no free text */
    public boolean contradict(Cells row) {
        for (int column : groups.freeTexts) {
            if (row.kind(column) == Kind.TEXT) {
                row.text(column, row.text(column) + "（更正）");
                return true;
            }
        }
        return false;
    }

    /** Reason of both rows of a contradiction. */
    public static String contradiction() {
        return Defect.CONFLICT;
    }

    private boolean apply(Defect defect, long asOf, Cells row) {
        return switch (defect) {
            case IMPOSSIBLE_DATE -> text(filled(groups.dates, row), dice.oneOf(IMPOSSIBLE), row);
            case FUTURE_DATE -> future(asOf, row);
            case REVERSED_DATES -> reversed(row);
            case WORDS_FOR_AMOUNT -> text(filled(groups.amounts, row), dice.oneOf(WORDS), row);
            case WRONG_CHECK_CHARACTER -> spoiltCode(row);
            case SCIENTIFIC_CODE -> text(filled(groups.creditCodes, row), "9.16405E+17", row);
            case UNKNOWN_CODE -> text(filled(groups.coded, row), "待定类别", row);
            case MISSING_VALUE -> missing(indispensable(filled(groups.required, row)), row);
            case MISSING_KEY -> missing(filled(groups.simpleKey, row), row);
            case OUTSIDE_AREA -> outside(row);
            case TEST_NAME -> text(filled(groups.names, row), "测试企业" + dice.between(1, 99), row);
            case FORMULA_ERROR -> error(row);
        };
    }

    /** One of the columns that is filled and not yet spoilt, -1 if none is. */
    private int filled(int[] columns, Cells row) {
        int from = columns.length == 0 ? 0 : dice.below(columns.length);
        for (int i = 0; i < columns.length; i++) {
            int column = columns[(from + i) % columns.length];
            if (!row.isEmpty(column) && column != touched) {
                return column;
            }
        }
        return -1;
    }

    private boolean text(int column, String value, Cells row) {
        if (column < 0) {
            return false;
        }
        row.text(column, value);
        touched = column;
        return true;
    }

    /** A party without a name is known by its code: to leave it out is no defect. */
    private int indispensable(int column) {
        return column >= 0 && groups.isNameOfParty(column) ? -1 : column;
    }

    private boolean missing(int column, Cells row) {
        if (column < 0) {
            return false;
        }
        row.empty(column);
        touched = column;
        return true;
    }

    private boolean spoiltCode(Cells row) {
        int column = filled(groups.creditCodes, row);
        return column >= 0 && text(column, CreditCode.spoilt(row.text(column)), row);
    }

    private boolean error(Cells row) {
        int column = workbook ? filled(groups.numbers, row) : -1;
        if (column < 0) {
            return false;
        }
        row.error(column, "#REF!");
        touched = column;
        return true;
    }

    private boolean outside(Cells row) {
        int township = filled(groups.townships, row);
        int region = filled(groups.regions, row);
        return township >= 0 ? text(township, "中宁县宁安镇", row) : text(region, "640521100", row);
    }

    /** Moves a date beyond the file's day, but none that another date has to follow. */
    private boolean future(long asOf, Cells row) {
        int column = filled(groups.endingDates, row);
        if (column < 0 || isEarlierOfAPair(column, row)) {
            return false;
        }
        setDay(column, asOf + dice.between(40, 400), row);
        touched = column;
        return true;
    }

    private boolean isEarlierOfAPair(int column, Cells row) {
        for (int[] order : groups.orders) {
            if (order[0] == column && !row.isEmpty(order[1])) {
                return true;
            }
        }
        return false;
    }

    /** Puts the later date of a pair before the earlier one, where that breaks no other pair. */
    private boolean reversed(Cells row) {
        int from = groups.orders.length == 0 ? 0 : dice.below(groups.orders.length);
        int back = dice.between(3, 20);
        for (int i = 0; i < groups.orders.length; i++) {
            int[] order = groups.orders[(from + i) % groups.orders.length];
            if (canReverse(order, row) && breaksOnlyOne(order[1], day(order[0], row) - back, row)) {
                setDay(order[1], day(order[0], row) - back, row);
                touched = order[1];
                return true;
            }
        }
        return false;
    }

    private boolean canReverse(int[] order, Cells row) {
        return !groups.isKey(order[1]) && isDay(order[0], row) && isDay(order[1], row);
    }

    private boolean breaksOnlyOne(int column, long day, Cells row) {
        int broken = 0;
        for (int[] order : groups.orders) {
            boolean later = order[1] == column && isDay(order[0], row) && day < day(order[0], row);
            boolean earlier = order[0] == column && isDay(order[1], row) && day > day(order[1], row);
            broken += later || earlier ? 1 : 0;
        }
        return broken == 1;
    }

    private static boolean isDay(int column, Cells row) {
        return row.kind(column) == Kind.DATE || row.kind(column) == Kind.TIME;
    }

    private static long day(int column, Cells row) {
        return row.kind(column) == Kind.DATE ? row.number(column) : Math.floorDiv(row.number(column), 1440L);
    }

    private static void setDay(int column, long day, Cells row) {
        if (row.kind(column) == Kind.DATE) {
            row.date(column, day);
        } else {
            row.time(column, day * 1440 + Math.floorMod(row.number(column), 1440L));
        }
    }
}
