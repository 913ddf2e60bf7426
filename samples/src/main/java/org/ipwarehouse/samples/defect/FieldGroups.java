package org.ipwarehouse.samples.defect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.ColumnType;

/** The columns of a contract that can suffer a defect or a blemish. Parts of the key stay whole, except to be missing. */
final class FieldGroups {
    private final List<Field> fields;
    private final Set<String> key = new HashSet<>();

    final int[] simpleKey;
    final int[] dates;
    final int[] endingDates;
    final int[] amounts;
    final int[] numbers;
    final int[] creditCodes;
    final int[] coded;
    final int[] required;
    final int[] townships;
    final int[] regions;
    final int[] names;
    final int[] documentNumbers;
    final int[] freeTexts;
    final int[][] orders;

    FieldGroups(Contract contract) {
        fields = contract.fields();
        contract.key().forEach(part -> key.addAll(Arrays.asList(part.split("\\|", -1))));
        simpleKey = places(f -> contract.key().contains(f.name()) && f.required() == Field.Required.YES);
        dates = ordinary(f -> isDay(f));
        endingDates = ordinary(f ->
                isDay(f) && !f.rules().contains("future_allowed") && !f.rules().contains("after_period"));
        amounts = ordinary(f -> f.type() == ColumnType.DECIMAL && f.unit().equals("元"));
        numbers = ordinary(f -> f.type() == ColumnType.DECIMAL || f.type() == ColumnType.INTEGER);
        creditCodes = ordinary(f -> f.rules().contains("uscc"));
        coded = ordinary(f -> !f.codeList().isEmpty()
                && f.unknownCode() == Field.UnknownCode.REJECT
                && !f.rules().contains("unit")
                && !f.rules().contains("township"));
        required = ordinary(f -> f.required() == Field.Required.YES);
        townships = ordinary(f -> f.rules().contains("township"));
        regions = ordinary(f -> f.rules().contains("region_code"));
        names = ordinary(f -> f.rules().contains("not_test"));
        documentNumbers =
                places(f -> f.rules().contains("decision_no") || f.rules().contains("court_case_no"));
        freeTexts = ordinary(f -> f.type() == ColumnType.TEXT
                && f.codeList().isEmpty()
                && f.rules().isEmpty()
                && !f.privacy().isPersonal());
        orders = orders(contract);
    }

    boolean isNameOfParty(int column) {
        return fields.get(column).rules().stream().anyMatch(rule -> rule.startsWith("party="));
    }

    private static boolean isDay(Field field) {
        return field.type() == ColumnType.DATE || field.type() == ColumnType.TIMESTAMP;
    }

    private int[] ordinary(Predicate<Field> chosen) {
        return places(f -> !key.contains(f.name()) && chosen.test(f));
    }

    private int[] places(Predicate<Field> chosen) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            if (chosen.test(fields.get(i))) {
                found.add(i);
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[][] orders(Contract contract) {
        List<int[]> pairs = new ArrayList<>();
        for (String order : contract.orders()) {
            String[] names = order.split("<=", -1);
            pairs.add(new int[] {place(names[0].strip()), place(names[1].strip())});
        }
        return pairs.toArray(int[][]::new);
    }

    private int place(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No field " + name);
    }

    boolean isKey(int column) {
        return key.contains(fields.get(column).name());
    }

    static boolean contains(int[] places, int column) {
        return Arrays.stream(places).anyMatch(p -> p == column);
    }
}
