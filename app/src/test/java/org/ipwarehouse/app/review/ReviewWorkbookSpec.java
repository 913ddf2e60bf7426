package org.ipwarehouse.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Linkage.Candidate;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Side;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook goes out with candidates and comes back with conclusions. */
class ReviewWorkbookSpec {
    private static final Instant AT = Instant.parse("2026-11-23T02:00:00Z");

    @TempDir
    Path folder;

    private static Candidate candidate(String left, String name) {
        return new Candidate(
                new Side("NAME:" + left, name, "", "文昌镇鼓楼西街1号", "640502101", "S04"),
                new Side("91640502MA000000" + left, "甲店", "91640502MA000000" + left, "", "640502101", "S02 S27"),
                "probabilistic",
                new BigDecimal("12.34"),
                new BigDecimal("0.99980000"),
                "字号：相同（+9.3）；乡镇：相同（+3.0）",
                "");
    }

    private Path sent(Consumer<Sheet> reviewer) {
        Path file = folder.resolve("候选.xlsx");
        ReviewWorkbook.write(
                file,
                List.of(candidate("1", "=HYPERLINK(\"x\")"), candidate("2", "乙店"), candidate("3", "丙店")),
                "演示数据。");
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            reviewer.accept(book.getSheetAt(0));
            Path back = folder.resolve("收回.xlsx");
            try (OutputStream out = Files.newOutputStream(back)) {
                book.write(out);
            }
            return back;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void say(Sheet sheet, int row, String verdict, String reason) {
        sheet.getRow(row).getCell(0).setCellValue(verdict);
        sheet.getRow(row).getCell(1).setCellValue(reason);
    }

    @Test
    void conclusions_come_back_with_the_pair_they_were_written_beside_and_blank_ones_are_left_out() {
        Path back = sent(sheet -> {
            say(sheet, 2, "同一", "地址相同");
            say(sheet, 4, " 不同 ", "");
        });
        assertThat(ReviewWorkbook.read(back, "张三", AT))
                .containsExactly(
                        new Decision("NAME:1", "91640502MA0000001", Verdict.SAME, "张三", AT, "地址相同"),
                        new Decision("NAME:3", "91640502MA0000003", Verdict.DIFFERENT, "张三", AT, ""));
    }

    @Test
    void the_first_line_says_what_the_data_are_and_a_workbook_that_is_there_is_not_written_over() throws IOException {
        sent(sheet ->
                assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).startsWith("演示数据。请在“结论”栏选"));
        Path held = folder.resolve("候选.xlsx");
        byte[] before = Files.readAllBytes(held);

        assertThatThrownBy(() -> ReviewWorkbook.write(held, List.of(), ""))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("已经存在，没有写");
        assertThat(Files.readAllBytes(held)).isEqualTo(before);
    }

    @Test
    void a_sheet_that_was_sorted_and_has_a_line_above_the_header_is_read_alike() {
        Path back = sent(sheet -> {
            say(sheet, 4, "待定", "问过镇里");
            sheet.shiftRows(1, 4, 2);
        });
        assertThat(ReviewWorkbook.read(back, "张三", AT))
                .containsExactly(new Decision("NAME:3", "91640502MA0000003", Verdict.UNDECIDED, "张三", AT, "问过镇里"));
    }

    @Test
    void a_conclusion_that_is_none_of_the_three_refuses_all_and_names_the_row() {
        Path back = sent(sheet -> {
            say(sheet, 2, "同一", "");
            say(sheet, 3, "好像是", "");
        });
        assertThatThrownBy(() -> ReviewWorkbook.read(back, "张三", AT))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("第 4 行“好像是”")
                .hasMessageContaining("没有收下任何结论");
    }

    @Test
    void no_cell_that_we_write_can_become_a_formula() {
        sent(sheet -> {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    assertThat(row.getRowNum() == 0 || cell.getCellStyle().getQuotePrefixed())
                            .isTrue();
                }
            }
            assertThat(sheet.getRow(2)
                            .getCell(ReviewColumns.LEFT_NAME.ordinal())
                            .getStringCellValue())
                    .isEqualTo("=HYPERLINK(\"x\")");
        });
    }

    @Test
    void another_workbook_or_no_workbook_at_all_is_refused_in_words() throws IOException {
        Path other = folder.resolve("other.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(other)) {
            book.createSheet("名单").createRow(0).createCell(0).setCellValue("姓名");
            book.write(out);
        }
        assertThatThrownBy(() -> ReviewWorkbook.read(other, "张三", AT))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("没有候选表");
        Path text = folder.resolve("text.xlsx");
        Files.writeString(text, "not a workbook");
        assertThatThrownBy(() -> ReviewWorkbook.read(text, "张三", AT))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("不是可读的 .xlsx");
    }
}
