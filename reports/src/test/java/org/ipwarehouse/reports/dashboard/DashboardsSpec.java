package org.ipwarehouse.reports.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.reports.dashboard.Dashboard.Filter;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardsSpec {
    private static final Path HOME = Path.of("..");
    private static final Path FOLDER = Dashboards.folder(HOME);
    private static final List<Passport> PASSPORTS = new InMemoryWarehouse().indicators();
    private static final Dashboards DELIVERED = Dashboards.read(HOME, PASSPORTS);

    @TempDir
    Path home = Path.of("");

    @Test
    void the_pages_that_are_delivered_stand_in_their_order() {
        assertThat(DELIVERED.all().stream().map(Dashboard::id))
                .containsExactly(
                        "leadership",
                        "enforcement",
                        "justice",
                        "complaints",
                        "traceability",
                        "cooperation",
                        "tasks",
                        "warnings",
                        "quality",
                        "indicators");
        assertThat(DELIVERED.masthead().title().zh()).isEqualTo("知识产权保护工作看板");
        assertThat(DELIVERED.find("leadership").orElseThrow().filters()).containsExactlyInAnyOrder(Filter.values());
    }

    @Test
    void a_panel_says_what_it_shows_and_where_it_was_written() {
        Dashboard page = DELIVERED.find("justice").orElseThrow();
        Panel trend = page.sections().get(0).panels().get(1);
        assertThat(trend).isEqualTo(new Panel.Trend(new IndicatorId("SF01"), 36, Panel.Against.EXPECTED));
        // the comment-free file: order, title, question, filters, sections, - title, panels, - cards, - trend
        assertThat(page.where(trend)).endsWith("justice.yaml:9");
        assertThat(page.indicators()).startsWith(new IndicatorId("SF01"), new IndicatorId("SF02"));
    }

    @Test
    void the_public_sees_no_page_section_or_panel_of_single_cases_parties_or_files() {
        List<Dashboard> seen = DELIVERED.seenBy(Audience.PUBLIC);
        assertThat(seen).extracting(Dashboard::id).doesNotContain("warnings").hasSize(9);
        List<Panel> boards = seen.stream()
                .flatMap(d -> d.sections().stream())
                .flatMap(s -> s.panels().stream())
                .filter(p -> p instanceof Panel.Board)
                .toList();
        assertThat(boards)
                .extracting(p -> ((Panel.Board) p).kind())
                .containsOnly(Panel.Kind.TASKS, Panel.Kind.DOUBTS, Panel.Kind.INDICATORS);
    }

    @Test
    void a_board_of_files_stays_internal_even_where_its_page_is_public() throws IOException {
        Path folder = copy();
        Path quality = folder.resolve("quality.yaml");
        Files.writeString(quality, Files.readString(quality).replace("    audience: [internal]\n", ""));
        Dashboard seen = Dashboards.read(home, PASSPORTS).seenBy(Audience.PUBLIC).stream()
                .filter(d -> d.id().equals("quality"))
                .findFirst()
                .orElseThrow();
        assertThat(seen.sections()).hasSize(1);
        assertThat(seen.sections().get(0).panels()).containsExactly(new Panel.Board(Panel.Kind.DOUBTS, 200));
    }

    @ParameterizedTest(name = "{0} written as {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            cards: {indicators: [XZ01  | cards: {indicators: [XZ99     | - cards:        | 没有指标 XZ99
            cards: {indicators: [XZ01  | cards: {indicators: [立案数   | - cards:        | 不是指标代码
            cards: {indicators: [XZ01, | cards: {indicators: [XZ04,    | - cards:        | 写了两次
            by: ip_type, periods       | by: channel, periods          | - parts:        | 不能按“channel”分
            parts: {indicator: XZ01    | parts: {indicator: XZ06       | - parts:        | 不能
            parts: {indicator: XZ01    | part: {indicator: XZ01        | - part:         | 不认识“part”
            months: 24                 | months: many                  | XZ06, months    | 不是整数
            months: 24                 | months: 240                   | XZ06, months    | 超出范围
            against: nothing           | against: luck                 | against: luck   | 不认识“luck”
            rows: townships            | rows: streets                 | - table:        | 不认识“streets”
            shows: tasks               | shows: task                   | shows: task     | 不认识“task”
            zh: 驾驶舱                 | zh: 沙坡头区知识产权保护驾驶舱| title: {zh: 沙  | 这个位置最多10个
            en: Overview               | en: ''                        | title: {zh: 驾  | 不能为空
            title: {zh: 走势, en: Tre  | titel: {zh: 走势, en: Tre     | - titel         | 不认识“titel”
            order: 1                   | order: 2                      | order: 2        | 与 enforcement.yaml 相同
            audience: [internal]       | audience: [everyone]          | audience: [ev   | 不认识“everyone”
            rows: [XZ01, XZ04          | rows: [XZ01, XZ99             | rows: [XZ01, XZ | 没有指标 XZ99
            by: township}              | by: planet}                   | by: planet      | 不能按“planet”分
            filters: [period           | mail: {edition: internal, at: daily, to: [a@b.c], format: pdf} # | mail: | “daily”不是定时
            filters: [period           | mail: {edition: internal, at: 0 8 5 * *, to: [a b], format: pdf} # | mail: | “a b”不是邮箱
            """)
    void a_mistake_is_named_with_file_and_line(String right, String wrong, String marker, String cause)
            throws IOException {
        Path file = copy().resolve("leadership.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(right);
        String bad =
                text.substring(0, text.indexOf(right)) + wrong + text.substring(text.indexOf(right) + right.length());
        Files.writeString(file, bad);
        String where = "leadership.yaml:" + line(bad, marker) + "：";

        if (!wrong.startsWith("order")) {
            assertThatThrownBy(() -> Dashboards.read(home, PASSPORTS))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining(cause)
                    .hasMessageContaining(where);
        }
        assertThat(Dashboards.check(home, PASSPORTS)).singleElement().satisfies(fault -> assertThat(fault)
                .hasMessageContaining(cause));
    }

    @Test
    void a_rate_is_no_whole_and_a_share_is_no_stage() throws IOException {
        Path cooperation = copy().resolve("cooperation.yaml");
        Files.writeString(cooperation, Files.readString(cooperation).replace("[XZ02, XJ01,", "[XZ02, XJ02,"));
        assertThatThrownBy(() -> Dashboards.read(home, PASSPORTS)).hasMessageContaining("XJ02 不是件数");
    }

    @Test
    void the_check_names_the_mistake_of_each_file() throws IOException {
        Path folder = copy();
        Files.writeString(folder.resolve("Bad Name.yaml"), Files.readString(folder.resolve("tasks.yaml")));
        Files.writeString(folder.resolve("empty.yaml"), "");
        assertThat(Dashboards.check(home, PASSPORTS))
                .extracting(Fault::getMessage)
                .satisfiesExactly(
                        name -> assertThat(name).contains("Bad Name.yaml", "不能作网址"),
                        empty -> assertThat(empty).contains("empty.yaml:1", "文件是空的"));
    }

    private Path copy() throws IOException {
        Path folder = Files.createDirectories(Dashboards.folder(home));
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        return folder;
    }

    private static int line(String text, String marker) {
        return 1
                + (int) text.substring(0, text.indexOf(marker))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}
