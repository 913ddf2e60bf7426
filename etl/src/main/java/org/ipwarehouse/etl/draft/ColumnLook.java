package org.ipwarehouse.etl.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.draft.ExampleTable.Column;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.etl.standardise.TownshipFinder;
import org.ipwarehouse.warehouse.api.ColumnType;

/** Looks at one column after the other and guesses what a contract would say of it. */
final class ColumnLook {
    private static final Pattern UNIT = Pattern.compile("[(（](?:单位[:：])?([^()（）]{1,6})[)）]$");
    private static final Pattern MONEY_UNIT = Pattern.compile("元|千元|百元|万元|亿元|人民币元");
    private static final Pattern MONEY = Pattern.compile("金额|罚款|案值|货值|产值|资本|资金|预算|支出|费用?$|价款|保额|补贴|标的额|款$");
    private static final Pattern PLACE = Pattern.compile("序号|行号|编次");
    private static final Pattern NUMBERED = Pattern.compile("号$|号码|编码|代码|编号|文号|批次");
    private static final Pattern DATED = Pattern.compile("日期|时间|日$|年月|期限|起止|届满");
    private static final Pattern FUTURE = Pattern.compile("有效期|截止|届满|到期|计划|预计");
    private static final Pattern TEXTS = Pattern.compile("备注|说明|情况|内容|事实|意见|描述|摘要|措施|问题");
    private static final Pattern TITLE_UNIT = Pattern.compile("单位[:：]\\s*(元|千元|万元|亿元)");
    private static final int MOST_CODES = 12;
    private static final int LONGEST_CODE = 15;
    private static final int LONG_TEXT = 40;
    private static final int[] LENGTHS = {20, 40, 50, 100, 200, 300, 500, 1000, 2000};

    private final CodeLists lists;
    private final TownshipFinder townships;
    private final FieldNames names;
    private final LocalDate day;
    private final String titleUnit;

