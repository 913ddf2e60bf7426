package org.ipwarehouse.app.command;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.schedule.Run;
import org.ipwarehouse.app.wiring.Rooms;
import org.ipwarehouse.app.wiring.Works;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.Decomposition;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Trial;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningDesk;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;

/** A small drawn warehouse: two indicators, one quarter, the district and two townships. */
final class DrawnRooms implements Rooms {
    static final Period Q3 = Period.quarter(2026, 3);
    static final RegionCode DISTRICT = new RegionCode("640502");
    static final RegionCode BINHE = new RegionCode("640502100");
    static final RegionCode UNKNOWN = new RegionCode("640502000");

    final boolean built;

    DrawnRooms(boolean built) {
        this.built = built;
    }

    static Passport passport(String code, String nameZh, String unit, int decimals, Passport.Kind kind) {
        return new Passport(
                new IndicatorId(code),
                nameZh,
                code + " in English",
                "定义。",
                "分子 ÷ 分母",
                "受理日期",
                unit,
                decimals,
                RoundingMode.HALF_UP,
                kind,
                "neutral",
                List.of("ip_type"),
                List.of("yoy"),
                List.of(1),
                List.of("U17"),
                List.of("S02"),
                "",
                "firm",
                1,
                "enforcement",
                "month");
    }

    private static Figure figure(
            String code, RegionCode region, String ipType, String value, String top, String bottom, String yoy) {
        return new Figure(
                new IndicatorId(code),
                Q3,
                region,
                ipType.isEmpty() ? "" : "ip_type",
                ipType,
                new BigDecimal(value),
                new BigDecimal(top),
                bottom.isEmpty() ? null : new BigDecimal(bottom),
                null,
                yoy.isEmpty() ? null : new BigDecimal(yoy),
                null,
                null,
                FigureStatus.OK,
                BigDecimal.ONE,
                1,
                "");
    }

    private static Figure missing(RegionCode region) {
        return new Figure(
                new IndicatorId("TS05"),
                Q3,
                region,
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                FigureStatus.MISSING,
                BigDecimal.ZERO,
                1,
                "本期未报送");
    }

    static final List<Figure> FIGURES = List.of(
            // 53 of 55 in time: 5300 ÷ 55 = 96.3636…
            figure("TS05", DISTRICT, "", "96.363636363636", "53.00", "55", "-1.25"),
            figure("XZ01", DISTRICT, "", "12", "12", "", "20.04"),
            figure("XZ01", DISTRICT, "TM", "9", "9", "", ""),
            figure("XZ01", DISTRICT, "PT", "3", "3", "", ""),
            figure("XZ01", UNKNOWN, "", "2", "2", "", ""),
            figure("XZ01", BINHE, "", "10", "10", "", ""),
            missing(BINHE));

    static final List<Revision> REVISIONS = List.of(
            Revision.of(missing(BINHE), figure("TS05", BINHE, "", "50", "1", "2", "")),
            Revision.of(
                    figure("XZ01", DISTRICT, "", "10", "10", "", ""), figure("XZ01", DISTRICT, "", "12", "12", "", "")),
            Revision.of(
                    figure("XZ01", DISTRICT, "TM", "8", "8", "", ""),
                    figure("XZ01", DISTRICT, "TM", "9", "9", "", "")));

    @Override
    public List<SourceProfile> sources(Settings settings) {
        return List.of();
    }

    @Override
    public Warehouse door(Settings settings, Instant now) {
        return new DrawnWarehouse();
    }

    @Override
    public boolean isStale(Settings settings, BuildRequest request) {
        return request.through().equals(YearMonth.of(2026, 9));
    }

    @Override
    public List<Run> runs(Settings settings) {
        Instant at = Instant.parse("2026-10-12T01:00:00Z");
        return List.of(new Run("1", "每日全流程", "RUN", at, at, at.plusSeconds(20), Run.Outcome.FAILED, "磁盘已满"));
    }

    @Override
    public Works open(Settings settings, Instant now) {
        throw new UnsupportedOperationException("a command that only reads must not open the works");
    }

