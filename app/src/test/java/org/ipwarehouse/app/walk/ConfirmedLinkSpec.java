package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.ipwarehouse.warehouse.fixtures.SlimHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person decides in the workbook who is who; after the next build links and indicators follow, and a refusal stays. */
class ConfirmedLinkSpec {
    private static final String LEDGER = "案件编号,案件名称,案件来源,立案日期,当事人名称,统一社会信用代码,知识产权类型,违法行为,罚款,结案方式,处罚决定日期,办案机构\n";
    /** Valid by their check characters (GB 32100). */
    private static final String WANGXING = "91350100M000100Y43";

    private static final String SHAYUAN = "91512081MA62K0260E";

    @TempDir
    Path place;

    private int written;

    @Test
    void a_confirmed_pair_is_one_party_in_the_figures_and_a_refused_pair_is_not_shown_again() throws IOException {
        Installation lake = new Installation(
                SlimHome.of(Installation.HOME, place.resolve("home"), List.of("XZ08")), place.resolve("links"));
        sent(
                lake,
                "案件台账2026年2月.csv",
                penalty(1, "2026-02-10", "宁夏兴旺农业科技有限责任公司", WANGXING)
                        + penalty(2, "2026-02-11", "宁夏金沙源果业有限公司", SHAYUAN));
        sent(
                lake,
                "案件台账2026年7月.csv",
                penalty(3, "2026-07-20", "寧夏興旺農業科技有限責任公司", "") + penalty(4, "2026-07-21", "宁夏金沙源果业有限责任公司", ""));
        built(lake);
        // 三季度受罚的两件都没有代码，各自成一个：再犯 0 ÷ 2
        assertThat(repeats(lake)).isEqualTo("0/2");

        Path first = decided(lake, Map.of("兴旺", "同一", "金沙源", "不同"));
        Answer taken = lake.ipw("link", "review", "--in", first.toString(), "--by", "张三");
        assertThat(taken.out()).as(taken.err()).contains("同一 1", "不同 1");
        assertThat(repeats(lake)).as("nothing moves before the next build").isEqualTo("0/2");
        built(lake);

        // 案件 3 归到兴旺（二月受过罚，36 个月内）：再犯 1 ÷ 2；金沙源的两家仍是两家
        assertThat(repeats(lake)).isEqualTo("1/2");
        List<String> mentions = LakeContent.of(lake.data()).getOrDefault("linked.party_mention", List.of());
        assertThat(mentions)
                .filteredOn(m -> m.contains("confirmed"))
                .singleElement()
                .asString()
                .contains(WANGXING);

        // 又来一件，候选重做：已定的两对都不再出现
        sent(lake, "案件台账2026年8月.csv", penalty(5, "2026-08-03", "宁夏兴旺农业科技公司", ""));
        built(lake);
        assertThat(pairs(lake)).noneMatch(pair -> pair.contains("金沙源")).noneMatch(pair -> pair.contains("興旺"));
        assertThat(repeats(lake)).isEqualTo("1/3");
    }

    private static void built(Installation lake) {
        lake.later();
        Answer answer = lake.ipw("build");
        assertThat(answer.code()).as(answer.err()).isZero();
    }

    private static String penalty(int n, String decided, String party, String code) {
        return String.join(
                        ",",
                        "卫沙市监立〔2026〕" + n + "号",
                        "商标案",
                        "监督检查",
                        "2026-01-05",
                        party,
                        code,
                        "商标",
                        "侵犯注册商标专用权",
                        "5000",
                        "处罚",
                        decided,
                        "区市场监督管理分局")
                + "\n";
    }

    private void sent(Installation lake, String name, String rows) throws IOException {
        Path file = Files.write(place.resolve(name), (LEDGER + rows).getBytes(StandardCharsets.UTF_8));
        Answer answer = lake.ipw("ingest", file.toString());
        assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
    }

    /** Numerator and denominator of XZ08, 重复侵权主体占比. */
    private static String repeats(Installation lake) {
        List<String> lines = lake.ipw("figures", "--indicator", "XZ08", "--period", "2026Q3", "--csv")
                .lines();
        String[] cells = lines.get(1).split(",", -1);
        return cells[5] + "/" + cells[6];
    }

    private Path written(Installation lake) {
        Path file = place.resolve("候选" + ++written + ".xlsx");
        Answer answer = lake.ipw("link", "review", "--out", file.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        return file;
    }

    private List<String> pairs(Installation lake) throws IOException {
        try (InputStream in = Files.newInputStream(written(lake));
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            List<String> pairs = new ArrayList<>();
            book.getSheetAt(0).forEach(row -> pairs.add(text(row)));
            return pairs;
        }
    }

    /** Fills in the conclusion of the row that names a party on both sides. */
    private Path decided(Installation lake, Map<String, String> conclusions) throws IOException {
        Path file = written(lake);
        Path filled = place.resolve("已定.xlsx");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(filled)) {
            Sheet sheet = book.getSheetAt(0);
            for (Row row : sheet) {
                conclusions.forEach((name, conclusion) -> {
                    String simplified = text(row).replace("興", "兴");
                    if (simplified.indexOf(name) != simplified.lastIndexOf(name)) {
                        row.createCell(0).setCellValue(conclusion);
                    }
                });
            }
            book.write(out);
        }
        return filled;
    }

    private static String text(Row row) {
        List<String> cells = new ArrayList<>();
        row.forEach(cell -> cells.add(cell.toString()));
        return cells.stream().collect(Collectors.joining(" "));
    }
}
