package org.ipwarehouse.warehouse.internal.warning;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.ipwarehouse.warehouse.api.WarningRule.Gap;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelRun;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.jspecify.annotations.Nullable;

/** Runs the SELECTs of one rule. */
final class RuleRun {
    private final ModelRun run;
    private final int most;

    /** @param most rows of evidence that one rule may find: they are held in this process */
    RuleRun(SparkSession spark, Binding binding, int most) {
        run = new ModelRun(spark, binding);
        this.most = most;
    }

    /**
     * What a rule found, by id, and what it could not judge.
     *
     * @param isJudged false where it found more than can be held: then nothing is said of any case
     */
    record Result(List<Found> found, List<Gap> gaps, boolean isJudged) {}

    Result of(Rule rule) {
        return run.rowsUpTo(most, rule.cases())
                .map(rows -> judged(rule, rows))
                .orElseGet(() -> new Result(
                        List.of(), List.of(new Gap("依据超过" + most + "行（warning_most_rows），本规则未判断，请收紧条件", most)), false));
    }

    private Result judged(Rule rule, List<Row> rows) {
        Map<String, Found> cases = new TreeMap<>();
        for (Row row : rows) {
            Found found = found(rule, row);
            Found before = cases.get(found.id());
            cases.put(found.id(), before == null ? found : joined(rule, before, found));
        }
        Model gaps = rule.gaps();
        List<Gap> unjudged = gaps == null
                ? List.of()
                : run.rows(gaps).stream()
                        .map(row -> new Gap(text(row, "gap"), row.<Long>getAs("gap_rows")))
                        .toList();
        return new Result(List.copyOf(cases.values()), unjudged, true);
    }

    private static Found joined(Rule rule, Found one, Found other) {
        if (!one.finding().equals(other.finding()) || !Objects.equals(one.dueOn(), other.dueOn())) {
            throw DefinitionErrors.wrong(
                    rule.cases().file(),
                    1,
                    "同一预警（" + one.finding().subjectKey() + "）的各行依据说法不一：" + one.finding() + " / " + other.finding(),
                    "subject、level、summary 等在同一 subject_key、case_key 内须相同。");
        }
        List<EvidenceRow> evidence = new ArrayList<>(one.evidence());
        evidence.addAll(other.evidence());
        return new Found(one.finding(), one.dueOn(), evidence);
    }

    private static Found found(Rule rule, Row row) {
        String owner = optional(row, "owner");
        Finding finding = new Finding(
                rule.code(),
                rule.about().version(),
                text(row, "subject_key"),
                text(row, "case_key"),
                text(row, "subject"),
                level(rule, row),
                optional(row, "region_code"),
                owner.isEmpty() ? rule.about().owner() : owner,
                day(row, "happened_on"),
                text(row, "summary"));
        return new Found(finding, day(row, "due_on"), List.of(evidence(rule, row)));
    }

    private static Level level(Rule rule, Row row) {
        String level = text(row, "level");
        if (!List.of(rule.about().level().split("/", -1)).contains(level)) {
            throw DefinitionErrors.wrong(
                    rule.cases().file(),
                    1,
                    "SQL 给出级别 '" + level + "'，level 声明为 " + rule.about().level(),
                    "请使两处一致。");
        }
        return Level.ofZh(level);
    }

    private static EvidenceRow evidence(Rule rule, Row row) {
        return new EvidenceRow(
                text(row, "evidence_fact"),
                text(row, "evidence_key"),
                text(row, "role"),
                text(row, "submission"),
                text(row, "source_file"),
                text(row, "sheet"),
                row.<Long>getAs("row_number"),
                shown(rule, row));
    }

    private static SortedMap<String, String> shown(Rule rule, Row row) {
        Map<String, String> shown = new LinkedHashMap<>();
        rule.evidence().forEach(column -> shown.put(column, optional(row, column)));
        return new TreeMap<>(shown);
    }

    private static String text(Row row, String column) {
        return row.<String>getAs(column);
    }

    private static String optional(Row row, String column) {
        @Nullable String value = row.getAs(column);
        return value == null ? "" : value;
    }

    private static @Nullable LocalDate day(Row row, String column) {
        @Nullable Date day = row.getAs(column);
        return day == null ? null : day.toLocalDate();
    }
}
