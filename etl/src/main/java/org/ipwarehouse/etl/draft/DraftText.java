package org.ipwarehouse.etl.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.warehouse.api.ColumnType;

/** The YAML of a draft: ODCS v3.1.0 with a comment at every guess that a person has to confirm. */
final class DraftText {
    private final StringBuilder yaml = new StringBuilder();
    private final Map<String, Integer> labels = new HashMap<>();

    /**
     * What stands above the fields.
     *
     * @param owner id of the unit that seems to report
     */
    record Frame(String source, String table, String nameZh, String owner, String ownerName) {}

    private DraftText() {}

    static String of(Frame frame, List<Guess> guesses, KeyGuess key) {
        DraftText text = new DraftText();
        guesses.forEach(guess -> text.labels.merge(FieldNames.key(guess.label()), 1, Integer::sum));
        text.head(frame);
        text.properties(frame, guesses, key);
        text.schema(frame);
        for (int c = 0; c < guesses.size(); c++) {
            text.field(guesses.get(c), key.columns().indexOf(c) + 1);
        }
        return text.yaml.toString();
    }

    private void head(Frame frame) {
        line(0, "# " + frame.source() + "：由 ipw contract new 按示例文件起草，凡有 confidence: guess 处都是推测。");
        line(0, "# 逐项确认：名称、用途、报送单位、自然键、每个字段的类型、必填、隐私级别和码表。");
        line(0, "# 确认后删去 confidence: guess，status 改为 active；本文件放进 etl/contracts，随附的码表放进 etl/codelists。");
        line(0, "apiVersion: v3.1.0");
        line(0, "kind: DataContract");
        line(0, "id: urn:ipwarehouse:contract:" + frame.source().toLowerCase(Locale.ROOT));
        line(0, "name: " + quoted(frame.nameZh()));
        line(0, "version: 0.1.0");
        line(0, "status: draft");
        line(0, "domain: ip-protection");
        line(0, "dataProduct: " + quoted(frame.table()));
        line(0, "description:");
        line(1, "# 写明用来算什么、口径上有什么坑。");
        line(1, "purpose: " + quoted(frame.nameZh() + "，用途由数据管理员写明。"));
        line(1, "limitations: " + quoted("由一份示例推测，未经报送单位确认。"));
        line(1, "customProperties:");
        pair(2, "confidence", "guess");
        line(0, "team:");
        line(1, "# 按标题或列名推测的报送单位，编号见 etl/codelists/units.csv。");
        line(1, "name: " + quoted(frame.ownerName()));
        line(1, "members:");
        line(2, "- username: " + quoted(frame.owner()));
        line(2, "  name: " + quoted(frame.ownerName()));
        line(2, "  role: owner");
        line(0, "roles:");
        line(1, "- role: reader");
        line(1, "  access: read");
        line(1, "  description: 读取清洗层，个人信息列只有令牌。");
        line(0, "slaProperties:");
        line(1, "# 频次：monthly、quarterly、yearly、irregular；dueDay 是期末次月几日前。");
        pair(1, "frequency", "irregular");
        pair(1, "dueDay", "10");
    }

    private void properties(Frame frame, List<Guess> guesses, KeyGuess key) {
        List<String> parts =
                key.columns().stream().map(c -> guesses.get(c).name()).toList();
        line(0, "customProperties:");
        pair(1, "source", frame.source());
        line(1, "# append（一行一事）、upsert（同键覆盖，留版本）、snapshot（每次全量）、cumulative（年内累计）。");
        pair(1, "updateSemantics", "upsert");
        line(1, "# " + key.reason() + "。");
        pair(1, "naturalKey", listed(parts));
        guesses.stream()
                .filter(guess -> guess.isDate() && !guess.privacy().isPersonal())
                .filter(guess -> guess.always() && guess.rules().isEmpty())
                .findFirst()
                .ifPresent(guess -> {
                    line(1, "# 由哪一个日期看出文件报的是哪几个月；没有就删去。");
                    pair(1, "periodField", quoted(guess.name()));
                });
        line(1, "# 无条件共享、有条件共享、仅汇总、不予共享、内部。");
        pair(1, "sharingClass", "内部");
        pair(1, "slaConfidence", "guess");
    }

