package org.ipwarehouse.etl.contract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.ColumnType;

/** How rows of a source follow one another: {@code updateSemantics}, {@code cumulative}, {@code reversal}. */
final class UpdateReader {
    private static final String CUMULATIVE = "cumulative";
    private static final Set<String> SEMANTICS = Set.of("append", "upsert", "snapshot", CUMULATIVE);
    private static final Set<String> WITHIN = Set.of("year");

    private final Map<String, Field> fields = new HashMap<>();
    private final List<String> key;
    private final CodeLists codeLists;
    private final YamlMap custom;

    UpdateReader(List<Field> fields, List<String> key, CodeLists codeLists, YamlMap custom) {
        fields.forEach(f -> this.fields.put(f.name(), f));
        this.key = key;
        this.codeLists = codeLists;
        this.custom = custom;
    }

    String semantics() {
        return custom.oneOf("updateSemantics", SEMANTICS);
    }

    Cumulative cumulative() {
        YamlMap stated = custom.map(CUMULATIVE, Set.of("within", "period"));
        if (!custom.text("updateSemantics").equals(CUMULATIVE)) {
            if (stated != null) {
                custom.mistake(CUMULATIVE, "只有 updateSemantics: cumulative 才写 cumulative");
            }
            return Cumulative.NONE;
        }
        if (stated == null) {
            custom.mistake("updateSemantics", "累计数须写 cumulative（within、period）");
            return Cumulative.NONE;
        }
        if (fields.values().stream().allMatch(f -> f.measure().isEmpty())) {
            custom.mistake(CUMULATIVE, "没有写明 measure 的数值字段，无数可差分");
        }
        return new Cumulative(stated.oneOf("within", WITHIN), period(stated));
    }

    /** A field with the rule period, or year+month: two whole numbers (finance exports have 年度 and 截止月份). */
    private String period(YamlMap stated) {
        String text = stated.required("period");
        List<String> names = List.of(text.split("\\+", -1));
        for (String name : names) {
            Field field = fields.get(name);
            boolean fits = field != null
                    && (names.size() == 1
                            ? field.has(FieldRule.PERIOD)
                            : names.size() == 2 && field.type() == ColumnType.INTEGER);
            if (!text.isEmpty() && (!fits || !key.contains(name))) {
                stated.mistake("period", "period " + name + " 须是自然键中带 period 规则的字段，或写作“年+月”两个整数字段");
            }
        }
        return text;
    }

    Reversal reversal() {
        YamlMap stated = custom.map("reversal", Set.of("field", "values"));
        if (stated == null) {
            return Reversal.NONE;
        }
        String name = stated.required("field");
        List<String> values = stated.texts("values");
        if (values.isEmpty()) {
            stated.mistake("values", "reversal 须写明 values");
        }
        Optional<CodeList> list = Optional.ofNullable(fields.get(name))
                .filter(f -> !f.privacy().isPersonal())
                .flatMap(f -> codeLists.list(f.codeList()));
        if (list.isEmpty()) {
            stated.mistake("field", "reversal 的字段 " + name + " 须是带码表、不含个人信息的字段");
        } else {
            values.stream()
                    .filter(v -> !list.get().byCode().containsKey(v))
                    .forEach(v -> stated.mistake(
                            "values", "“" + v + "”不是码表 " + list.get().name() + " 的代码"));
        }
        return new Reversal(name, values);
    }
}
