package org.ipwarehouse.reports.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A slip in a writers' file stops the bulletin and names file and line. */
class WritersMistakesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    /** The sentence stands in the line after {@code sentences:}. */
    private AbstractThrowableAssert<?, ?> sentence(String body) throws IOException {
        Path series = Desk.series(folder, "  s: {" + body + "}");
        int line = Files.readAllLines(series.resolve("sentences.yaml")).indexOf("sentences:") + 2;
        return assertThatThrownBy(() -> new BulletinSpecReader(Desk.passports()).read(series))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("sentences.yaml:" + line);
    }

    private AbstractThrowableAssert<?, ?> bulletin(String right, String wrong) throws IOException {
        Path series = Desk.series(folder, "  s: {text: 甲。}");
        assertThat(Desk.BULLETIN).contains(right);
        String text = Desk.BULLETIN.replace(right, wrong);
        Files.writeString(series.resolve("bulletin.yaml"), text);
        int line = 1
                + List.of(text.split("\n"))
                        .indexOf(List.of(text.split("\n")).stream()
                                .filter(l -> l.contains(wrong.strip()))
                                .findFirst()
                                .orElseThrow());
        return assertThatThrownBy(() -> new BulletinSpecReader(Desk.passports()).read(series))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("bulletin.yaml:" + line);
    }

    @Test
    void an_unknown_placeholder() throws IOException {
        sentence("text: \"立案{XZ01.wert}。\"").hasMessageContaining("{XZ01.wert}");
    }

    @Test
    void an_indicator_that_has_no_passport() throws IOException {
        sentence("text: \"立案{XZ99.value}。\"").hasMessageContaining("XZ99").hasMessageContaining("XZ01");
    }

    @Test
    void a_comparison_that_the_passport_forbids() throws IOException {
        sentence("text: \"{ZS04.value}，{ZS04.qoq}。\"").hasMessageContaining("不作环比");
    }

    @Test
    void a_dimension_that_the_passport_does_not_have() throws IOException {
        sentence("text: \"{XZ01.parts:violation}。\"").hasMessageContaining("violation");
    }

    @Test
    void shares_of_a_rate() throws IOException {
        sentence("text: \"{XZ06.top-share:3}。\"").hasMessageContaining("比率");
    }

    @Test
    void a_brace_that_is_not_closed() throws IOException {
        sentence("text: \"立案{XZ01.value。\"").hasMessageContaining("花括号");
    }

    @Test
    void an_unknown_state_of_a_sentence() throws IOException {
        sentence("text: 甲。, zeros: 乙。").hasMessageContaining("zeros");
    }

    @Test
    void a_sentence_table_or_kind_that_does_not_exist() throws IOException {
        bulletin("- sentences: [s]", "- sentences: [t]").hasMessageContaining("“t”");
        bulletin("- table: main", "- table: mane").hasMessageContaining("“mane”");
        bulletin("kind: indicators", "kind: indicator").hasMessageContaining("indicator");
        bulletin("[XZ01, XZ06]", "[XZ01, XZ60]").hasMessageContaining("XZ60");
        bulletin("{when: always, text: 初步数。}", "{when: allways, text: 初步数。}").hasMessageContaining("allways");
        bulletin("pdf: serif-bold", "pdf: serif_bold").hasMessageContaining("serif_bold");
    }

    @Test
    void a_bulletin_of_a_month_or_of_a_quarter_without_figures_is_refused() {
        BulletinComposer composer = BulletinComposer.quarterly(Path.of(".."));
        LocalDate day = LocalDate.of(2026, 10, 20);
        assertThatThrownBy(() -> composer.compose(new InMemoryWarehouse(), Period.parse("2026-09"), day))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2026-09")
                .hasMessageContaining("2026Q3");
        assertThatThrownBy(() -> composer.compose(new InMemoryWarehouse(), Period.parse("2031Q1"), day))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("2031Q1");
    }

    @Test
    void a_table_wider_than_the_page() throws IOException {
        String nine = "[XZ01, XZ04, SF01, ZS04, XZ01, XZ04, SF01, ZS04, XZ01]";
        bulletin(
                        "  main: {kind: indicators, title: 主要指标, indicators: [XZ01, XZ06]}",
                        "  main: {kind: townships, title: 分乡镇, first_column: 乡镇, indicators: " + nine + "}")
                .hasMessageContaining("9个指标")
                .hasMessageContaining("最多写8个");
    }

    @Test
    void a_label_that_its_chart_cannot_hold() {
        var caption = new org.ipwarehouse.reports.chart.ChartSpec.Caption("立案数", "", "件", "");
        String label = "伪造、擅自制造他人注册商标标识或者销售伪造的标识"; // 24 characters
        var value = new org.ipwarehouse.reports.chart.ChartSpec.Value(java.math.BigDecimal.ONE, "1", false, null);
        var chart = new org.ipwarehouse.reports.chart.ChartSpec.Bar(
                caption, "行为", List.of(new org.ipwarehouse.reports.chart.ChartSpec.Item(label, value, false)));
        var item = new BulletinSpec.ChartItem(BulletinSpec.ChartKind.PARETO, "违法行为", "violation", List.of(), 1);
        assertThatThrownBy(() -> LabelCheck.require(item, chart))
                .hasMessageContaining("图“违法行为”")
                .hasMessageContaining(label);
        assertThat(LabelCheck.width("ab商标")).isEqualTo(3);
    }
}