    private void schema(Frame frame) {
        line(0, "schema:");
        line(1, "- name: " + quoted(frame.table()));
        line(1, "  physicalName: " + quoted("clean." + frame.table()));
        line(1, "  physicalType: table");
        line(1, "  logicalType: object");
        line(1, "  businessName: " + quoted(frame.nameZh()));
        line(1, "  dataGranularityDescription: 示例中的一行。");
        line(1, "  properties:");
    }

    private void field(Guess guess, int position) {
        line(3, "# " + comment(guess));
        line(3, "- name: " + quoted(guess.name()));
        line(3, "  businessName: " + quoted(guess.label()));
        line(3, "  physicalName: " + quoted(guess.name()));
        line(3, "  logicalType: " + logicalType(guess.type()));
        if (guess.type() == ColumnType.DECIMAL) {
            line(3, "  physicalType: " + quoted("decimal(18," + guess.scale() + ")"));
        }
        options(guess);
        if (position > 0) {
            line(3, "  primaryKey: true");
            line(3, "  primaryKeyPosition: " + position);
        }
        line(3, "  required: " + (position > 0 || guess.always() && !isPlace(guess)));
        line(3, "  classification: " + classOf(guess.privacy()));
        custom(guess);
    }

    private static boolean isPlace(Guess guess) {
        return guess.rules().contains(FieldRule.PLACE.id());
    }

    private void options(Guess guess) {
        if (guess.type() == ColumnType.TIMESTAMP) {
            line(3, "  logicalTypeOptions:");
            line(4, "  timezone: false");
            line(4, "  defaultTimezone: Asia/Shanghai");
        } else if (guess.maxLength() > 0) {
            line(3, "  logicalTypeOptions:");
            line(4, "  maxLength: " + guess.maxLength());
        }
    }

    private void custom(Guess guess) {
        line(3, "  customProperties:");
        String bare = FieldNames.key(guess.label());
        boolean alias = !bare.equals(guess.label()) && !bare.equals(guess.name());
        if (alias && labels.getOrDefault(bare, 0) == 1) {
            pair(5, "aliases", listed(List.of(bare)));
        }
        pairUnless(guess.codeList().isEmpty(), "codeList", guess.codeList());
        pairUnless(guess.unit().isEmpty(), "unit", "元");
        pairUnless(guess.unit().isEmpty() || guess.unit().equals("元"), "sentUnit", quoted(guess.unit()));
        pairUnless(guess.measure().isEmpty(), "measure", quoted(guess.measure()));
        pairUnless(!guess.freeText(), "freeText", "true");
        pairUnless(guess.rules().isEmpty(), "rules", listed(guess.rules()));
        pair(5, "confidence", "guess");
    }

    private void pairUnless(boolean missing, String name, String value) {
        if (!missing) {
            pair(5, name, value);
        }
    }

    private static String comment(Guess guess) {
        String required = isPlace(guess) ? "不要求" : guess.always() ? "示例中每行都有，推测必填" : "示例中有空，推测选填";
        String privacy =
                switch (guess.privacy()) {
                    case P -> "公开";
                    case I -> "内部";
                    case D -> "个人信息，取值未写入本文件";
                    case S -> "敏感，取值未写入本文件";
                };
        return guess.reason() + "；" + required + "；级别推测为" + privacy + "。请确认。";
    }

    private static String logicalType(ColumnType type) {
        return switch (type) {
            case TEXT -> "string";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case DECIMAL -> "number";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
        };
    }

    private static String classOf(Field.Privacy privacy) {
        return switch (privacy) {
            case P -> "public";
            case I -> "internal";
            case D -> "personal";
            case S -> "sensitive";
        };
    }

    private void pair(int level, String property, String value) {
        line(level, "- property: " + property);
        line(level, "  value: " + value);
    }

    private void line(int level, String text) {
        yaml.append("  ".repeat(level)).append(text).append('\n');
    }

    private static String listed(List<String> values) {
        return "[" + String.join(", ", values.stream().map(DraftText::quoted).toList()) + "]";
    }

    /** A double-quoted scalar: YAML takes JSON's, and no value is mistaken for a number or a truth value. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
