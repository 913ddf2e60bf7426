package org.ipwarehouse.samples.any;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;

/** One cell of a row that keeps its contract, by the field's type, code list and rules. */
final class CellMaker {
    private static final long ENDLESS = Long.MAX_VALUE;
    /** Days over which the dates of different rows are spread. */
    private static final int DAYS = 40;
    /** Days of a row's own history: the last of its dates still lies before the day that the file describes. */
    private static final int LONGEST_HISTORY = 30;

    private static final int QUARTERS = 8;
    private static final int NUMBERS = 1000;

    private final CodeLists codeLists;
    private final LocalDate asOf;
    private final DayRanks ranks;
    private final KeySpread spread;
    private final Map<String, List<CodeEntry>> choices = new HashMap<>();
    private final TextMaker texts;

    CellMaker(Contract contract, CodeLists codeLists, LocalDate asOf) {
        this.codeLists = codeLists;
        this.asOf = asOf;
        this.ranks = new DayRanks(contract);
        contract.fields().forEach(field -> choices.put(field.name(), entries(field)));
        this.spread = new KeySpread(contract, this::count);
        this.texts = new TextMaker(contract, asOf);
    }

    long keys() {
        return spread.combinations();
    }

    String cell(Field field, long seed) {
        List<CodeEntry> entries = entriesOf(field);
        if (!entries.isEmpty()) {
            CodeEntry entry = entries.get(spread.choice(field, seed, entries.size()));
            return field.has(FieldRule.REGION_CODE) ? entry.code() : entry.label();
        }
        return switch (field.type()) {
            case DATE -> day(field, seed).toString();
            case TIMESTAMP -> day(field, seed) + " 09:30:00";
            case INTEGER -> integer(field, seed);
            case DECIMAL -> decimal(field, seed);
            case BOOLEAN -> Math.floorMod(seed, 2L) == 0 ? "是" : "否";
            case TEXT -> text(field, seed);
        };
    }

    private long count(Field field) {
        int entries = entriesOf(field).size();
        if (entries > 0) {
            return entries;
        }
        return switch (field.type()) {
            case DATE, TIMESTAMP -> DAYS;
            case BOOLEAN -> 2;
            case INTEGER -> numbers(field);
            case DECIMAL -> NUMBERS;
            case TEXT -> field.has(FieldRule.PERIOD) ? QUARTERS : ENDLESS;
        };
    }

    private List<CodeEntry> entriesOf(Field field) {
        return choices.getOrDefault(field.name(), List.of());
    }

    /** Entries that hold on every day on which a row may be dated. */
    private List<CodeEntry> entries(Field field) {
        boolean place = field.has(FieldRule.TOWNSHIP) || field.has(FieldRule.REGION_CODE);
        String name = place ? "townships" : field.codeList();
        return Optional.of(name).filter(n -> !n.isEmpty()).flatMap(codeLists::list).stream()
                .flatMap(list -> list.entries().stream())
                .filter(e -> e.isValidOn(asOf) && e.isValidOn(asOf.minusDays(DAYS + LONGEST_HISTORY)))
                .filter(e -> !place || e.label().endsWith("镇"))
                .toList();
    }

    private LocalDate day(Field field, long seed) {
        int back = DAYS + LONGEST_HISTORY - 1 - spread.choice(field, seed, DAYS);
        return asOf.minusDays(Math.max(0, back - ranks.of(field.name())));
    }

    private String integer(Field field, long seed) {
        if (field.has(FieldRule.PLACE)) {
            return String.valueOf(Math.floorMod(seed, 1_000_000L) + 1);
        }
        long least = bound(field, FieldRule.MIN).map(BigDecimal::longValue).orElse(1L);
        return String.valueOf(least + spread.choice(field, seed, numbers(field)));
    }

    /** How many whole numbers a field may hold, as far as rows need them. */
    private static int numbers(Field field) {
        long least = bound(field, FieldRule.MIN).map(BigDecimal::longValue).orElse(1L);
        long most = bound(field, FieldRule.MAX).map(BigDecimal::longValue).orElse(least + NUMBERS - 1);
        return (int) Math.max(1, Math.min(NUMBERS, most - least + 1));
    }

    private String decimal(Field field, long seed) {
        if (field.has(FieldRule.PERCENT)) {
            return within(field, BigDecimal.valueOf(95), 0).toPlainString();
        }
        boolean small = field.labelZh().contains("万元")
                || field.parameter(FieldRule.SENT_UNIT).equals("万元");
        long units = 1000L + spread.choice(field, seed, NUMBERS);
        BigDecimal amount = small ? BigDecimal.valueOf(units, 4) : BigDecimal.valueOf(units);
        BigDecimal fitting = within(field, amount, small ? 4 : Math.min(2, field.scale()));
        // a narrow column holds no thousands
        return fitting.precision() - fitting.scale() > field.precision() - field.scale()
                ? "1"
                : fitting.toPlainString();
    }

    private static BigDecimal within(Field field, BigDecimal wished, int scale) {
        BigDecimal low = bound(field, FieldRule.MIN).orElse(wished);
        BigDecimal high = bound(field, FieldRule.MAX).orElse(wished.max(low));
        return wished.max(low).min(high).setScale(scale, RoundingMode.DOWN).stripTrailingZeros();
    }

    private static Optional<BigDecimal> bound(Field field, FieldRule rule) {
        String text = field.parameter(rule);
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private String text(Field field, long seed) {
        if (field.has(FieldRule.PERIOD)) {
            LocalDate day = asOf.minusMonths(3L * spread.choice(field, seed, QUARTERS));
            return day.getYear() + "Q" + ((day.getMonthValue() - 1) / 3 + 1);
        }
        List<CodeEntry> towns = codeLists.require("townships").entries();
        String town = towns.get((int) Math.floorMod(seed, Math.min(10L, towns.size())))
                .label();
        return texts.of(field, seed, town);
    }
}
