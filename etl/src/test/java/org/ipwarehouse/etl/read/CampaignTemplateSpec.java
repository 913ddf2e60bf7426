package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.check.ContractJudge;
import org.ipwarehouse.etl.check.TokenKey;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The campaign's fixed template: title, two header rows with merged parents, one row a unit, a totals row. */
class CampaignTemplateSpec {
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final TokenKey KEY = new TokenKey("00".repeat(31) + "01");
    private static final String[] PARENTS = {"统计期", "报送单位", "监管情况", "", "处置情况", "", "", "", "查办情况", "", ""};
    private static final String[] CHILDREN = {
        "", "", "检查网站(含APP)数", "发现线索数", "删除链接数", "屏蔽断开链接数", "关闭网站数", "约谈平台数", "立案数", "罚款（万元）", "移送司法数"
    };

    private final Path folder;

    CampaignTemplateSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    /** 100+20+30=150, 5+7+2=14, 56+10+4=70, 3+3+0=6, 1, 2+1=3, 1+2=3, 1.25+0.5=1.75 万元, 1. */
    @Test
    void each_unit_is_a_row_and_the_totals_row_agrees() throws IOException {
        Recognised file = template(150, 14, 70, 6, 1, 3, 3, 1.75, 1);
        assertThat(file.contract().source()).isEqualTo("S17");
        assertThat(file.asOf()).isEqualTo(LocalDate.of(2026, 8, 31));
        SeenRows seen = judged(file);
        assertThat(seen.rejectedCells).isEmpty();
        // 1.25 万元 = 12500 元, 0.5 万元 = 5000 元
        assertThat(seen.accepted)
                .containsExactly(
                        List.of("2026-06..08", "U01", "100", "5", "1", "56", "3", "1", "2", "12500.00", "0"),
                        List.of("2026-06..08", "U02", "20", "7", "0", "10", "3", "0", "1", "0.00", "0"),
                        List.of("2026-06..08", "U15", "30", "2", "2", "4", "0", "0", "0", "5000.00", "1"));
        assertThat(seen.warnings).isEmpty();
    }

    /** 立案数 1+0+2=3 is not 4. */
    @Test
    void a_totals_row_that_counts_a_case_twice_is_a_warning() throws IOException {
        SeenRows seen = judged(template(150, 14, 70, 6, 1, 3, 4, 1.75, 1));
        assertThat(seen.accepted).hasSize(3);
        assertThat(seen.warnings).singleElement().asString().contains("TOTAL_MISMATCH", "立案数", "4", "3");
    }

    /** No title and no period in the file's name: the column tells, all months of the range and not its first alone. */
    @Test
    void without_a_title_the_column_tells_the_months() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.csv"),
                "统计期,报送单位,检查网站数,发现线索数,立案数,删除链接数,屏蔽断开链接数,关闭网站数,约谈平台数\n2026年6—8月累计,网信办,1,1,1,1,1,1,1\n");
        Recognition seen =
                new Recogniser(CONTRACTS.all()).recognise(Original.plain(file), "a.csv", LocalDate.of(2026, 9, 8));
        assertThat(((Recognised) seen).months()).containsExactly("2026-06", "2026-07", "2026-08");
    }

    private static SeenRows judged(Recognised file) throws IOException {
        return SeenRows.of(
                file.source((contract, sheet) -> ContractJudge.of(contract, CONTRACTS.codeLists(), sheet, KEY)),
                1 << 20);
    }

    private Recognised template(double... totals) throws IOException {
        Path file = folder.resolve("剑网统计表.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("汇总");
            text(sheet, 0, "“剑网2026”专项行动统计表（2026年6—8月累计）");
            text(sheet, 1, PARENTS);
            text(sheet, 2, CHILDREN);
            merge(sheet, 0, 0, 0, 10);
            merge(sheet, 1, 2, 0, 0);
            merge(sheet, 1, 2, 1, 1);
            merge(sheet, 1, 1, 2, 3);
            merge(sheet, 1, 1, 4, 7);
            merge(sheet, 1, 1, 8, 10);
            unit(sheet, 3, "区委宣传部", 100, 5, 56, 3, 1, 2, 1, 1.25, 0);
            unit(sheet, 4, "网信办", 20, 7, 10, 3, 0, 1, 0, 0, 0);
            unit(sheet, 5, "区旅游和文体广电局", 30, 2, 4, 0, 0, 0, 2, 0.5, 1);
            text(sheet, 6, "合  计");
            numbers(sheet.getRow(6), totals);
            book.write(out);
        }
        Recognition seen =
                new Recogniser(CONTRACTS.all()).recognise(Original.plain(file), "剑网统计表.xlsx", LocalDate.of(2026, 9, 8));
        assertThat(seen).isInstanceOf(Recognised.class);
        return (Recognised) seen;
    }

    private static void unit(Sheet sheet, int row, String unit, double... figures) {
        text(sheet, row, "2026年6—8月累计", unit);
        numbers(sheet.getRow(row), figures);
    }

    private static void numbers(Row row, double... figures) {
        for (int i = 0; i < figures.length; i++) {
            row.createCell(i + 2).setCellValue(figures[i]);
        }
    }

    private static void text(Sheet sheet, int row, String... cells) {
        Row made = sheet.createRow(row);
        for (int c = 0; c < cells.length; c++) {
            Cell cell = made.createCell(c);
            if (!cells[c].isEmpty()) {
                cell.setCellValue(cells[c]);
            }
        }
    }

    private static void merge(Sheet sheet, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        sheet.addMergedRegion(new CellRangeAddress(firstRow, lastRow, firstColumn, lastColumn));
    }
}
