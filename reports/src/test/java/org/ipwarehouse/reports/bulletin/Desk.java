package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** A writer's desk with a handful of figures written down by hand: one sentence, the figures it needs, what it says. */
final class Desk implements Warehouse {
    static final Period QUARTER = Period.parse("2026Q3");
    static final RegionCode DISTRICT = new RegionCode("640502");

    private final List<Figure> figures = new ArrayList<>();

    /** XZ01 and SF01 are counts, XZ04 is money, XZ06 a rate, ZS04 a stock without 环比. */
    static List<Passport> passports() {
        List<String> all = List.of("yoy", "qoq", "to_date");
        return List.of(
                passport("XZ01", "立案数", "件", 0, Passport.Kind.COUNT, all),
                passport("XZ04", "罚没款金额", "万元", 2, Passport.Kind.AMOUNT, all),
                passport("XZ06", "线索按期核查立案率", "%", 1, Passport.Kind.RATE, all),
                passport("SF01", "新收一审案件数", "件", 0, Passport.Kind.COUNT, all),
                passport("ZS04", "用标主体数", "家", 0, Passport.Kind.STOCK, List.of("yoy")));
    }

    private static Passport passport(
            String code, String name, String unit, int decimals, Passport.Kind kind, List<String> comparisons) {
        return new Passport(
                new IndicatorId(code),
                name,
                code,
                "定义。",
                "公式",
                "日期",
                unit,
                decimals,
                RoundingMode.HALF_UP,
                kind,
                "neutral",
                List.of("township", "ip_type"),
                comparisons,
                List.of(1),
                List.of("U17"),
                List.of("S02"),
                "",
                "firm",
                1,
                "enforcement",
                "month");
    }

    /** A total of the district in the quarter, with the base and the change of 同比 (unrounded; null: none). */
    Desk total(String code, @Nullable String value, @Nullable String base, @Nullable String change) {
        return add(code, DISTRICT, "", value, base, change, value == null ? FigureStatus.MISSING : FigureStatus.OK);
    }

    Desk state(String code, FigureStatus status, @Nullable String value) {
        return add(code, DISTRICT, "", value, null, null, status);
    }

    Desk township(String code, String township, String value) {
        return add(code, new RegionCode(township), "", value, null, null, FigureStatus.OK);
    }

    Desk hidden(String code, String township) {
        return add(code, new RegionCode(township), "", null, null, null, FigureStatus.SUPPRESSED);
    }

    Desk type(String code, String type, String value) {
        return add(code, DISTRICT, type, value, null, null, FigureStatus.OK);
    }

    private Desk add(
            String code,
            RegionCode region,
            String type,
            @Nullable String value,
            @Nullable String base,
            @Nullable String change,
            FigureStatus status) {
        figures.add(new Figure(
                new IndicatorId(code),
                QUARTER,
                region,
                type.isEmpty() ? "" : "ip_type",
                type,
                number(value),
                number(value),
                null,
                number(base),
                number(change),
                number(base),
                number(change),
                status,
                BigDecimal.ONE,
                1,
                ""));
        return this;
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    /** What the bulletin says with this one sentence. */
    String says(Path folder, String sentence) {
        Scene scene = Scene.of(
                this,
                new BulletinSpecReader(passports()).read(series(folder, "  s: {" + sentence + "}")),
                new PartNames(org.ipwarehouse.reports.figure.Labels.load(Path.of(".."))),
                QUARTER,
                java.util.Set.of());
        return Run.join(new PhraseWriter(scene)
                .write(scene.spec().wording().sentences().values().iterator().next()));
    }

    /** A series of one sentence, with the wording of comparisons and lists as in the product. */
    static Path series(Path folder, String sentences) {
        Path product = Path.of("bulletins", "quarterly", "sentences.yaml");
        try {
            String wording = Files.readString(product, StandardCharsets.UTF_8);
            String before = wording.substring(0, wording.indexOf("\nsentences:"));
            Files.writeString(folder.resolve("sentences.yaml"), before + "\nsentences:\n" + sentences + "\n");
            Files.writeString(folder.resolve("bulletin.yaml"), BULLETIN);
            return folder;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static final String BULLETIN = """
            title: 公报
            issue: "（{period}）"
            region: "640502"
            synthetic_mark: 演示数据
            fonts:
              title: {word: 方正小标宋简体, pdf: serif-bold}
              body: {word: 仿宋_GB2312, pdf: serif}
              heading1: {word: 黑体, pdf: sans-bold}
              heading2: {word: 楷体_GB2312, pdf: serif-bold}
              table: {word: 宋体, pdf: serif}
              table_head: {word: 黑体, pdf: sans-bold}
              caption: {word: 黑体, pdf: sans-bold}
              page_number: {word: 宋体, pdf: serif}
            names: {}
            sections:
              - title: 总体情况
                content:
                  - sentences: [s]
                  - table: main
            tables:
              main: {kind: indicators, title: 主要指标, indicators: [XZ01, XZ06]}
            charts: {}
            notes:
              - {when: always, text: 初步数。}
              - {when: missing, text: "缺报：{indicators}。"}
            sources: 资料来源：各单位。
            definitions: {title: 口径}
            """;

    @Override
    public List<Passport> indicators() {
        return passports();
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        return figures.stream().filter(query::admits).toList();
    }

    @Override
    public List<Period> periods() {
        return List.of(QUARTER);
    }

    @Override
    public List<Region> regions() {
        return List.of(
                new Region(DISTRICT, "沙坡头区"),
                new Region(new RegionCode("640502100"), "滨河镇"),
                new Region(new RegionCode("640502101"), "文昌镇"),
                new Region(new RegionCode("640502108"), "迎水桥镇"),
                new Region(new RegionCode("640502109"), "兴仁镇"),
                new Region(new RegionCode("640502000"), "乡镇不详"));
    }

    @Override
    public List<TaskState> taskBoard(Period period) {
        return List.of(task(1, "accepted", "已验收"), task(2, "due_unverified", "到期待验收"), task(3, "accepted", "已验收"));
    }

    private static TaskState task(int number, String state, String label) {
        return new TaskState(number, 1, "组", "任务" + number, "2025年", state, label, 9, 8, 7, List.of());
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
        throw new IllegalArgumentException("The desk has no rows");
    }

    @Override
    public Optional<Instant> builtAt() {
        return Optional.empty();
    }

    @Override
    public boolean holdsSyntheticData() {
        return false;
    }
}
