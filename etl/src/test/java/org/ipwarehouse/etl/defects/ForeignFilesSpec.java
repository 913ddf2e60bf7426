package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same ledger as other programs export it: no row is lost, and what is not read is refused by name. */
class ForeignFilesSpec {

    /** One case as a JSON object. */
    private static String record(int n) {
        List<String> cells = LedgerSheet.row(n, "1000");
        return IntStream.range(0, LedgerSheet.WIDTH)
                .mapToObj(c -> "\"" + LedgerSheet.HEADER.get(c) + "\":\"" + cells.get(c) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static List<String> numbers(int... cases) {
        return IntStream.of(cases).mapToObj(LedgerSheet::case_).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "records under running numbers | {\"0\":%s,\"1\":%s,\"2\":%s}",
                "records under names of their own | {\"甲案\":%s,\"乙案\":%s,\"丙案\":%s}",
                "a list for each month | {\"7月\":[%s,%s],\"8月\":[%s]}",
                "months within an answer | {\"code\":0,\"data\":{\"7月\":[%s],\"8月\":[%s,%s]}}"
            })
    void all_groups_of_the_same_kind_of_record_are_read(String form, String envelope) {
        Received received = Received.text("台账.json", envelope.formatted(record(1), record(2), record(3)));

        assertThat(received.column("case_no")).as(form).containsExactlyElementsOf(numbers(1, 2, 3));
    }

    @Test
    void another_list_of_an_answer_is_no_part_of_the_report() {
        String other = "{\"字段\":\"案件编号\",\"类型\":\"文本\",\"长度\":\"40\"}";

        Received received =
                Received.text("台账.json", "{\"字段说明\":[" + other + "],\"data\":[" + record(1) + "," + record(2) + "]}");

        assertThat(received.column("case_no")).containsExactlyElementsOf(numbers(1, 2));
        assertThat(received.returned).isEmpty();
    }

    /** Grids that keep their header in sight write it as a table of its own. */
    @Test
    void a_header_in_a_table_of_its_own_belongs_to_the_table_below() {
        String page = "<html><body><table><tr><th>" + String.join("</th><th>", LedgerSheet.HEADER)
                + "</th></tr></table><table>"
                + IntStream.rangeClosed(1, 3)
                        .mapToObj(n -> "<tr><td>" + String.join("</td><td>", LedgerSheet.row(n, "1000")) + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table></body></html>";

        assertThat(Received.text("导出.xls", page).column("case_no")).containsExactlyElementsOf(numbers(1, 2, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"共2条记录", "总记录数：2", "显示第 1 到第 2 条记录，总共 2 条记录", "共 2 条 1/1 页", "查询到2条数据", "(2 行受影响)"})
    void a_count_of_the_records_below_the_table_is_no_row(String line) {
        Received received = Received.text(
                "台账.csv",
                LedgerSheet.csv(
                        LedgerSheet.HEADER,
                        LedgerSheet.row(1, "1000"),
                        LedgerSheet.row(2, "1000"),
                        LedgerSheet.only(0, "\"" + line + "\"")));

        assertThat(received.column("case_no")).containsExactlyElementsOf(numbers(1, 2));
        assertThat(received.returned).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\N", "None", "NaN", "(NULL)", "<NULL>", "NaT"})
    void what_a_program_writes_for_nothing_is_not_known(String nothing) {
        Received received = Received.text(
                "台账.csv", LedgerSheet.csv(LedgerSheet.HEADER, LedgerSheet.row(1, nothing, "立案日期", nothing)));

        assertThat(received.row().value("file_date")).isEmpty();
        assertThat(received.row().value("fine_yuan")).isEmpty();
    }

    /** 1000 + 2000 = 3000: the word stands where the period of a row would. */
    @Test
    void a_total_whose_word_stands_under_the_period_is_no_row() {
        String header = "统计期,报送单位,检查网站(含App)数,发现线索数,立案数,删除链接数,屏蔽断开链接数,关闭网站数,约谈平台数,罚款(万元)";
        Received received = Received.text(
                "剑网2026年8月.csv",
                String.join(
                        "\n",
                        header,
                        "2026年6—8月累计,网信办,1000,14,3,56,12,1,2,1.25",
                        "2026年6—8月累计,区公安分局,2000,6,1,4,0,1,0,0",
                        "合计,2个部门,3000,20,4,60,12,2,2,1.25"));

        assertThat(received.accepted.size() + received.returned.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SYLK | ID;PCALCOOO32\\nC;X1;Y1;K'案件编号'\\nE\\n",
                "DIF | TABLE\\n0,1\\n'Sheet'\\nVECTORS\\n0,12\\n",
                "UOF | <?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\"/>"
            })
    void tables_of_other_programs_are_refused_by_name(String form, String text) {
        assertRefused(
                text.replace("\\n", "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8), "dbf、SYLK、DIF、uof");
    }

    /** Version 3, changed on 2026-10-08, head of 65 bytes: 32, one field of 32, 0x0D. */
    @Test
    void a_table_of_dbase_is_refused_by_name() {
        byte[] table = new byte[120];
        byte[] head = {3, 126, 10, 8, 1, 0, 0, 0, 65, 0};
        System.arraycopy(head, 0, table, 0, head.length);
        table[64] = 0x0D;

        assertRefused(table, "dbf、SYLK、DIF、uof");
    }

    @ParameterizedTest
    @CsvSource({"rar, 526172211A0700", "rar 5, 526172211A070100", "7z, 377ABCAF271C0004"})
    void archives_that_are_not_opened_are_refused_with_what_to_do(String form, String bytes) {
        assertRefused(java.util.HexFormat.of().parseHex(bytes + "00".repeat(64)), "压缩包（rar/7z）");
    }

    private static void assertRefused(byte[] bytes, String name) {
        Received received = Received.file("台账.xls", bytes);
        assertThat(received.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        assertThat(received.remedy())
                .contains(name)
                .satisfiesAnyOf(
                        r -> assertThat(r).contains("另存为"), r -> assertThat(r).contains("解压"));
    }
}
