package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Condition;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.DateOrder;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.contract.ReasonCodes;
import org.ipwarehouse.etl.secret.Tokens;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.TownshipFinder;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.jspecify.annotations.Nullable;

/** What a contract and a sheet mean for each row, worked out once for all rows. */
final class RowPlan {

    /** How long after the day that a file describes a report about it may be dated: one quarter. */
    private static final int REPORTING_LAG_DAYS = 92;

    /** Positions of other fields that a field looks at, -1 where it looks at none. */
    record Links(int versionBy, int derivedFrom, int party, int oldRegistration, int oldOrganisation) {}

    /** Between what a value must lie, null where there is no bound. */
    record Bounds(
            @Nullable LocalDate latest,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            @Nullable UnitSuspicion suspicion) {
        boolean any() {
            return latest != null || least != null || most != null || suspicion != null;
        }
    }

    /** A field with all that its cells need, worked out once: its rules are texts, and rows are many. */
    record Slot(
            int index,
            Field field,
            int[] columns,
            @Nullable CellReader reader,
            @Nullable CodeReader codes,
            @Nullable PercentReader percent,
            Links links,
            Bounds bounds,
            boolean multi,
            boolean place,
            boolean regionCode) {

        int versionBy() {
            return links.versionBy();
        }

        int derivedFrom() {
            return links.derivedFrom();
        }

        boolean personal() {
            return field.privacy().isPersonal();
        }
    }

    private final SheetContext context;
    private final String source;
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final List<DateOrder> orders;
    private final List<Condition> conditions;
    private final int[][] key;
    private final Tokens tokens;
    private final RowSeal seal;
    private final Disclosure disclosure;
    private final ReasonCodes reasons;
    private final TownshipFinder townships;
    private final Quarantine quarantine;

    RowPlan(Contract contract, CodeLists codeLists, SheetContext context, RowSecrets secrets) {
        this.context = context;
        this.source = contract.source();
        this.tokens = secrets.tokens().tokens();
        this.seal = new RowSeal(secrets, contract);
        this.disclosure = new Disclosure(contract);
        this.reasons = codeLists.reasons();
        CellReaders readers = new CellReaders(context, codeLists);
        this.townships = readers.townships();
        for (int i = 0; i < contract.fields().size(); i++) {
            positions.put(contract.fields().get(i).name(), i);
        }
        for (Field field : contract.fields()) {
            slots.add(slot(field, readers, codeLists));
        }
        this.orders = contract.orders().stream()
                .flatMap(text -> DateOrder.parse(text).stream())
                .toList();
        this.conditions = contract.conditions().stream()
                .flatMap(text -> Condition.parse(text).stream())
                .toList();
        this.key = contract.key().stream().map(this::alternatives).toArray(int[][]::new);
        this.quarantine = new Quarantine(context, disclosure);
    }

    private Slot slot(Field field, CellReaders readers, CodeLists codeLists) {
        // a township's code list is read by the finder, which also knows villages and what lies outside
        boolean coded = !field.codeList().isEmpty() && !field.has(FieldRule.TOWNSHIP);
        return new Slot(
                position(field.name()),
                field,
                columns(field.name()),
                coded ? null : readers.of(field),
                coded ? new CodeReader(field, codeLists.require(field.codeList())) : null,
                field.has(FieldRule.PERCENT) ? new PercentReader(field) : null,
                links(field),
                bounds(field, codeLists),
                field.has(FieldRule.MULTI),
                field.has(FieldRule.PLACE),
                field.has(FieldRule.REGION_CODE));
    }

    private Links links(Field field) {
        String[] old = field.parameter(FieldRule.OLD_NUMBER).split(",", -1);
        return new Links(
                positions.getOrDefault(field.parameter(FieldRule.ON), -1),
                positions.getOrDefault(field.parameter(FieldRule.FROM), -1),
                positions.getOrDefault(field.parameter(FieldRule.PARTY), -1),
                positions.getOrDefault(old[0].strip(), -1),
                positions.getOrDefault(old[old.length - 1].strip(), -1));
    }

    private Bounds bounds(Field field, CodeLists codeLists) {
        boolean dated = field.type() == ColumnType.DATE || field.type() == ColumnType.TIMESTAMP;
        return new Bounds(
                dated ? latest(field) : null,
                bound(field, FieldRule.MIN),
                bound(field, FieldRule.MAX),
                UnitSuspicion.of(source, field, context, codeLists).orElse(null));
    }

    private int[] columns(String name) {
        List<Integer> columns = new ArrayList<>();
        for (int c = 0; c < context.fields().size(); c++) {
            if (context.fields().get(c).equals(name)) {
                columns.add(c);
            }
        }
        return columns.stream().mapToInt(Integer::intValue).toArray();
    }

    private @Nullable LocalDate latest(Field field) {
        if (field.has(FieldRule.FUTURE_ALLOWED)) {
            return null;
        }
        LocalDate asOf = context.asOf();
        return field.has(FieldRule.AFTER_PERIOD) ? asOf.plusDays(REPORTING_LAG_DAYS) : asOf;
    }

    private static @Nullable BigDecimal bound(Field field, FieldRule rule) {
        String text = field.parameter(rule);
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private int[] alternatives(String part) {
        String[] names = part.split("\\|", -1);
        int[] found = new int[names.length];
        for (int i = 0; i < names.length; i++) {
            found[i] = position(names[i]);
        }
        return found;
    }

    int position(String field) {
        Integer position = positions.get(field);
        if (position == null) {
            throw new IllegalArgumentException("No field '" + field + "'");
        }
        return position;
    }

    List<Slot> slots() {
        return slots;
    }

    List<DateOrder> orders() {
        return orders;
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** For each part of the natural key the fields of which the first that is stated counts. */
    int[][] key() {
        return key;
    }

    LocalDate asOf() {
        return context.asOf();
    }

    /** One value has one token, however it was spaced or widened. */
    String token(String value) {
        return tokens.of(CleanText.dense(value));
    }

    RowSeal seal() {
        return seal;
    }

    Disclosure disclosure() {
        return disclosure;
    }

    ReasonCodes reasons() {
        return reasons;
    }

    TownshipFinder townships() {
        return townships;
    }

    Quarantine quarantine() {
        return quarantine;
    }
}
