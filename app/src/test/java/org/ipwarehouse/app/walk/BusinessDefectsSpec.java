package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Defects of how departments report, not of a single cell: what is sent again, corrected, taken back or sent by two. From
 * files through the real lake.
 */
class BusinessDefectsSpec {
    private static final String LEDGER = "案件编号,案件名称,案件来源,立案日期,当事人名称,知识产权类型,违法行为,罚款,结案方式,处罚决定日期,办案机构\n";
    private static final String TRANSFERS = "移送编号,移送机关,接收机关,原行政案件编号,涉嫌罪名,批准移送时间,移送时间,涉嫌犯罪案件移送书文号,公安接收时间\n";

    @TempDir
    Path place;

    @Test
    void D09_the_same_bytes_under_another_name_change_nothing_and_other_bytes_are_a_new_version() throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d09"));
        String july = LEDGER + row(1, "", "") + row(2, "", "");
        sent(lake, "案件台账2026年7月.csv", july);
        Answer again = sent(lake, "案件台账2026年7月(1)最终版2.csv", july);
        assertThat(again.out()).contains("此前已收");
        assertThat(rows(lake, "clean.penalty_case")).hasSize(2);

        sent(lake, "案件台账2026年7月更正.csv", LEDGER + row(1, "", "") + row(2, "处罚", "2026-07-20"));
        // case 1 was seen again, case 2 has a second version; the first is kept
        assertThat(rows(lake, "clean.penalty_case")).hasSize(3);
        assertThat(rows(lake, "control.contested_key")).hasSize(1).allMatch(key -> key.contains("2号"));
    }

    @Test
    void D57_a_ledger_that_also_holds_the_months_before_counts_each_case_once() throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d57"));
        sent(lake, "案件台账2026年6月.csv", LEDGER + row(1, "", "") + row(2, "", ""));
        sent(lake, "案件台账2026年7月.csv", LEDGER + row(1, "", "") + row(2, "", "") + row(3, "", ""));

        assertThat(rows(lake, "clean.penalty_case")).hasSize(3);
        // of July's three rows two were held already
        assertThat(rows(lake, "control.submission")).anyMatch(account -> account.contains(", 3, 1, 0, 2, "));
    }

    @Test
    void D59_a_late_correction_is_a_version_of_its_own_with_the_day_it_describes_and_the_day_it_came()
            throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d59"));
        sent(lake, "案件台账2026年6月.csv", LEDGER + row(1, "", ""));
        sent(lake, "案件台账2026年9月.csv", LEDGER + row(1, "处罚", "2026-07-20"));

        List<String> versions = rows(lake, "clean.penalty_case");
        assertThat(versions).hasSize(2);
        assertThat(versions).anyMatch(v -> v.contains("2026-06-30")).anyMatch(v -> v.contains("2026-09-30"));
        assertThat(versions).allMatch(v -> v.contains(Installation.NOON.toString()));
    }

    @Test
    void D60_a_case_that_is_taken_back_changes_its_state_and_is_not_removed() throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d60"));
        sent(lake, "案件台账2026年6月.csv", LEDGER + row(1, "", ""));
        sent(lake, "案件台账2026年7月.csv", LEDGER + row(1, "撤案", ""));

        List<String> versions = rows(lake, "clean.penalty_case");
        assertThat(versions).hasSize(2).filteredOn(v -> v.contains("撤案")).hasSize(1);
    }

    @Test
    void D63_one_transfer_that_two_parties_report_is_one_key_with_two_versions() throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d63"));
        String transfer = "区市场监督管理分局,区公安分局,卫沙市监立〔2026〕1号,假冒注册商标罪," + "2026-07-06 10:00,2026-07-06 15:00,卫沙市监移〔2026〕3号,";
        sent(lake, "市监移送2026年7月.csv", TRANSFERS + "SJ-1," + transfer + "\n");
        sent(lake, "公安接收2026年7月.csv", TRANSFERS + "GA-77," + transfer + "2026-07-06 16:30\n");

        assertThat(rows(lake, "clean.criminal_transfer")).hasSize(2);
        assertThat(rows(lake, "control.contested_key")).hasSize(1).allMatch(key -> key.contains("卫沙市监移〔2026〕3号"));
    }

    /**
     * 100 fines from 5,000 to 104,000 元, 1,000 apart: first percentile 5,000, 99th 103,000. 3.5 is below 5,000 ÷ 10, and 3.5 ×
     * 10,000 = 35,000 is a usual fine: it was stated in 万元. 20,000 is a usual fine.
     */
    @Test
    void D37_a_fine_in_ten_thousands_under_a_column_in_yuan_is_returned_once_a_build_knows_the_usual_ones()
            throws IOException {
        Installation lake = new Installation(Installation.HOME, place.resolve("d37"));
        StringBuilder june = new StringBuilder(LEDGER);
        for (int n = 1; n <= 100; n++) {
            june.append(fined(n, String.valueOf(4000 + n * 1000)));
        }
        String july = LEDGER + fined(201, "3.5") + fined(202, "20000");
        sent(lake, "案件台账2026年6月.csv", june.toString());
        assertThat(lake.ipw("build").code()).isZero();

        sent(lake, "案件台账2026年7月.csv", july);

        assertThat(rows(lake, "mart.usual_amount")).anyMatch(row -> row.contains("fine_yuan, 5000.00, 103000.00, 100"));
        assertThat(rows(lake, "clean.penalty_case")).hasSize(101);
        assertThat(rows(lake, "quarantine.row"))
                .singleElement()
                .asString()
                .contains("AMOUNT_UNIT_SUSPECT", "折合3.50元，而本列历史上99%不少于5000.00元");
    }

    private static String fined(int n, String fine) {
        return row(n, "处罚", "2026-06-20").replace(",5000,", "," + fine + ",");
    }

    private static String row(int n, String closing, String decided) {
        String fine = closing.equals("处罚") ? "5000" : "";
        return "卫沙市监立〔2026〕" + n + "号,鼓楼烟酒店商标案,监督检查,2026-06-01,沙坡头区鼓楼烟酒店,商标,侵犯注册商标专用权," + fine + "," + closing + ","
                + decided + ",区市场监督管理分局\n";
    }

    private Answer sent(Installation lake, String name, String text) throws IOException {
        Path file = Files.write(place.resolve(name), text.getBytes(StandardCharsets.UTF_8));
        Answer answer = lake.ipw("ingest", file.toString());
        assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
        return answer;
    }

    private static List<String> rows(Installation lake, String table) {
        Map<String, List<String>> content = LakeContent.of(lake.data());
        return content.getOrDefault(table, List.of());
    }
}
