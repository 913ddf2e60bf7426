package org.ipwarehouse.etl.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.ColumnType;

/** The rules of a contract that name other fields: they must name fields that are there and fit. */
final class ContractRules {
    private final Map<String, Field> fields = new HashMap<>();
    private final YamlMap custom;

    ContractRules(List<Field> fields, YamlMap custom) {
        fields.forEach(f -> this.fields.put(f.name(), f));
        this.custom = custom;
    }

    String periodField() {
        String name = custom.text("periodField");
        Field field = fields.get(name);
        if (!name.isEmpty() && (field == null || !isDate(field) && !field.has(FieldRule.PERIOD))) {
            custom.mistake("periodField", "periodField " + name + " 不是日期或报送期字段");
        }
        return name;
    }

    List<String> orders() {
        List<String> orders = custom.texts("dateOrders");
        for (String text : orders) {
            Optional<DateOrder> order = DateOrder.parse(text);
            if (order.isEmpty()) {
                custom.mistake("dateOrders", "日期先后应写作 earlier<=later：" + text);
            } else {
                date("dateOrders", order.get().earlier());
                date("dateOrders", order.get().later());
            }
        }
        return orders;
    }

    List<String> conditions() {
        List<String> conditions = custom.texts("conditions");
        for (String text : conditions) {
            Optional<Condition> condition = Condition.parse(text);
            if (condition.isEmpty()) {
                custom.mistake(
                        "conditions",
                        "条件应写作“字段 required when 字段 = 值”、“… contains 值”、“… is empty”或“… is stated”：" + text);
            } else {
                present("conditions", condition.get().field());
                present("conditions", condition.get().other());
            }
        }
        return conditions;
    }

    /** Fields named by {@code from=} and {@code on=}. */
    void references(YamlMap schema) {
        for (Field field : fields.values()) {
            String from = field.parameter(FieldRule.FROM);
            String on = field.parameter(FieldRule.ON);
            if (!from.isEmpty() && !fields.containsKey(from)) {
                schema.mistake("properties", field.name() + " 的规则 from=" + from + " 不是字段");
            }
            person(schema, field);
            for (FieldRule rule : List.of(FieldRule.OLD_NUMBER, FieldRule.PARTY)) {
                texts(schema, field, rule);
            }
            Field day = fields.get(on);
            if (!on.isEmpty() && (day == null || !isDate(day))) {
                schema.mistake("properties", field.name() + " 的规则 on=" + on + " 不是日期字段");
            }
        }
    }

    private void person(YamlMap schema, Field field) {
        String parameter = field.parameter(FieldRule.MASK_IF_PERSON);
        String[] parts = parameter.split(":", 2);
        String other = parts.length < 2 ? "" : parts[0].equals("unless") ? parts[1] : parts[0];
        boolean known = parameter.isEmpty() || parameter.equals("auto") || fields.containsKey(other);
        if (!known) {
            String form = "应写作 auto、unless:字段 或 字段:值";
            schema.mistake("properties", field.name() + " 的规则 mask_if_person=" + parameter + " " + form);
        }
    }

    /** Every field that a rule names must be a text. */
    private void texts(YamlMap schema, Field field, FieldRule rule) {
        String parameter = field.parameter(rule);
        for (String name : parameter.isEmpty() ? new String[0] : parameter.split(",", -1)) {
            Field other = fields.get(name.strip());
            if (other == null || other.type() != ColumnType.TEXT) {
                schema.mistake("properties", field.name() + " 的规则 " + rule.id() + "=" + name + " 不是文本字段");
            }
        }
    }

    private void date(String key, String name) {
        present(key, name);
        Field field = fields.get(name);
        if (field != null && !isDate(field)) {
            custom.mistake(key, name + " 不是日期字段");
        }
    }

    private void present(String key, String name) {
        if (!fields.containsKey(name)) {
            custom.mistake(key, name + " 不是字段");
        }
    }

    private static boolean isDate(Field field) {
        return field.type() == ColumnType.DATE || field.type() == ColumnType.TIMESTAMP;
    }
}
