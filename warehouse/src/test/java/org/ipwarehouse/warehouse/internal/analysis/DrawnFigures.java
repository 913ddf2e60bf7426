package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** A warehouse of drawn figures: lines of {@code indicator period region [dimension=value] value [÷denominator]}. */
final class DrawnFigures implements Warehouse {
    private final List<Figure> figures = new ArrayList<>();

    DrawnFigures and(String lines) {
        lines.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> figures.add(figure(line.strip().split(" +"))));
        return this;
    }

    private static Figure figure(String[] words) {
        boolean isPart = words[3].contains("=");
        String[] cell = isPart ? words[3].split("=") : new String[] {"", ""};
        int at = isPart ? 4 : 3;
        @Nullable BigDecimal denominator = words.length > at + 1 ? new BigDecimal(words[at + 1].substring(1)) : null;
        FigureStatus status = words[at].equals("*") ? FigureStatus.SUPPRESSED : FigureStatus.OK;
        return figure(words, new String[] {cell[0], cell[1], words[at]}, denominator, status, BigDecimal.ONE, 1, "");
    }

    /** A figure of the district with a flaw; a status without a value leaves the value out. */
    DrawnFigures flawed(
            String indicator, Period period, FigureStatus status, String completeness, int definition, String note) {
        String[] words = {indicator, period.toString(), "640502"};
        figures.add(figure(
                words, new String[] {"", "", "7"}, null, status, new BigDecimal(completeness), definition, note));
        return this;
    }

    private static Figure figure(
            String[] place,
            String[] cell,
            @Nullable BigDecimal denominator,
            FigureStatus status,
            BigDecimal completeness,
            int definition,
            String note) {
        @Nullable BigDecimal value = status.hasValue() ? new BigDecimal(cell[2]) : null;
        return new Figure(
                new IndicatorId(place[0]),
                Period.parse(place[1]),
                new RegionCode(place[2]),
                cell[0],
                cell[1],
                value,
                value,
                denominator,
                null,
                null,
                null,
                null,
                status,
                completeness,
                definition,
                note);
    }

    @Override
    public List<Passport> indicators() {
        return List.of(
                passport("XZ01", "立案数", Passport.Kind.COUNT),
                passport("TS01", "投诉举报", Passport.Kind.COUNT),
                passport("XZ12", "罚没金额", Passport.Kind.AMOUNT),
                passport("TS03", "按期受理率", Passport.Kind.RATE));
    }

    private static Passport passport(String code, String name, Passport.Kind kind) {
        return new Passport(
                new IndicatorId(code),
                name,
                code,
                name,
                name,
                "日期",
                "件",
                0,
                RoundingMode.HALF_UP,
                kind,
                "neutral",
                List.of("ip_type"),
                List.of("yoy", "qoq"),
                List.of(1),
                List.of("U17"),
                List.of("S02"),
                "",
                "firm",
                1,
                "enforcement",
                "month");
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Region> regions() {
        return List.of(
                new Region(new RegionCode("640502"), "沙坡头区"),
                new Region(new RegionCode("640502100"), "滨河镇"),
                new Region(new RegionCode("640502101"), "文昌镇"),
                new Region(new RegionCode("640502102"), "东园镇"),
                new Region(new RegionCode("640502000"), "乡镇不详"));
    }

    @Override
    public List<Period> periods() {
        return figures.stream().map(Figure::period).distinct().sorted().toList();
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return List.of();
    }

    @Override
    public List<SubmissionRecord> submissions() {
        return List.of();
    }

    @Override
    public List<ExpectedReport> expectedReports(Period period) {
        return List.of();
    }

    @Override
    public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
        throw new IllegalArgumentException("Drawn figures have no rows.");
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.empty();
    }

    @Override
    public boolean holdsSyntheticData() {
        return true;
    }
}
