package org.ipwarehouse.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.ipwarehouse.app.command.DrawnDesk.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a meeting asks: where a change comes from, what is overdue, which figures not to use. */
class MeetingCommandsSpec {
    @TempDir
    Path folder;

    private Answer ipw(String... words) {
        return new DrawnDesk(folder).ipw(words);
    }

    @Test
    void a_change_is_shown_with_its_parts_the_reading_and_what_to_know() {
        Answer answer = ipw("explain", "XZ01", "2026Q3");

        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines().toList())
                .anySatisfy(line -> assertThat(line).isEqualTo("XZ01 立案数（件） 2026年第三季度 12，2025年第三季度 10，增减 2"))
                .anySatisfy(line -> assertThat(line.split("\\s+")).containsExactly("滨河镇", "10", "7", "3", "150.0"))
                .anySatisfy(line -> assertThat(line.split("\\s+")).containsExactly("乡镇不详", "2", "3", "-1", "-50.0"))
                .contains("判断：变化在随机波动范围之内，不宜说升或降。（把握较大）", "注意：口径已变。");
    }

    @Test
    void a_rate_and_a_change_without_a_base_are_refused_in_one_line() {
        Answer rate = ipw("explain", "TS05", "2026Q3");
        assertThat(rate.code()).isEqualTo(2);
        assertThat(rate.err().lines())
                .singleElement()
                .asString()
                .contains("TS05")
                .contains("比率");

        Answer noBase = ipw("explain", "XZ01", "2026Q3", "--to", "qoq");
        assertThat(noBase.code()).isEqualTo(2);
        assertThat(noBase.err().lines()).singleElement().asString().contains("对比期没有数");
    }

    @Test
    void overdue_items_come_with_owner_and_source_row_and_open_ones_only_when_asked_for() {
        assertThat(ipw("overdue").out())
                .contains("共 2 件")
                .contains("案1", "案2", "S02.csv 3月 第7行")
                .doesNotContain("案3");
        assertThat(ipw("overdue", "--unit", "U177").err())
                .contains("没有单位 'U177'", "U17")
                .hasLineCount(1);
        assertThat(ipw("overdue", "--unit", "U17").out()).contains("共 1 件").contains("案1");
        assertThat(ipw("overdue", "--unit", "U17", "--all").out())
                .contains("共 2 件")
                .contains("案3");
    }

    @Test
    void figures_not_to_be_used_are_listed_with_the_reasons() {
        assertThat(ipw("trust", "2026Q3").out()).contains("1 个指标的数不能照用").contains("TS05", "不能用", "时限未录入；见说明");
        assertThat(ipw("trust", "2030Q1").code()).isEqualTo(2);
    }

    @Test
    void a_tried_definition_stands_beside_the_present_one_with_the_difference() {
        // 9 − 12 ＝ −3；滨河镇 10 与 10 相同
        Answer district = ipw("try", "新口径.yaml");
        assertThat(district.code()).isZero();
        assertThat(district.out().lines().toList())
                .anySatisfy(line ->
                        assertThat(line.split("\\s+")).containsExactly("2026Q3", "沙坡头区", "12", "9", "-3", "ok", "ok"))
                .contains("共 1 个数，1 个不同。");
        assertThat(ipw("try", "新口径.yaml", "--by", "township").out()).contains("滨河镇", "共 1 个数，0 个不同。");
        assertThat(ipw("try", "新口径.yaml", "--by", "nothing").code()).isEqualTo(2);
        assertThat(ipw("try", "新口径.yaml", "--period", "2031Q1").code()).isEqualTo(2);
    }
}
