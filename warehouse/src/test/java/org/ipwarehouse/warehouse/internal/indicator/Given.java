package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.jspecify.annotations.Nullable;

/** Given drawn rows, when the real passports are computed, then the figures are as drawn. */
final class Given {
    private static final Passports PASSPORTS = Passports.load(Bench.HOME);
    private static final List<String> SOURCES =
            Bench.sources().stream().map(SourceProfile::id).toList();

    private final Bench bench = new Bench();
    private final List<SubmissionRecord> submissions = new ArrayList<>();
    private List<Figure> figures = List.of();

    static Given drawn(String table, String drawing) {
        return new Given().and(table, drawing);
    }

    Given and(String table, String drawing) {
        bench.given(table, drawing);
        return this;
    }

    /** Every source has reported on every month. */
    Given allReported() {
        for (String source : SOURCES) {
            reported(source, YearMonth.of(2021, 1), YearMonth.of(2026, 9));
        }
        return this;
    }

    Given reported(String source, YearMonth from, YearMonth through) {
        List<String> months = new ArrayList<>();
        for (YearMonth m = from; !m.isAfter(through); m = m.plusMonths(1)) {
            months.add(m.toString());
        }
        submissions.add(new SubmissionRecord(
                new Submission(
                        "sha-" + source + from,
                        source + ".csv",
                        source,
                        Instant.parse("2026-10-01T00:00:00Z"),
                        LocalDate.of(2026, 9, 30),
                        months),
                SubmissionRecord.Verdict.ACCEPTED,
                0,
                0,
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                ""));
        return this;
    }

    Given computed(String... codes) {
        List<Definition> definitions = Arrays.stream(codes)
                .map(code -> PASSPORTS.find(new IndicatorId(code)).orElseThrow())
                .toList();
        Indicators.Scope scope = new Indicators.Scope(
                Regions.codes(Bench.HOME, Bench.DISTRICT),
                YearMonth.from(Bench.FROM),
                YearMonth.from(Bench.THROUGH),
                Trust.load(Bench.HOME));
        figures = figures(definitions, scope, Summing.BY_SPARK);
        assertThat(figures(definitions, scope, Summing.HERE))
                .as("sums made in this process")
                .usingElementComparator(Given::compareFigures)
                .isEqualTo(figures);
        return this;
    }

    /** Equal as numbers: the scale of a sum may differ by who made it. */
    private static int compareFigures(Figure a, Figure b) {
        return shown(a).compareTo(shown(b));
    }

    private static String shown(Figure f) {
        return Stream.of(f.value(), f.numerator(), f.denominator(), f.yoyBase(), f.yoy(), f.qoqBase(), f.qoq())
                        .map(v -> v == null ? "-" : v.stripTrailingZeros().toPlainString())
                        .toList()
                + String.join(
                        "|",
                        f.indicator().code(),
                        f.period().toString(),
                        f.region().value(),
                        f.dimension())
                + f.dimensionValue()
                + f.status()
                + f.note();
    }

    private List<Figure> figures(List<Definition> definitions, Indicators.Scope scope, Summing summing) {
        return new Indicators(definitions, scope, summing)
                .figures(fact -> bench.rows(fact.toString()), new Indicators.Reports(Bench.sources(), submissions));
    }

    List<Figure> figures() {
        return figures;
    }

    /** The rows of a fact that the figures were made of. */
    List<Row> rows(String fact) {
        return bench.rows(fact).collectAsList();
    }

    /**
     * Compares drawn figures. Columns: indicator, period, and any of region (the district if not drawn), by
     * ({@code dimension=value}), value (rounded as the passport says), numerator, denominator, yoy, qoq, status, note (a
     * part of it). "-" stands for null.
     */
    void then(String drawing) {
        for (Map<String, String> expected : Drawing.rows(drawing)) {
            Figure figure = find(expected);
            Map<String, String> actual = new TreeMap<>();
            expected.forEach((column, text) -> actual.put(column, shown(figure, column, text)));
            assertThat(actual).isEqualTo(new TreeMap<>(expected));
        }
    }

    private Figure find(Map<String, String> expected) {
        String region = expected.getOrDefault("region", "640502");
        String by = expected.getOrDefault("by", "");
        return figures.stream()
                .filter(f -> f.indicator().code().equals(expected.get("indicator")))
                .filter(f -> f.period().toString().equals(expected.get("period")))
                .filter(f -> f.region().value().equals(region))
                .filter(f -> by(f).equals(by))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No figure " + expected));
    }

    private static String by(Figure f) {
        return f.dimension().isEmpty() ? "" : f.dimension() + "=" + f.dimensionValue();
    }

    private static String shown(Figure f, String column, String expected) {
        Passport passport = PASSPORTS.find(f.indicator()).orElseThrow().passport();
        return switch (column) {
            case "value" -> text(passport.round(f.value()));
            case "numerator" -> text(f.numerator());
            case "denominator" -> text(f.denominator());
            case "yoy" -> text(Passport.roundChange(f.yoy()));
            case "qoq" -> text(Passport.roundChange(f.qoq()));
            case "status" -> f.status().text();
            case "note" -> f.note().contains(expected) ? expected : f.note();
            default -> expected;
        };
    }

    private static String text(@Nullable BigDecimal value) {
        if (value == null) {
            return "-";
        }
        BigDecimal plain = value.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
