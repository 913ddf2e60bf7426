package org.ipwarehouse.app.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Linkage.Candidate;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;

/** Candidates in a workbook, both parties side by side, with a column for the reviewer's conclusion. */
public final class ReviewWorkbook {
    private static final String SHEET = "候选";
    private static final String HINT = "请在“结论”栏选 同一、不同 或 待定，空白的不处理；“理由”可写可不写；不要改动最右两栏主体键。可排序、可删行。";
    private static final int HEADER_ROW = 1;
    private static final int HEADER_SEARCH = 20;
    private static final int WIDTH_UNIT = 256;

    private ReviewWorkbook() {}

    /**
     * Writes the candidates in their order. Every cell is text that no spreadsheet program takes for a formula.
     *
     * @param mark what the first line says before the instructions, such as that the data are synthetic; "" for nothing
     * @throws Fault where there is such a file already: it may hold a reviewer's work
     */
    public static void write(Path file, List<Candidate> candidates, String mark) {
        try (Workbook book = new XSSFWorkbook()) {
            CellStyle text = book.createCellStyle();
            // the mark that a cell begins with an apostrophe: what follows stays text, also when it is edited
            text.setQuotePrefixed(true);
            text.setWrapText(true);
            Sheet sheet = book.createSheet(SHEET);
            sheet.createRow(0).createCell(0).setCellValue(mark + HINT);
            Row header = sheet.createRow(HEADER_ROW);
            for (ReviewColumns column : ReviewColumns.values()) {
                put(header, column, column.title(), text);
                sheet.setColumnWidth(column.ordinal(), column.width() * WIDTH_UNIT);
            }
            for (Candidate candidate : candidates) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (ReviewColumns column : ReviewColumns.values()) {
                    put(row, column, column.of(candidate), text);
                }
            }
            sheet.createFreezePane(2, HEADER_ROW + 1);
            offerVerdicts(sheet);
            Path parent = file.toAbsolutePath().getParent();
            Files.createDirectories(parent == null ? file.toAbsolutePath() : parent);
            try (OutputStream bytes = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                book.write(bytes);
            }
        } catch (FileAlreadyExistsException held) {
            throw AppErrors.wouldOverwrite(file);
        } catch (IOException refused) {
            throw AppErrors.unwritable(file, refused);
        }
    }

    private static void put(Row row, ReviewColumns column, String value, CellStyle style) {
        Cell cell = row.createCell(column.ordinal(), CellType.STRING);
        cell.setCellValue(value);
        cell.setCellStyle(style);
    }

    private static void offerVerdicts(Sheet sheet) {
        if (sheet.getLastRowNum() <= HEADER_ROW) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String[] labels = Arrays.stream(Verdict.values()).map(Verdict::labelZh).toArray(String[]::new);
        int column = ReviewColumns.VERDICT.ordinal();
        CellRangeAddressList cells = new CellRangeAddressList(HEADER_ROW + 1, sheet.getLastRowNum(), column, column);
        DataValidation choice = helper.createValidation(helper.createExplicitListConstraint(labels), cells);
        choice.setShowErrorBox(true);
        sheet.addValidationData(choice);
    }

    /**
     * Reads conclusions back. Rows without one are left out; a conclusion that is none of the three is a fault that names
     * its rows, and then nothing is taken.
     *
     * @param by who decided
     */
    public static List<Decision> read(Path file, String by, Instant at) {
        try (InputStream bytes = Files.newInputStream(file);
                Workbook book = new XSSFWorkbook(bytes)) {
            for (Sheet sheet : book) {
                Optional<Reading> reading = Reading.of(file, sheet);
                if (reading.isPresent()) {
                    return reading.get().decisions(by, at);
                }
            }
            throw AppErrors.noReview(file, titles(ReviewColumns.NEEDED));
        } catch (IOException refused) {
            throw AppErrors.unreadable(file, refused);
        } catch (Fault known) {
            throw known;
        } catch (RuntimeException broken) {
            throw AppErrors.notAWorkbook(file, broken);
        }
    }

    private static List<String> titles(List<ReviewColumns> columns) {
        return columns.stream().map(ReviewColumns::title).toList();
    }

    /** One sheet whose header was found. */
    private record Reading(Path file, Sheet sheet, int header, Map<ReviewColumns, Integer> places) {
        private static final DataFormatter FORMATTER = new DataFormatter();

        static Optional<Reading> of(Path file, Sheet sheet) {
            for (int i = 0; i <= Math.min(sheet.getLastRowNum(), HEADER_SEARCH); i++) {
                Map<ReviewColumns, Integer> places = new EnumMap<>(ReviewColumns.class);
                Row row = sheet.getRow(i);
                if (row != null) {
                    row.forEach(cell -> Arrays.stream(ReviewColumns.values())
                            .filter(c -> c.title().equals(text(cell)))
                            .forEach(c -> places.putIfAbsent(c, cell.getColumnIndex())));
                }
                if (places.keySet().containsAll(ReviewColumns.NEEDED)) {
                    return Optional.of(new Reading(file, sheet, i, places));
                }
            }
            return Optional.empty();
        }

        List<Decision> decisions(String by, Instant at) {
            List<Decision> decisions = new ArrayList<>();
            List<String> mistakes = new ArrayList<>();
            for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
                Row row = sheet.getRow(i);
                String said = row == null ? "" : value(row, ReviewColumns.VERDICT);
                if (row == null || said.isEmpty()) {
                    continue;
                }
                Optional<Verdict> verdict = Arrays.stream(Verdict.values())
                        .filter(v -> v.labelZh().equals(said))
                        .findFirst();
                String left = value(row, ReviewColumns.LEFT_KEY);
                String right = value(row, ReviewColumns.RIGHT_KEY);
                if (verdict.isEmpty() || left.isEmpty() || right.isEmpty() || left.equals(right)) {
                    mistakes.add("第 " + (i + 1) + " 行“" + said + "”");
                } else {
                    String reason = value(row, ReviewColumns.REASON);
                    decisions.add(new Decision(left, right, verdict.get(), by, at, reason));
                }
            }
            if (!mistakes.isEmpty()) {
                throw AppErrors.verdictsUnclear(file, mistakes);
            }
            return decisions;
        }

        private String value(Row row, ReviewColumns column) {
            Integer place = places.get(column);
            Cell cell = place == null ? null : row.getCell(place);
            return cell == null ? "" : text(cell);
        }

        /** A formula is never computed: its text is no conclusion. */
        private static String text(Cell cell) {
            return FORMATTER.formatCellValue(cell).strip();
        }
    }
}
