package org.ipwarehouse.etl.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.ContractCheck;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.Field.Privacy;
import org.ipwarehouse.etl.contract.Field.Required;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an example of a source that nobody agreed on yet to a draft that is valid at once. */
class ContractDraftSpec {
    private static final Path HOME = Path.of("..");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 12);
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Seven stations; the title, the unit of money and the header stand above them, a total and a foot below. */
    private static final String STATIONS = """
            2026年9月知识产权服务工作站运行台账,,,,,,,,,
            填报单位：区市场监督管理分局,,,,,,,,单位：万元,
            序号,工作站编号,工作站名称,统一社会信用代码,所属乡镇,站长姓名,联系电话,设立日期,运行经费,服务类别
            1,GZZ-001,滨河商标工作站,91350100M000100Y43,滨河镇,马建国,13812345678,2024-03-05,1.5,咨询
            2,GZZ-002,文昌版权工作站,91512081MA62K0260E,文昌镇,李秀兰,13912345679,2024年4月1日,2,培训
            3,GZZ-003,宣和苹果工作站,,宣和镇,王福贵,13712345670,2025.6.8,0.8,咨询
            4,GZZ-004,永康工作站,,永康镇,张淑珍,13612345671,2025-07-01,1.25,咨询
            5,GZZ-005,常乐工作站,,常乐镇,刘志强,13512345672,2025-08-11,3,培训
            6,GZZ-006,镇罗工作站,,镇罗镇,陈玉梅,13412345673,2025-09-09,0.5,咨询
            合计,,,,,,,,9.05,
            填表人：马建国,,,,,,,,,
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_draft_of_a_table_of_text_is_a_valid_contract_at_once() throws IOException {
        ContractDraft draft = draft(write("示例.csv", STATIONS.getBytes(GB18030)));

        assertThat(draft.fileName()).matches("S\\d{2}-.+\\.yaml");
        // a number that no source has
        String number = draft.fileName().substring(0, 3);
        assertThat(HOME.resolve("etl/contracts").toFile().list((dir, name) -> name.startsWith(number)))
                .isEmpty();
        List<Path> written = draft.writeTo(folder.resolve("out"));
        ContractCheck.Outcome outcome = ContractCheck.of(HOME, written.subList(0, 1));
        assertThat(outcome.mistakes()).isEmpty();
        assertThat(outcome.fields()).isEqualTo(10);
    }

    @Test
    void every_column_is_guessed_by_its_header_and_its_values() throws IOException {
        Contract contract = contract(draft(write("示例.csv", STATIONS.getBytes(StandardCharsets.UTF_8))));

        assertThat(name(contract, "统一社会信用代码")).isEqualTo("uscc");
        assertThat(contract.nameZh()).isEqualTo("知识产权服务工作站运行台账");
        assertThat(contract.owners()).containsExactly("U17");
        assertThat(contract.fields().stream()
                        .map(f -> f.labelZh() + " " + f.type() + " " + f.required() + " " + f.privacy() + " "
                                + f.rules() + " "
                                + f.codeList().replace(contract.table().name() + "_" + f.name(), "drafted")))
                .containsExactly(
                        "序号 INTEGER NO I [place] ",
                        "工作站编号 TEXT YES I [] ",
                        "工作站名称 TEXT YES I [] ",
                        "统一社会信用代码 TEXT NO I [uscc] ",
                        "所属乡镇 TEXT YES I [township] townships",
                        "站长姓名 TEXT YES D [] ",
                        "联系电话 TEXT YES D [phone] ",
                        "设立日期 DATE YES I [] ",
                        "运行经费 DECIMAL YES I [sent_unit=万元] ",
                        "服务类别 TEXT YES I [] drafted");
        assertThat(contract.key()).hasSize(1);
        assertThat(contract.field(contract.key().get(0)).orElseThrow().labelZh())
                .isEqualTo("工作站编号");
        assertThat(contract.periodField()).isEqualTo(name(contract, "设立日期"));
    }

    @Test
    void no_value_of_a_personal_column_is_written_anywhere() throws IOException {
        ContractDraft draft = draft(write("示例.csv", STATIONS.getBytes(StandardCharsets.UTF_8)));
        String all = draft.yaml() + draft.codeLists() + draft.remarks();
        for (String person : List.of("马建国", "李秀兰", "王福贵", "张淑珍", "刘志强", "陈玉梅", "138", "139", "13712345670")) {
            assertThat(all).doesNotContain(person);
        }
    }

    @Test
    void a_small_set_of_values_becomes_a_code_list_that_is_marked_as_a_guess() throws IOException {
        ContractDraft draft = draft(write("示例.csv", STATIONS.getBytes(StandardCharsets.UTF_8)));
        assertThat(draft.codeLists()).hasSize(1);
        assertThat(draft.codeLists().values().iterator().next().lines())
                .containsExactly(
                        "code,label,aliases,valid_from,valid_to,confidence,note",
                        "\"咨询\",\"咨询\",,,,guess,取自示例，须由报送单位补全",
                        "\"培训\",\"培训\",,,,guess,取自示例，须由报送单位补全");
    }

    @Test
    void every_field_is_marked_as_a_guess_and_says_what_to_confirm() throws IOException {
        String yaml = draft(write("示例.csv", STATIONS.getBytes(StandardCharsets.UTF_8)))
                .yaml();
        // ten fields, and the contract itself
        assertThat(yaml.lines().filter(line -> line.strip().equals("- property: confidence")))
                .hasSize(11);
        assertThat(yaml.lines().filter(line -> line.endsWith("请确认。"))).hasSize(10);
        assertThat(yaml).doesNotContainIgnoringCase("todo");
    }

    @Test
    void a_header_of_two_rows_with_merged_parents_is_put_together() throws IOException {
        Contract contract = contract(draft(write("两层.xlsx", twoLevels())));
        assertThat(contract.fields().stream().map(Field::labelZh))
                .containsExactly("案件编号", "罚没款_罚款(万元)", "罚没款_没收(万元)", "是否公开");
        Field fine = contract.fields().get(1);
        assertThat(fine.type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(fine.unit()).isEqualTo("元");
        assertThat(fine.rules()).containsExactly("sent_unit=万元");
        assertThat(contract.fields().get(3).type()).isEqualTo(ColumnType.BOOLEAN);
    }

    @Test
    void where_no_column_tells_rows_apart_several_do_together() throws IOException {
        Contract contract = contract(draft(write(
                "月报.csv", "单位,月份,件数\n区司法局,1,5\n区司法局,2,7\n区财政局,1,5\n区财政局,2,6\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(contract.key().stream()
                        .map(part -> contract.field(part).orElseThrow().labelZh()))
                .containsExactly("单位", "月份");
        assertThat(contract.fields().get(0).codeList()).isEqualTo("units");
    }

    @Test
    void of_a_long_example_the_first_thousand_rows_are_looked_at() throws IOException {
        StringBuilder text = new StringBuilder("编号,件数\n");
        // from row 1,001 on there are no numbers any more
        for (int i = 1; i <= 3_000; i++) {
            text.append("A")
                    .append(i)
                    .append(',')
                    .append(i <= 1_000 ? "5" : "五件")
                    .append('\n');
        }
        ContractDraft draft = draft(write("长.csv", text.toString().getBytes(StandardCharsets.UTF_8)));
        assertThat(draft.remarks().get(0)).contains("看了 1000 行");
        assertThat(contract(draft).fields().get(1).type()).isEqualTo(ColumnType.INTEGER);
    }

    @Test
    void citizen_numbers_make_a_column_sensitive_whatever_it_is_called() throws IOException {
        // GB 11643's own example
        Contract contract = contract(
                draft(write("名册.csv", "编号,代号\nA1,11010519491231002X\nA2,\nA3,\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(contract.fields().get(1).privacy()).isEqualTo(Privacy.S);
        assertThat(contract.fields().get(1).required()).isEqualTo(Required.NO);
    }

    @Test
    void a_file_without_a_table_is_refused_and_nothing_is_written_over() throws IOException {
        Path picture = write("扫描件.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertThatThrownBy(() -> draft(picture)).isInstanceOf(Fault.class).hasMessageContaining("起草不了约定");
        Path numbers = write("数.csv", "1,2\n3,4\n".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> draft(numbers)).isInstanceOf(Fault.class).hasMessageContaining("没有像表头的一行");
        ContractDraft draft = draft(write("示例.csv", STATIONS.getBytes(StandardCharsets.UTF_8)));
        draft.writeTo(folder.resolve("out"));
        assertThatThrownBy(() -> draft.writeTo(folder.resolve("out")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("已经存在");
    }

    private ContractDraft draft(Path example) {
        return ContractDraft.of(new ContractDraft.Order(HOME, example, "", "", DAY));
    }

    private static String name(Contract contract, String label) {
        return contract.fields().stream()
                .filter(f -> f.labelZh().equals(label))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The draft as the installation would read it once it lies among the contracts. */
    private Contract contract(ContractDraft draft) throws IOException {
        Path home = folder.resolve("home");
        for (String part : List.of("etl/contracts", "etl/codelists")) {
            Files.createDirectories(home.resolve(part));
            try (var files = Files.list(HOME.resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(part).resolve(file.getFileName()));
                }
            }
        }
        Files.writeString(home.resolve("etl/contracts").resolve(draft.fileName()), draft.yaml());
        for (var list : draft.codeLists().entrySet()) {
            Files.writeString(home.resolve("etl/codelists").resolve(list.getKey() + ".csv"), list.getValue());
        }
        return Contracts.load(home).source(draft.source()).orElseThrow();
    }

    private static byte[] twoLevels() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("台账");
            fill(sheet.createRow(0), "行政处罚案件台账", "", "", "");
            fill(sheet.createRow(1), "案件编号", "罚没款", "", "是否公开");
            fill(sheet.createRow(2), "", "罚款(万元)", "没收(万元)", "");
            fill(sheet.createRow(3), "卫沙〔2026〕1号", "0.5", "0", "是");
            fill(sheet.createRow(4), "卫沙〔2026〕2号", "1.25", "0.3", "否");
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 2));
            write(book, out);
            return out.toByteArray();
        }
    }

    private static void write(XSSFWorkbook book, OutputStream out) throws IOException {
        book.write(out);
    }

    private static void fill(Row row, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            if (!cells[c].isEmpty()) {
                row.createCell(c).setCellValue(cells[c]);
            }
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
