package org.ipwarehouse.warehouse.internal.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse.Region;
import org.junit.jupiter.api.Test;

class ReferenceTablesSpec {
    private static final Path HOME = Path.of("..");

    private static List<CsvFile.Line> rows(String name) {
        return CsvFile.read(HOME.resolve("warehouse/reference/" + name)).rows();
    }

    @Test
    void the_task_list_has_5_groups_17_tasks_19_units_113_pairs_and_110_mechanisms() {
        assertThat(rows("groups.csv")).hasSize(5);
        assertThat(rows("tasks.csv")).hasSize(17);
        assertThat(rows("units.csv")).hasSize(19);
        assertThat(rows("task_unit.csv")).hasSize(113);
        assertThat(rows("mechanisms.csv")).hasSize(110);
    }

    @Test
    void nine_tasks_were_due_in_2022_six_in_2025_and_two_are_for_ever() {
        assertThat(rows("tasks.csv").stream().map(t -> t.text("deadline")))
                .containsOnly("2022年", "2025年", "长期坚持")
                .satisfies(all -> {
                    assertThat(all.stream().filter("2022年"::equals)).hasSize(9);
                    assertThat(all.stream().filter("2025年"::equals)).hasSize(6);
                });
    }

    @Test
    void the_district_has_ten_towns_one_township_two_statistical_units_and_the_unknown() {
        List<Region> regions = Regions.list(HOME, new RegionCode("640502"));
        // 区本级 1 ＋ 10 镇 ＋ 1 乡 ＋ 2 个类似乡级单位 ＋ 乡镇不详 1 ＝ 15
        assertThat(regions).hasSize(15);
        assertThat(regions.get(0).nameZh()).isEqualTo("沙坡头区");
        assertThat(regions.get(14).code().isUnknownTownship()).isTrue();
    }

    @Test
    void the_calendar_has_every_day_of_six_years() {
        // 4 × 365 ＋ 闰年 2024 的 366 ＋ 365 ＝ 2191
        assertThat(rows("calendar.csv")).hasSize(2191);
    }
}
