package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that nobody agreed on is one YAML file and its code list away from the lake, and no Java. */
class NewSourceSpec {
    private static final String EXAMPLE = """
            知识产权服务工作站运行台账,,,,,
            填报单位：区市场监督管理分局,,,,单位：万元,
            工作站编号,工作站名称,站长姓名,设立日期,运行经费,服务类别
            GZZ-001,滨河商标工作站,马建国,2024-03-05,1.5,咨询
            GZZ-002,文昌版权工作站,李秀兰,2024-04-01,2,培训
            GZZ-003,宣和苹果工作站,王福贵,2025-06-08,0.8,咨询
            GZZ-004,永康枸杞工作站,张淑珍,2025-07-01,1.2,咨询
            GZZ-005,常乐商标工作站,刘志强,2025-08-11,3,培训
            GZZ-006,镇罗商标工作站,陈玉梅,2025-09-09,0.5,咨询
            """;

    /** September: one station again, one new, one with a service that is not agreed. */
    private static final String SEPTEMBER = """
            2026年9月知识产权服务工作站运行台账,,,,,
            填报单位：区市场监督管理分局,,,,单位：万元,
            工作站编号,工作站名称,站长姓名,设立日期,运行经费,服务类别
            GZZ-001,滨河商标工作站,马建国,2024-03-05,1.6,咨询
            GZZ-007,兴仁硒砂瓜工作站,杨秀英,2026-09-02,0.7,培训
            GZZ-008,香山工作站,赵国栋,2026-09-03,0.9,算命
            合计,,,,3.2,
            """;

    @TempDir
    Path place;

    @Test
    void a_draft_from_an_example_is_checked_put_among_the_contracts_and_takes_the_next_export_in() throws IOException {
        Path home = home();
        Installation installed = new Installation(home, place.resolve("data"));
        Path september = write("工作站9月.csv", SEPTEMBER.getBytes(Charset.forName("GB18030")));
        assertThat(installed.ipw("ingest", september.toString()).code())
                .as("nobody knows it yet")
                .isEqualTo(3);

        Path example = write("工作站.csv", EXAMPLE.getBytes(StandardCharsets.UTF_8));
        Path drafts = place.resolve("drafts");
        Answer draft = installed.command(
                "contract",
                "new",
                example.toString(),
                "--out",
                drafts.resolve("S30-ip_station.yaml").toString());
        assertThat(draft.code()).as(draft.err()).isZero();
        Path contract = drafts.resolve("S30-ip_station.yaml");
        Path codes = drafts.resolve("ip_station_fu_wu_lei_bie.csv");
        assertThat(draft.lines()).containsExactly(contract.toString(), codes.toString());
        Answer check = installed.command("contract", "check", contract.toString());
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.out()).startsWith("1 份约定、6 个字段、");

        Files.copy(contract, home.resolve("etl/contracts").resolve(contract.getFileName()));
        Files.copy(codes, home.resolve("etl/codelists").resolve(codes.getFileName()));
        Answer taken = installed.ipw("ingest", september.toString(), "--json");

        JsonNode account = new ObjectMapper().readTree(taken.lines().get(0));
        assertThat(account.get("source").asText()).as(taken.out()).isEqualTo("S30");
        // three rows: two as agreed, one with a service that the code list does not have; the total is no row
        assertThat(account.get("rows_read").asInt()).isEqualTo(3);
        assertThat(account.get("accepted").asInt()).isEqualTo(2);
        assertThat(account.get("quarantined").asInt()).isEqualTo(1);
        assertThat(rowsHeld(place.resolve("data/lake/clean/ip_station"))).isEqualTo(2);
        assertThat(feedback()).contains("算命", "GZZ-008").doesNotContain("GZZ-007");
    }

    @Test
    void a_wrong_contract_is_told_with_file_and_line_and_ends_with_2() throws IOException {
        Path home = home();
        Path contract = home.resolve("etl/contracts/S27-party_register.yaml");
        List<String> lines = Files.readAllLines(contract, StandardCharsets.UTF_8);
        int status = lines.indexOf("status: active");
        lines.set(status, "state: active");
        Files.write(contract, lines, StandardCharsets.UTF_8);

        Answer answer = new Installation(home, place.resolve("data")).command("contract", "check");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("etl/contracts/S27-party_register.yaml:" + (status + 1) + ": ");
        assertThat(answer.err()).contains("不认识的键 state");
        // S27 is the one that is not in order: its 12 fields are not counted
        assertThat(answer.out()).startsWith(contracts() - 1 + " 份约定、" + (fields() - 12) + " 个字段、");
    }

    @Test
    void the_contracts_that_ship_are_in_order() throws IOException {
        Answer answer = new Installation(Installation.HOME, place.resolve("data")).command("contract", "check");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .startsWith(contracts() + " 份约定、" + fields() + " 个字段、")
                .contains("未发现问题");
    }

    private static long contracts() throws IOException {
        try (Stream<Path> files = Files.list(Installation.HOME.resolve("etl/contracts"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).count();
        }
    }

    /** Each property of a contract's table, by its place on the line: not read as the product reads it. */
    private static long fields() throws IOException {
        long fields = 0;
        try (Stream<Path> files = Files.list(Installation.HOME.resolve("etl/contracts"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                fields += Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(line -> line.startsWith("      - name: "))
                        .count();
            }
        }
        return fields;
    }

    @Test
    void mistakes_of_the_command_line_are_told_before_anything_is_written() throws IOException {
        Installation installed = new Installation(Installation.HOME, place.resolve("data"));
        String example =
                write("工作站.csv", EXAMPLE.getBytes(StandardCharsets.UTF_8)).toString();
        assertThat(installed.command("contract").code()).isEqualTo(2);
        assertThat(installed.command("contract", "new", "没有.csv").code()).isEqualTo(2);
        assertThat(installed
                        .command("contract", "new", example, "--source", "30")
                        .err())
                .contains("来源编号 应写作 S30 的形式");
        assertThat(installed
                        .command(
                                "contract",
                                "new",
                                example,
                                "--out",
                                place.resolve("x.yaml").toString())
                        .err())
                .contains("S30-表名.yaml");
        try (Stream<Path> files = Files.list(place)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("工作站.csv");
        }
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(place.resolve(name), bytes);
    }

    private Path home() throws IOException {
        Path home = place.resolve("home");
        for (String folder : List.of("etl/contracts", "etl/codelists")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Installation.HOME.resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
        Files.copy(Installation.HOME.resolve("ipw.yaml"), home.resolve("ipw.yaml"));
        return home;
    }

    /** Rows of the files that the table's log has added. */
    private static long rowsHeld(Path table) throws IOException {
        long rows = 0;
        try (Stream<Path> logs = Files.list(table.resolve("_delta_log"))) {
            for (Path log : logs.filter(f -> f.toString().endsWith(".json")).toList()) {
                for (String line : Files.readAllLines(log, StandardCharsets.UTF_8)) {
                    JsonNode stats =
                            new ObjectMapper().readTree(line).path("add").path("stats");
                    rows += stats.isMissingNode()
                            ? 0
                            : new ObjectMapper()
                                    .readTree(stats.asText())
                                    .get("numRecords")
                                    .asLong();
                }
            }
        }
        return rows;
    }

    /** Every text of the workbooks that go back to the department. */
    private String feedback() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(place.resolve("data/feedback"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".xlsx")).toList()) {
                try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
                    for (Sheet sheet : book) {
                        for (Row row : sheet) {
                            for (Cell cell : row) {
                                all.append(cell).append('\n');
                            }
                        }
                    }
                }
            }
        }
        return all.toString();
    }
}
