package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import java.util.function.BiFunction;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.AmountText;
import org.ipwarehouse.etl.standardise.BooleanText;
import org.ipwarehouse.etl.standardise.DateFrame;
import org.ipwarehouse.etl.standardise.DateText;
import org.ipwarehouse.etl.standardise.EmptyMark;
import org.ipwarehouse.etl.standardise.InexactDate;
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
    private static final Set<String> WITHOUT_END = Set.of("长期", "长期有效", "永久", "永久有效", "无固定期限", "无期限");

    private static final int LONGEST_WITHOUT_END = 5;

    private final SheetContext context;
    private final TownshipFinder townships;
    private final TextReaders texts;
    private final DateFrame frame;

    CellReaders(SheetContext context, CodeLists codeLists) {
        this.context = context;
        this.townships = codeLists.townships();
        this.texts = new TextReaders(townships, codeLists.testData());
        this.frame = new DateFrame(context.date1904(), context.asOf(), context.months());
    }

    TownshipFinder townships() {
        return townships;
    }

    CellReader of(Field field) {
        CellReader reader =
                switch (field.type()) {
                    case DATE -> date(field, DateText::day);
                    case TIMESTAMP -> date(field, DateText::instant);
                    case INTEGER -> (raw, kind) -> IntegerText.parse(raw);
                    case DECIMAL -> decimal(field);
                    case BOOLEAN -> (raw, kind) -> BooleanText.parse(raw);
                    case TEXT -> texts.of(field);
                };
        return (raw, kind) -> marked(field, raw, kind, reader);
    }

    /** A number in a column of dates is a serial or digits of a date; 2024.1 may be January or October. */
    private CellReader date(Field field, BiFunction<String, DateFrame, Reading<?>> reader) {
        boolean open = field.has(FieldRule.FUTURE_ALLOWED);
        return (raw, kind) -> {
            if (open && raw.length() <= LONGEST_WITHOUT_END && WITHOUT_END.contains(raw)) {
                return Reading.marked(MARK);
            }
            Reading<?> reading = reader.apply(raw, frame);
            boolean month = kind == CellKind.NUMBER && reading.value() instanceof InexactDate && raw.indexOf('.') > 0;
            return month ? Reading.refused(Problem.DATE_INVALID, "是一个数，不能确定是几月") : reading;
        };
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
            case STATED_UNKNOWN -> Reading.marked(MARK);
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
            PercentReader percent = new PercentReader(field);
            return (raw, kind) -> percent.read(raw);
        }
        boolean money = field.unit().equals("元");
        String agreed = money ? field.parameter(FieldRule.SENT_UNIT) : "";
        int agreedShift = agreed.isEmpty() ? 0 : AmountText.shiftOf(agreed);
        String stated = money ? context.units().getOrDefault(field.name(), "") : "";
        int statedShift = stated.isEmpty() ? agreedShift : AmountText.shiftOf(stated);
        if (statedShift < 0) {
            return (raw, kind) -> Reading.refused(Problem.AMOUNT_UNPARSEABLE, "表头的单位“" + stated + "”不是金额单位");
        }
        AmountText.Form form = new AmountText.Form(
                field.precision(), field.scale(), statedShift, money, field.parameter(FieldRule.NEGATIVE_MARK));
        return statedShift == agreedShift
                ? (raw, kind) -> AmountText.parse(raw, form)
                : (raw, kind) -> AmountText.parse(raw, form).after("D37");
    }
}