    @Override
    public org.ipwarehouse.warehouse.api.AnalystSql sql(Settings settings, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public org.ipwarehouse.warehouse.api.Linkage linkage(Settings settings, Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Warning decided(Settings settings, Instant now, Function<WarningDesk, Warning> decision) {
        return decision.apply(new DrawnWarnings());
    }

    @Override
    public org.ipwarehouse.app.wiring.Vault vault(Settings settings, Instant now) {
        throw new UnsupportedOperationException("No command of this specification asks for keys");
    }

    @Override
    public List<String> check(Settings settings, Instant now) {
        return built ? List.of() : List.of("etl/contracts/S02.yaml:7：缺少 name");
    }

    @Override
    public void sample(Settings settings, SampleOrder order, Consumer<String> progress) {
        progress.accept(order.toString());
    }

    private final class DrawnWarehouse implements Warehouse {
        @Override
        public List<Warning> warnings(WarningQuery query) {
            return DrawnWarnings.matching(query);
        }

        @Override
        public List<WarningRule> warningRules() {
            return List.of(DrawnWarnings.W03, DrawnWarnings.W11);
        }

        @Override
        public List<Instant> vintages() {
            return built
                    ? List.of(Instant.parse("2026-10-10T01:00:00Z"), Instant.parse("2026-10-11T01:00:00Z"))
                    : List.of();
        }

        @Override
        public Optional<Decomposition> explain(
                IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
            if (!indicator.code().equals("XZ01") || comparison != Decomposition.Comparison.YOY) {
                return Optional.empty();
            }
            // 12 − 10 = 2 = (10 − 7) + (2 − 3)
            return Optional.of(new Decomposition(
                    indicator,
                    period,
                    period.yearBefore(),
                    breakdown,
                    BigDecimal.valueOf(12),
                    BigDecimal.TEN,
                    List.of(
                            new Decomposition.Part(
                                    "640502100", "滨河镇", BigDecimal.TEN, BigDecimal.valueOf(7), BigDecimal.valueOf(150)),
                            new Decomposition.Part(
                                    "640502000",
                                    "乡镇不详",
                                    BigDecimal.valueOf(2),
                                    BigDecimal.valueOf(3),
                                    BigDecimal.valueOf(-50))),
                    new Decomposition.Reading("变化在随机波动范围之内，不宜说升或降。", Decomposition.Certainty.HIGH),
                    List.of("口径已变。")));
        }

        @Override
        public List<Doubt> doubts(Period period) {
            return List.of(new Doubt(
                    new IndicatorId("TS05"), "投诉按期办结率", period, Doubt.Gravity.NO_VALUE, List.of("时限未录入", "见说明")));
        }

        @Override
        public List<Deadline> deadlines() {
            return List.of(
                    item("案1", "U17", "overdue", 30), item("案2", "U16", "soon", 0), item("案3", "U17", "open", 0));
        }

        @Override
        public Trial trial(Path passport, List<Period> periods) {
            Figure present = figure("XZ01", DISTRICT, "", "12", "12", "", "20.04");
            Figure tried = figure("XZ01", DISTRICT, "", "9", "9", "", "");
            Figure binhe = figure("XZ01", BINHE, "", "10", "10", "", "");
            return new Trial(
                    passport("XZ01", "立案数", "件", 0, Passport.Kind.COUNT),
                    List.of(
                            new Trial.Line(Q3, DISTRICT, "", "", present, tried),
                            new Trial.Line(Q3, BINHE, "", "", binhe, binhe)));
        }

        private Deadline item(String no, String owner, String state, long over) {
            LocalDate start = LocalDate.of(2026, 6, 1);
            return new Deadline(
                    "case_disposal",
                    no,
                    "案件办理",
                    "L07",
                    owner,
                    DISTRICT,
                    start,
                    start.plusDays(91),
                    null,
                    state,
                    over,
                    -over,
                    "日",
                    false,
                    "S02.csv",
                    "3月",
                    7);
        }

        @Override
        public List<Revision> revisions(Instant from, Instant to) {
            // what is known at the end of a day includes that day's build
            boolean differs = from.isBefore(Instant.parse("2026-10-11T01:00:00Z"))
                    && !to.isBefore(Instant.parse("2026-10-11T01:00:00Z"));
            return differs ? REVISIONS : List.of();
        }

        @Override
        public List<Passport> indicators() {
            return List.of(
                    passport("TS05", "投诉按期办结率", "%", 1, Passport.Kind.RATE),
                    passport("XZ01", "立案数", "件", 0, Passport.Kind.COUNT));
        }

        @Override
        public List<Figure> figures(FigureQuery query) {
            return FIGURES.stream().filter(query::admits).toList();
        }

        @Override
        public List<Period> periods() {
            return List.of(Period.quarter(2026, 2), Q3);
        }

        @Override
        public List<Region> regions() {
            return List.of(new Region(DISTRICT, "沙坡头区"), new Region(BINHE, "滨河镇"), new Region(UNKNOWN, "乡镇不详"));
        }

        @Override
        public List<TaskState> taskBoard(Period period) {
            return List.of();
        }

        @Override
        public List<SubmissionRecord> submissions() {
            Submission file = new Submission(
                    "ab".repeat(32),
                    "S02_案件台账.csv",
                    "S02",
                    Instant.parse("2026-10-10T01:00:00Z"),
                    LocalDate.of(2026, 9, 30),
                    List.of("2026-09"));
            return List.of(new SubmissionRecord(
                    file,
                    SubmissionRecord.Verdict.PARTLY,
                    14,
                    12,
                    1,
                    1,
                    new TreeMap<>(Map.of("DATE_INVALID", 1L)),
                    new TreeMap<>(),
                    "请改正第 7 行的日期"));
        }

        @Override
        public List<Unfinished> unfinished() {
            return List.of(new Unfinished("cd".repeat(32), "S04", Instant.parse("2026-10-11T23:00:00Z")));
        }

        @Override
        public List<ExpectedReport> expectedReports(Period period) {
            return List.of(
                    new ExpectedReport("S06", "法院案件", List.of("U07"), "2026-09", "2026-10-10", "missing"),
                    new ExpectedReport("S02", "案件台账", List.of("U17"), "2026-09", "2026-10-10", "in_time"));
        }

        @Override
        public Evidence why(IndicatorId indicator, Period period, RegionCode region) {
            Figure figure = FIGURES.stream()
                    .filter(f -> f.indicator().equals(indicator)
                            && f.region().equals(region)
                            && f.dimension().isEmpty())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("没有这个数：" + indicator + " " + period));
            Evidence.Row row = new Evidence.Row(
                    "numerator", "S02_案件台账.csv", "ab".repeat(32), "3月", 17, new TreeMap<>(Map.of("case_no", "A1")));
            return new Evidence(indicator(indicator).orElseThrow(), figure, List.of(row));
        }

        @Override
        public Optional<Instant> builtAt() {
            return built ? Optional.of(Instant.parse("2026-10-12T01:00:10Z")) : Optional.empty();
        }

        @Override
        public boolean holdsSyntheticData() {
            return true;
        }
    }
}
