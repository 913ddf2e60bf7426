package org.ipwarehouse.reports.chart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.Test;

class FigureChartsSpec {
    private static final FigureBook BOOK = FigureBook.read(new InMemoryWarehouse());
    private static final Period Q3 = Period.quarter(2026, 3);
    private static final IndicatorId CASES = new IndicatorId("XZ01");
    private final FigureCharts charts = new FigureCharts(BOOK, Labels.load(Path.of("..")));

    @Test
    void the_finding_of_a_trend_is_carried_by_its_own_table() {
        for (Passport p : BOOK.passports()) {
            ChartSpec.Line trend = charts.trend(p.id(), Q3, 12);
            List<DataTable.Row> rows = trend.toTable().rows();
            List<BigDecimal> values = rows.stream()
                    .map(r -> r.cells().get(2))
                    .filter(c -> c.value() != null)
                    .map(Cell::value)
                    .sorted()
                    .toList();
            String finding = trend.caption().finding();
            if (values.isEmpty()) {
                assertThat(finding).contains("没有数值");
                continue;
            }
            BigDecimal high = values.get(values.size() - 1);
            BigDecimal low = values.get(0);
            BigDecimal lastValue = rows.get(11).cells().get(2).value();
            if (high.equals(low)) {
                assertThat(finding).contains("各月相同");
            } else {
                assertThat(finding)
                        .contains(high.equals(lastValue) ? "为近12个月最高" : "最高为" + told(p, rows, high))
                        .contains(low.equals(lastValue) ? "为近12个月最低" : "最低为" + told(p, rows, low));
            }
            Cell last = rows.get(11).cells().get(2);
            assertThat(finding).startsWith("2026年9月" + (last.value() == null ? "没有数值" : last.text() + p.unit()));
        }
    }

    @Test
    void the_change_in_a_trend_s_finding_is_that_of_the_two_last_cells_of_its_table() {
        List<Cell> last = charts.trend(CASES, Q3, 12).toTable().rows().get(11).cells();
        BigDecimal before = requireNonNull(last.get(1).value());
        BigDecimal now = requireNonNull(last.get(2).value());
        BigDecimal percent = now.subtract(before).multiply(new BigDecimal(100)).divide(before, 1, RoundingMode.HALF_UP);
        assertThat(percent.signum()).isPositive();
        assertThat(charts.trend(CASES, Q3, 12).caption().finding()).contains("同比增长" + percent + "%");
    }

    @Test
    void a_month_without_report_is_missing_in_chart_and_table() {
        ChartSpec.Line trend = charts.trend(new IndicatorId("ZS02"), Q3, 12);
        ChartSpec.Value august = trend.series().get(1).values().get(10);
        assertThat(trend.categories().get(10).name()).isEqualTo("2026年8月");
        assertThat(august.value()).isNull();
        assertThat(trend.toTable().rows().get(10).cells().get(2).text()).isEqualTo("…");
    }

    @Test
    void a_ranking_is_in_order_and_its_share_is_that_of_its_first_three_bars() {
        ChartSpec.Bar ranking = charts.ranking(CASES, Q3);
        List<BigDecimal> values =
                ranking.items().stream().limit(11).map(i -> i.value().value()).toList();
        assertThat(values).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(ranking.items().get(11).label()).isEqualTo("乡镇不详");
        BigDecimal whole =
                ranking.items().stream().map(i -> i.value().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal first = values.get(0).add(values.get(1)).add(values.get(2));
        BigDecimal share = first.multiply(new BigDecimal(100)).divide(whole, 1, RoundingMode.HALF_UP);
        assertThat(ranking.caption().finding()).endsWith("合计占全区" + share + "%。").contains("（" + values.get(0) + "件）");
    }

    @Test
    void parts_add_up_to_the_whole_in_every_period() {
        List<Period> quarters = List.of(Period.quarter(2026, 1), Period.quarter(2026, 2), Q3);
        ChartSpec.Stacked structure = charts.structure(CASES, "ip_type", quarters);
        for (int i = 0; i < 3; i++) {
            int at = i;
            BigDecimal sum = structure.series().stream()
                    .map(s -> s.values().get(at).value())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(sum)
                    .isEqualByComparingTo(
                            BOOK.district(CASES, quarters.get(i)).orElseThrow().value());
        }
        assertThat(structure.series().get(0).name()).isEqualTo("商标");
    }

    @Test
    void parts_too_many_to_tell_apart_end_in_one_that_holds_the_rest() {
        // eight parts of 8, 7, … 1: five are named, 3 + 2 + 1 = 6 remain
        FigureBook many = FigureBook.read(new EightParts());
        ChartSpec.Stacked structure =
                new FigureCharts(many, Labels.load(Path.of(".."))).structure(CASES, "ip_type", List.of(Q3));
        assertThat(structure.series().stream()
                        .map(s -> s.name() + s.values().get(0).text()))
                .containsExactly("A8", "B7", "C6", "D5", "E4", "其他6");
    }

    @Test
    void labels_of_a_year_of_quarters_name_the_year_where_it_changes() {
        List<Period> quarters = List.of(
                Period.quarter(2025, 3), Period.quarter(2025, 4), Period.quarter(2026, 1), Period.quarter(2026, 2));
        String ticks = charts.structure(CASES, "ip_type", quarters).categories().stream()
                .map(ChartSpec.Category::tick)
                .collect(Collectors.joining(" "));
        assertThat(ticks).isEqualTo("2025年三季度 四季度 2026年一季度 二季度");
    }

    @Test
    void eight_quarters_are_labelled_in_full_at_the_width_of_the_page() {
        List<Period> quarters = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            quarters.add(Period.quarter(2024 + (i + 3) / 4, (i + 3) % 4 + 1));
        }
        ChartSpec.Stacked structure = charts.structure(CASES, "ip_type", quarters);
        String svg = ChartRenderer.of(Path.of("..")).svg(structure, new Size(920, 330), "s");
        assertThat(svg).contains(">2024年四季度<", ">2025年一季度<", ">2026年一季度<", ">三季度<");
    }

    private static String told(Passport p, List<DataTable.Row> rows, BigDecimal value) {
        String month = rows.stream()
                .filter(r -> value.equals(r.cells().get(2).value()))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(0)
                .text();
        return month + "的" + value.setScale(p.decimals(), RoundingMode.HALF_UP) + p.unit();
    }
}
