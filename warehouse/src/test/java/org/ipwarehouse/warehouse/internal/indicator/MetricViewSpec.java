package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.AnalystSql.MetricView;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.door.LakeSql;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an analyst reads as MEASURE() is the figure: every passport that a metric view can carry, over made-up facts. */
class MetricViewSpec {
    private static final List<Definition> DEFINITIONS =
            Passports.load(Bench.HOME).definitions();
    private static final MetricViews METRICS = new MetricViews(DEFINITIONS);
    private static final YearMonth FROM = YearMonth.of(2025, 1);
    private static final YearMonth THROUGH = YearMonth.of(2025, 12);

    /** Indicators without quarters. */
    private static final Set<IndicatorId> YEARLY = DEFINITIONS.stream()
            .filter(d -> d.frequency() == Definition.Frequency.YEAR)
            .map(d -> d.passport().id())
            .collect(Collectors.toSet());

    /** Not shown; a figure without a value has one here that nobody may publish. */
    private static final Set<FigureStatus> WITH_VALUE =
            Set.of(FigureStatus.OK, FigureStatus.REFERENCE, FigureStatus.PROVISIONAL);

    private static SparkSession spark;

    @BeforeAll
    static void drawTheFacts() {
        spark = new Bench().spark();
        spark.sql("CREATE DATABASE IF NOT EXISTS fact");
        MadeUpFacts facts = new MadeUpFacts(ModelCatalogue.load(Bench.HOME), DEFINITIONS);
        facts(METRICS).forEach(fact -> spark.sql("CREATE OR REPLACE VIEW " + fact + " AS " + facts.select(fact)));
    }

    @AfterAll
    static void clearAway() {
        METRICS.views().forEach(view -> spark.sql("DROP VIEW IF EXISTS " + view.name()));
        facts(METRICS).forEach(fact -> spark.sql("DROP VIEW IF EXISTS " + fact));
    }

    private static Set<TableName> facts(MetricViews metrics) {
        Set<TableName> facts = new TreeSet<>();
        metrics.views().forEach(view -> facts.add(view.fact()));
        return facts;
    }

    @Test
    void each_passport_is_carried_or_says_why_not() {
        Set<IndicatorId> carried = new TreeSet<>();
        METRICS.views().forEach(view -> carried.addAll(view.measures()));

        assertThat(carried).doesNotContainAnyElementsOf(METRICS.notCarried().keySet());
        assertThat(carried.size() + METRICS.notCarried().size()).isEqualTo(DEFINITIONS.size());
        // a count of rows by one date; a stock at the end of a period; cases over clues of two tables
        assertThat(carried).contains(new IndicatorId("XZ02"));
        assertThat(METRICS.notCarried().get(new IndicatorId("XZ06"))).contains("取自不同的表");
        assertThat(METRICS.notCarried().values()).anyMatch(reason -> reason.startsWith("期初或期末的存量"));
    }

    @Test
    void measures_by_quarter_or_year_are_the_figures_of_the_district() {
        Map<String, Figure> figures = new HashMap<>();
        List<Definition> carried = DEFINITIONS.stream()
                .filter(d -> !METRICS.notCarried().containsKey(d.passport().id()))
                .toList();
        Indicators.Scope scope = new Indicators.Scope(
                Regions.codes(Bench.HOME, Bench.DISTRICT), FROM, THROUGH, new Trust(hundred(), hundred()));
        new Indicators(carried, scope, Summing.HERE)
                .figures(fact -> spark.table(fact.toString()), reports(carried), each -> each.stream()
                        .filter(f -> f.dimension().isEmpty() && f.region().equals(Bench.DISTRICT))
                        .filter(f -> WITH_VALUE.contains(f.status()))
                        .forEach(f -> figures.put(f.indicator() + " " + f.period(), f)));
        Map<String, String> measures = new TreeMap<>();
        METRICS.views().forEach(view -> measures.putAll(measured(view)));
        // a quarter without a row is no row of the answer; a figure that is withheld has a measure all the same
        measures.keySet().retainAll(figures.keySet());
        measures.values().removeIf(value -> value.equals("0"));

        Map<String, String> expected = new TreeMap<>();
        figures.forEach((key, figure) -> {
            if (isAskedFor(figure) && isNot0(figure)) {
                expected.put(key, shown(figure.value()));
            }
        });
        assertThat(measures).isEqualTo(expected);
        assertThat(expected.keySet()).anyMatch(key -> key.startsWith("HW05C ")); // yearly, in a view of quarters
        // rows are drawn so that the words of each passport occur: nearly all have values above 0
        assertThat(expected.keySet().stream()
                        .map(key -> key.substring(0, key.indexOf(' ')))
                        .distinct())
                .hasSizeGreaterThan(carried.size() * 9 / 10);
    }

    private static boolean isAskedFor(Figure figure) {
        Period.Kind asked = YEARLY.contains(figure.indicator()) ? Period.Kind.YEAR : Period.Kind.QUARTER;
        return figure.period().kind() == asked;
    }

    private static boolean isNot0(Figure figure) {
        return figure.value() != null && figure.value().signum() != 0;
    }

    private static BigDecimal hundred() {
        return BigDecimal.valueOf(100);
    }

    /** One query of each view for what has quarters, and one for what has years only: every measure is asked for. */
    private static Map<String, String> measured(MetricView view) {
        LakeSql.create(spark, METRICS, view.name());
        Map<Boolean, List<String>> codes = view.measures().stream()
                .collect(Collectors.partitioningBy(
                        YEARLY::contains, Collectors.mapping(IndicatorId::code, Collectors.toList())));
        Map<String, String> measures = new TreeMap<>();
        codes.forEach((yearly, asked) -> {
            if (!asked.isEmpty()) {
                measures.putAll(measured(view.name(), yearly ? "period_year" : "period_quarter", asked));
            }
        });
        return measures;
    }

    private static Map<String, String> measured(TableName view, String period, List<String> codes) {
        List<String> columns = new ArrayList<>(List.of(period));
        codes.forEach(code -> columns.add("MEASURE(" + code + ")"));
        Map<String, String> measures = new TreeMap<>();
        String query = "SELECT " + String.join(", ", columns) + " FROM " + view + " GROUP BY " + period;
        for (Row row : spark.sql(query).collectAsList()) {
            for (int i = 0; i < codes.size(); i++) {
                measures.put(
                        codes.get(i) + " " + row.getString(0),
                        shown(row.isNullAt(i + 1) ? null : row.getDecimal(i + 1)));
            }
        }
        return measures;
    }

    /** More digits than any passport shows. */
    private static String shown(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null
                ? "-"
                : value.setScale(6, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /** Every source has reported on every month. */
    private static Indicators.Reports reports(List<Definition> definitions) {
        List<String> months = new ArrayList<>();
        for (YearMonth m = FROM.minusYears(1); !m.isAfter(THROUGH); m = m.plusMonths(1)) {
            months.add(m.toString());
        }
        Set<String> sources = new TreeSet<>();
        definitions.forEach(d -> sources.addAll(d.passport().sources()));
        Instant now = Instant.parse("2026-01-31T00:00:00Z");
        return new Indicators.Reports(
                List.of(),
                sources.stream()
                        .map(s -> new Submission(s, s + ".csv", s, now, LocalDate.of(2026, 1, 31), months))
                        .map(s -> new SubmissionRecord(
                                s, SubmissionRecord.Verdict.ACCEPTED, 0, 0, 0, 0, new TreeMap<>(), new TreeMap<>(), ""))
                        .toList());
    }
}
