package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.AmountText;
import org.ipwarehouse.etl.standardise.BooleanText;
import org.ipwarehouse.etl.standardise.DateText;
import org.ipwarehouse.etl.standardise.EmptyMark;
import org.ipwarehouse.etl.standardise.IntegerText;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.ipwarehouse.etl.standardise.TownshipFinder;

/**
 * Chooses the reader of each field. A field with a code list is read by {@link CodeReader} instead, because it may need
 * the row's date.
 */
final class CellReaders {
    private static final String MARK = "D41";
    private static final BigDecimal LARGEST_RATIO = new BigDecimal("1.5");

    private final SheetContext context;
    private final TownshipFinder townships;

    CellReaders(SheetContext context, CodeLists codeLists) {
        this.context = context;
        this.townships = codeLists.townships();
    }

    TownshipFinder townships() {
        return townships;
    }

    CellReader of(Field field) {
        CellReader reader =
                switch (field.type()) {
                    case DATE -> (raw, kind) -> DateText.day(raw, context.date1904());
                    case TIMESTAMP -> (raw, kind) -> DateText.instant(raw, context.date1904());
                    case INTEGER -> (raw, kind) -> IntegerText.parse(raw);
                    case DECIMAL -> decimal(field);
                    case BOOLEAN -> (raw, kind) -> BooleanText.parse(raw);
                    case TEXT -> TextReaders.of(field, townships);
                };
        return (raw, kind) -> marked(field, raw, kind, reader);
    }

    /**
     * "/" and "无" before the type has its say: not applicable is no value; "confirmed none" is 0 for a number, false for
     * a boolean, the text itself for free text, and no value for the rest (D41).
     */
    private static Reading<?> marked(Field field, String raw, CellKind kind, CellReader reader) {
        EmptyMark mark = EmptyMark.of(raw);
        return switch (mark) {
            case NOT_A_MARK -> reader.read(raw, kind);
            case UNKNOWN -> Reading.nothing();
            case NOT_APPLICABLE -> Reading.marked(MARK);
            case CONFIRMED_NONE -> none(field, raw, kind, reader);
        };
    }

    private static Reading<?> none(Field field, String raw, CellKind kind, CellReader reader) {
        return switch (field.type()) {
            case DECIMAL -> Reading.repaired(BigDecimal.ZERO.setScale(field.scale(), RoundingMode.UNNECESSARY), MARK);
            case INTEGER -> Reading.repaired(0L, MARK);
            case BOOLEAN -> reader.read(raw, kind);
            case TEXT ->
                field.rules().isEmpty() && !field.privacy().isPersonal()
                        ? reader.read(raw, kind)
                        : Reading.marked(MARK);
            case DATE, TIMESTAMP -> Reading.marked(MARK);
        };
    }

    private CellReader decimal(Field field) {
        if (field.has(FieldRule.PERCENT)) {
            AmountText.Form form = new AmountText.Form(field.precision(), field.scale(), 0, false);
            return (raw, kind) -> percent(raw, form);
        }
        boolean money = field.unit().equals("元");
        String agreed = money ? field.parameter(FieldRule.SENT_UNIT) : "";
        int agreedShift = agreed.isEmpty() ? 0 : AmountText.shiftOf(agreed);
        String stated = money ? context.units().getOrDefault(field.name(), "") : "";
        int statedShift = stated.isEmpty() ? agreedShift : AmountText.shiftOf(stated);
        if (statedShift < 0) {
            return (raw, kind) -> Reading.refused(Problem.AMOUNT_UNPARSEABLE, "表头的单位“" + stated + "”不是金额单位");
        }
        AmountText.Form form = new AmountText.Form(field.precision(), field.scale(), statedShift, money);
        return statedShift == agreedShift
                ? (raw, kind) -> AmountText.parse(raw, form)
                : (raw, kind) -> AmountText.parse(raw, form).after("D37");
    }

    /** A rate in percent may come as 95, 95% or 0.95; up to 1.5 it is taken for a ratio (D44). */
    private static Reading<BigDecimal> percent(String raw, AmountText.Form form) {
        String text = raw.strip();
        boolean sign = text.endsWith("%") || text.endsWith("％");
        AmountText.Form wide = new AmountText.Form(form.precision() + 6, form.scale() + 6, 0, false);
        Reading<BigDecimal> number = AmountText.parse(sign ? text.substring(0, text.length() - 1) : text, wide);
        BigDecimal value = number.value();
        if (value == null) {
            return number;
        }
        boolean ratio = !sign && value.signum() > 0 && value.compareTo(LARGEST_RATIO) <= 0;
        BigDecimal percent = ratio ? value.movePointRight(2) : value;
        BigDecimal kept = percent.setScale(form.scale(), RoundingMode.HALF_UP);
        return sign || ratio ? Reading.repaired(kept, "D44") : new Reading<>(kept, number.repairs(), null, "");
    }
}
