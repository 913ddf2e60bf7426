package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.junit.jupiter.api.Test;

/** The whole walk on the committed exports: accounts, evidence, and the same files once more. */
class DemonstrationSpec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Installation demo = Installation.demonstration();

    @Test
    void each_file_is_accounted_for_as_the_manifest_says() throws IOException {
        Map<String, String> promised = new TreeMap<>();
        JsonNode manifest =
                JSON.readTree(Installation.HOME.resolve("samples/manifest.json").toFile());
        manifest.get("files").forEach(f -> promised.put(f.get("name").asText(), account(f, "rows")));

        Map<String, String> held = new TreeMap<>();
        status().get("submissions").forEach(s -> held.put(s.get("file").asText(), account(s, "rows_read")));

        assertThat(held).isEqualTo(promised);
        // 9 sources over 36 months, S26 by quarter: 8 × 36 + 12 = 300 files; 18 small registers, each in one file
        assertThat(held).hasSize(318);
    }

    private static String account(JsonNode file, String rows) {
        return file.get("source").asText() + " sha256 " + file.get("sha256").asText() + ": read "
                + file.get(rows).asLong() + ", accepted " + file.get("accepted").asLong() + ", quarantined "
                + file.get("quarantined").asLong() + ", repeated "
                + file.get("repeated").asLong() + ", reasons " + file.get("reasons");
    }

    private JsonNode status() {
        return json(demo.ipw("status", "--json"));
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.code()).as(answer.err()).isZero();
        try {
            return JSON.readTree(answer.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void every_case_behind_a_count_stands_in_the_very_row_of_the_very_file_that_is_named() throws IOException {
        JsonNode why = json(demo.ipw("why", "XZ01", "2026Q3", "--json"));

        Set<String> cases = new HashSet<>();
        for (JsonNode row : why.get("rows")) {
            String number = row.get("values").get("case_no").asText();
            assertThat(cells(row)).contains(number);
            assertThat(cases.add(number)).as("%s is counted once", number).isTrue();
        }
        assertThat(cases).isNotEmpty().hasSize(why.get("numerator").asInt());
        assertThat(why.get("value").asInt()).isEqualTo(why.get("numerator").asInt());
    }

    /** All cells of the row of an original workbook that a piece of evidence names. */
    private static Set<String> cells(JsonNode row) throws IOException {
        Path file = Installation.EXPORTS.resolve(row.get("file").asText());
        Set<String> cells = new HashSet<>();
        try (InputStream in = Files.newInputStream(file);
                Workbook book = WorkbookFactory.create(in)) {
            for (Cell cell : book.getSheet(row.get("sheet").asText())
                    .getRow(row.get("row").asInt() - 1)) {
                // departments write the year's brackets as they like: (2026), （2026） or 〔2026〕
                cells.add(cell.toString().strip().replaceAll("[(（\\[]", "〔").replaceAll("[)）\\]]", "〕"));
            }
        }
        return cells;
    }

    @Test
    void totals_of_the_small_registers_come_out_as_worked_by_hand() {
        // S25 至 2026 年 9 月：调整预算 65 万＋30 万 ＝ 95 万；累计支出 9×8－3＋2026 除以 3 的余数 1 ＝ 70％：45.5 万＋21 万 ＝ 66.5 万 → 70.0
        // 装备应配 10＋12＋14 ＝ 36，少 (2＋2026)、(3＋2026)、(4＋2026) 除以 3 的余数 0、1、2：实配 33 → 33÷36 ＝ 91.7
        // S22 互助基金每年两笔：50、60、70 万各两笔 ＝ 360 万
        assertThat(value("JB07")).isEqualTo("70.0");
        assertThat(value("JB08")).isEqualTo("91.7");
        assertThat(value("JB14")).isEqualTo("360.00");
    }

    private String value(String indicator) {
        List<String> lines = demo.ipw("figures", "--indicator", indicator, "--period", "2026Q3", "--csv")
                .lines();
        return lines.get(1).split(",", -1)[4];
    }

    @Test
    void the_register_of_businesses_keeps_those_that_a_month_does_not_mention() {
        // S27 首月全量四千余户，此后每月只报新增和变更三十余户：期末在册仍是四千余户，不是最近一次报送的三十余户
        List<String> lines = demo.ipw("figures", "--indicator", "TS09", "--period", "2026Q3", "--csv")
                .lines();
        assertThat(Integer.parseInt(lines.get(1).split(",", -1)[6])).isBetween(3_500, 5_000);
    }

    @Test
    void the_same_files_once_more_change_nothing() {
        String before = figures();
        long held = status().get("submissions").size();

        Answer again = demo.ipw("ingest", Installation.EXPORTS.toString(), "--json");

        assertThat(again.code()).isZero();
        assertThat(again.lines()).hasSize(318).allSatisfy(line -> assertThat(line)
                .contains("\"verdict\":\"repeated\"")
                .contains("\"rows_read\":0,\"accepted\":0,\"quarantined\":0,\"repeated\":0"));
        assertThat(status().get("submissions")).hasSize((int) held);
        assertThat(status().get("stale").asBoolean()).isFalse();
        Answer build = demo.ipw("build");
        assertThat(build.out()).as(build.err()).contains("指标不必重算");
        assertThat(figures()).isEqualTo(before);
    }

    private String figures() {
        return demo.ipw("figures", "--period", "2026Q3", "--csv").out();
    }
}