    /** @param day on which code lists must hold */
    ColumnLook(CodeLists lists, FieldNames names, LocalDate day, ExampleTable table) {
        this.lists = lists;
        this.townships = lists.townships();
        this.names = names;
        this.day = day;
        this.titleUnit = table.titles().stream()
                .map(TITLE_UNIT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    Guess look(Column column, String name) {
        Facts facts = new Facts(column);
        Kind kind = kind(facts);
        boolean personal = facts.privacy.isPersonal();
        List<String> codes = kind.type == ColumnType.TEXT && kind.rules.isEmpty() && !personal && kind.list.isEmpty()
                ? codes(facts)
                : List.of();
        boolean text = kind.type == ColumnType.TEXT && kind.list.isEmpty() && codes.isEmpty();
        boolean free = text && kind.rules.isEmpty() && !personal && isFree(facts);
        return new Guess(
                name,
                facts.label,
                kind.type,
                kind.unit,
                kind.measure,
                kind.scale,
                text ? length(facts) : 0,
                facts.always,
                facts.unique,
                facts.privacy,
                free,
                kind.rules,
                codes,
                kind.list,
                kind.reason + (codes.isEmpty() ? "" : "，取值只有" + codes.size() + "种"));
    }

    /** What is known of a column before it is understood. */
    private static final class Facts {
        final String label;
        final String unit;
        final CellForms forms;
        final List<String> values;
        final Field.Privacy privacy;
        final boolean always;
        final boolean unique;

        Facts(Column column) {
            Matcher bracket = UNIT.matcher(column.label());
            this.unit = bracket.find() ? bracket.group(1) : "";
            this.label = column.label();
            this.forms = new CellForms(column.cells());
            this.values = forms.values();
            this.privacy = PrivacyGuess.of(label, values);
            List<String> filled = column.cells().stream()
                    .filter(cell -> !cell.isEmpty())
                    .map(cell -> CleanText.dense(cell.text()))
                    .toList();
            this.always = !filled.isEmpty() && filled.size() == column.cells().size();
            this.unique = always && new HashSet<>(filled).size() == filled.size();
        }

        boolean says(Pattern word) {
            return word.matcher(FieldNames.key(label)).find();
        }
    }

    /** A type with what belongs to it. */
    private record Kind(
            ColumnType type, String unit, String measure, int scale, List<String> rules, String list, String reason) {
        static Kind text(String reason, String... rules) {
            return new Kind(ColumnType.TEXT, "", "", 0, List.of(rules), "", reason);
        }

        static Kind of(ColumnType type, String reason) {
            return new Kind(type, "", "", 0, List.of(), "", reason);
        }
    }

    private Kind kind(Facts facts) {
        if (facts.values.isEmpty()) {
            return Kind.text("示例中没有内容，类型无从推测");
        }
        return identifier(facts)
                .or(() -> listed(facts))
                .or(() -> plain(facts))
                .or(() -> number(facts))
                .orElseGet(() -> Kind.text("按文本"));
    }

    private static Optional<Kind> identifier(Facts facts) {
        CellForms forms = facts.forms;
        if (facts.privacy == Field.Privacy.S && FieldNames.key(facts.label).matches(".*(身份证|证件号).*")) {
            return Optional.of(Kind.text("按列名和取值像公民身份号码", "citizen_id"));
        } else if (forms.areUscc()) {
            return Optional.of(Kind.text("取值像统一社会信用代码", "uscc"));
        } else if (forms.arePhones()) {
            return Optional.of(Kind.text("取值像电话号码", "phone"));
        } else if (forms.areCourtNumbers()) {
            return Optional.of(Kind.text("取值像法院案号", "court_case_no"));
        } else if (forms.arePatentNumbers()) {
            return Optional.of(Kind.text("取值像专利号", "patent_no"));
        } else if (forms.areDecisionNumbers()) {
            return Optional.of(Kind.text("取值像文号", "decision_no"));
        }
        return Optional.empty();
    }

    /** Townships, units, and lists that a contract already has for the same header. */
    private Optional<Kind> listed(Facts facts) {
        if (facts.privacy.isPersonal()) {
            return Optional.empty();
        }
        if (facts.forms.share(cell -> townships.name(cell.text()).value() != null) >= 0.8) {
            return Optional.of(new Kind(ColumnType.TEXT, "", "", 0, List.of("township"), "townships", "取值是本区乡镇"));
        }
        if (knownShare(facts, "units") >= 0.8) {
            return Optional.of(new Kind(ColumnType.TEXT, "", "", 0, List.of("unit"), "units", "取值是成员单位"));
        }
        return names.alike(facts.label)
                .filter(field -> !field.codeList().isEmpty() && !field.has(FieldRule.TOWNSHIP))
                .filter(field -> knownShare(facts, field.codeList()) >= 0.95)
                .map(field -> new Kind(ColumnType.TEXT, "", "", 0, List.of(), field.codeList(), "列名和取值与已有码表相同"));
    }

    private double knownShare(Facts facts, String list) {
        return lists.list(list)
                .map(found ->
                        facts.forms.share(cell -> found.find(cell.text(), day).isPresent()))
                .orElse(0.0);
    }

    private static Optional<Kind> plain(Facts facts) {
        CellForms forms = facts.forms;
        if (forms.areYesNo()) {
            return Optional.of(Kind.of(ColumnType.BOOLEAN, "取值只有是、否"));
        } else if (forms.areDates(facts.says(DATED))) {
            boolean time = forms.haveTimes();
            List<String> rules = facts.says(FUTURE) ? List.of(FieldRule.FUTURE_ALLOWED.id()) : List.of();
            ColumnType type = time ? ColumnType.TIMESTAMP : ColumnType.DATE;
            return Optional.of(new Kind(type, "", "", 0, rules, "", time ? "取值像日期时间" : "取值像日期"));
        }
        return Optional.empty();
    }

    private Optional<Kind> number(Facts facts) {
        CellForms forms = facts.forms;
        if (facts.privacy.isPersonal() || !forms.areAmounts()) {
            return Optional.empty();
        }
        boolean whole = forms.areWhole();
        if (whole && facts.says(PLACE)) {
            return Optional.of(new Kind(ColumnType.INTEGER, "", "", 0, List.of("place"), "", "行的序号，不作为取值"));
        } else if (forms.areNumerals() || facts.says(NUMBERED)) {
            return Optional.of(Kind.text("是编号，不是数量"));
        }
        boolean money = MONEY_UNIT.matcher(facts.unit).matches() || facts.unit.isEmpty() && facts.says(MONEY);
        if (money) {
            String unit = facts.unit.isEmpty() ? titleUnit.isEmpty() ? "元" : titleUnit : facts.unit;
            String reason = facts.unit.isEmpty() && titleUnit.isEmpty() ? "像金额，单位推测为元" : "像金额，单位" + unit;
            return Optional.of(new Kind(ColumnType.DECIMAL, unit, "", 2, List.of(), "", reason));
        }
        int scale = Math.max(forms.scale(), 1);
        return Optional.of(new Kind(
                whole ? ColumnType.INTEGER : ColumnType.DECIMAL,
                "",
                facts.unit,
                whole ? 0 : scale,
                List.of(),
                "",
                whole ? "取值都是整数" : "取值是数"));
    }

    /** A few short values that come again and again; none that holds personal data. */
    private static List<String> codes(Facts facts) {
        Set<String> distinct = new LinkedHashSet<>(facts.values);
        boolean few = distinct.size() <= MOST_CODES && facts.values.size() >= 3L * distinct.size();
        boolean small = distinct.stream()
                .allMatch(value -> value.codePointCount(0, value.length()) <= LONGEST_CODE
                        && value.indexOf(';') < 0
                        && PersonalData.mask(value).equals(value));
        return few && small && !facts.says(NUMBERED) ? new ArrayList<>(distinct) : List.of();
    }

    private static boolean isFree(Facts facts) {
        double mean = facts.values.stream().mapToInt(String::length).average().orElse(0);
        return facts.says(TEXTS) || mean > LONG_TEXT;
    }

    /** Room for twice the longest value. */
    private static int length(Facts facts) {
        int longest = facts.values.stream()
                .mapToInt(value -> value.codePointCount(0, value.length()))
                .max()
                .orElse(0);
        for (int length : LENGTHS) {
            if (2 * longest <= length) {
                return length;
            }
        }
        return 5000;
    }
}
