package org.ipwarehouse.reports.document;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Period;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every number of the finished files stands in the indicator table (the CSV, read back), or is reckoned from it as the
 * annex says; and none that does not.
 */
@SuppressWarnings("NullAway.Init") // set by JUnit
class EveryNumberTest {
    private static final Path HOME = Path.of("..");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    /** Numerals that are no statistics: dates, periods, law, counts of the list of tasks, numbers of notes and tables. */
    private static final Pattern ALLOWED = Pattern.compile(String.join(
            "|",
            "\\d{4}年(?:\\d+(?:—\\d+)?月(?:\\d+日)?)?",
            "\\d+—\\d+月",
            "\\d{2}年(?:一|二|三|四)季",
            "\\d{1,2}月",
            "\\d{2}年\\d{1,2}月",
            "近\\d+个月",
            "有预期区间的\\d+个月",
            "超出预期区间的有\\d+个月",
            "[表图]\\d+",
            "17项任务推进情况",
            "[A-Z]{2}\\d{2}[A-Z]?",
            "S\\d{2}",
            "共\\d+项，前\\d+项",
            "其余\\d+项"));

    @TempDir
    static Path folder;

    private static Bulletin bulletin;
    private static List<Path> files;
    private static Set<String> known;

    @BeforeAll
    static void write() throws IOException {
        bulletin = BulletinComposer.quarterly(HOME)
                .compose(new InMemoryWarehouse(), Period.parse("2026Q3"), LocalDate.of(2026, 10, 20));
        files = new BulletinWriter(HOME).write(bulletin, folder);
        known = known();
    }

    private static Path file(String ending) {
        return files.stream()
                .filter(f -> f.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** Numbers of the CSV's five columns of numbers, and of the annex's sheets of shares and charts. */
    private static Set<String> known() throws IOException {
        Set<String> numbers = new HashSet<>();
        for (Map<String, String> line : csv()) {
            for (String column : List.of("value", "yoy_base", "yoy", "qoq_base", "qoq")) {
                String number = line.getOrDefault(column, "");
                numbers.add(number.replace("-", ""));
                numbers.addAll(times(number));
            }
        }
        try (XSSFWorkbook workbook = workbook()) {
            workbook.forEach(sheet -> {
                if (sheet.getSheetName().equals("占比") || sheet.getSheetName().startsWith("图")) {
                    numbersOf((XSSFSheet) sheet, numbers);
                }
            });
        }
        numbers.remove("");
        return numbers;
    }

    /** +251.6 % is said as 增长2.5倍. */
    private static List<String> times(String change) {
        return change.matches("[2-9]\\d\\d\\.\\d|\\d{4,}\\.\\d")
                ? List.of(new java.math.BigDecimal(change)
                        .movePointLeft(2)
                        .setScale(1, java.math.RoundingMode.HALF_UP)
                        .toPlainString())
                : List.of();
    }

    private static void numbersOf(XSSFSheet sheet, Set<String> numbers) {
        DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.NUMERIC) {
                    numbers.add(formatter.formatCellValue(cell).replace(",", "").replace("-", ""));
                }
            }
        }
    }

    private static List<Map<String, String>> csv() throws IOException {
        List<String> lines = Files.readAllLines(file("indicators.csv"));
        String[] head = lines.get(0).split(",", -1);
        List<Map<String, String>> table = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], cells[i]);
            }
            table.add(row);
        }
        return table;
    }

    private static XSSFWorkbook workbook() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file(".xlsx"))));
    }

    /** Those numbers of a text that neither the table nor the list of allowed numerals has. */
    private static Set<String> unknown(String text) {
        String plain = ALLOWED.matcher(text).replaceAll(" ");
        Set<String> unknown = new TreeSet<>();
        Matcher number = NUMBER.matcher(plain);
        while (number.find()) {
            String digits = number.group().replace(",", "");
            if (!known.contains(digits)) {
                unknown.add(digits + " in “" + around(plain, number.start()) + "”");
            }
        }
        return unknown;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 15), Math.min(text.length(), at + 15));
    }

    /** The table of tasks counts units and papers, no figures: it is checked by its own sheet of the annex. */
    private static Set<String> taskCounts() throws IOException {
        Set<String> counts = new HashSet<>();
        try (XSSFWorkbook workbook = workbook()) {
            workbook.forEach(sheet -> {
                if (sheet.getRow(0).getCell(0).getStringCellValue().contains("17项任务")) {
                    numbersOf((XSSFSheet) sheet, counts);
                }
            });
        }
        return counts;
    }

    @Test
    void the_text_of_the_word_file() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file(".docx"))))) {
            int numbers = 0;
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                String text = paragraph.getText();
                if (text.startsWith("注释")) {
                    break;
                }
                if (!text.contains("任务清单共")) {
                    assertThat(unknown(text)).isEmpty();
                    numbers += NUMBER.matcher(text).results().count();
                }
            }
            assertThat(numbers).isGreaterThan(60);
        }
    }

    @Test
    void the_tables_of_the_word_file() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file(".docx"))))) {
            Set<String> tasks = taskCounts();
            for (XWPFTable table : document.getTables()) {
                boolean ofTasks = table.getRow(0).getCell(0).getText().equals("序号");
                String text = table.getRows().stream()
                        .skip(1)
                        .flatMap(row -> row.getTableCells().stream())
                        .map(cell -> " " + cell.getText())
                        .collect(java.util.stream.Collectors.joining());
                if (ofTasks) {
                    assertThat(NUMBER.matcher(ALLOWED.matcher(text).replaceAll(" "))
                                    .results()
                                    .map(java.util.regex.MatchResult::group))
                            .allMatch(tasks::contains);
                } else {
                    assertThat(unknown(text)).isEmpty();
                }
            }
        }
    }

    @Test
    void the_page() throws IOException {
        Document page = Jsoup.parse(Files.readString(file(".html")));
        page.select("p.note, p.definition, h2.small").remove();
        page.select("table").forEach(table -> {
            if (table.text().startsWith("序号")) {
                table.remove();
            }
        });
        // numbers at the axes of a chart are its scale, no figures: they have no other text beside them
        page.select("svg").remove();
        String text = page.body().text();
        int tasks = text.indexOf("任务清单共");
        int after = text.indexOf('。', text.indexOf('。', tasks) + 1);
        assertThat(unknown(text.substring(0, tasks) + text.substring(after))).isEmpty();
    }

    /** What a chart says beside its scale: its finding in the description, and the numbers that it writes. */
    @Test
    void the_charts_of_the_page() throws IOException {
        Document page = Jsoup.parse(Files.readString(file(".html")));
        assertThat(page.select("svg desc"))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(desc -> assertThat(unknown(desc.text())).isEmpty());
        assertThat(page.select("svg text[font-weight=bold]"))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(unknown(label.text())).isEmpty());
    }

    /** Charts are drawings in a PDF, not text: what stands there is the text, the tables and the captions. */
    @Test
    void every_number_of_the_pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file(".pdf")))) {
            String text = new PDFTextStripper()
                    .getText(document)
                    .replaceAll("(?m)^\\s*— \\d+ —\\s*$", "")
                    .replaceAll("(?<=[\\u4e00-\\u9fff，。；、（）—])\\R(?=\\S)", "");
            String body = text.substring(0, text.indexOf("注释"));
            int tasks = body.indexOf("任务清单共");
            int list = body.indexOf("任务推进情况", tasks + 10);
            assertThat(unknown(body.substring(0, tasks))).isEmpty();
            assertThat(NUMBER.matcher(body.substring(0, tasks)).results().count())
                    .isGreaterThan(150);
            // the table of tasks counts papers, and its head is repeated on the next page
            Set<String> counts = taskCounts();
            assertThat(NUMBER.matcher(ALLOWED.matcher(body.substring(list)).replaceAll(" "))
                            .results()
                            .map(java.util.regex.MatchResult::group))
                    .isNotEmpty()
                    .allMatch(counts::contains);
        }
    }

    @Test
    void the_pdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file(".pdf")))) {
            String pdf = new PDFTextStripper()
                    .getText(document)
                    .replaceAll("\\s", "")
                    .replace(",", "");
            // what the Word file says paragraph by paragraph is what the PDF says
            try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(file(".docx"))))) {
                List<String> paragraphs = word.getParagraphs().stream()
                        .map(p -> p.getText().replaceAll("\\s", "").replace(",", ""))
                        .filter(text -> text.length() > 20)
                        .toList();
                assertThat(paragraphs).hasSizeGreaterThan(20).allSatisfy(text -> assertThat(found(pdf, text))
                        .as(text)
                        .isTrue());
            }
        }
    }

    /** A page break may stand within: number, mark and repeated heads come between two halves. */
    private static boolean found(String pdf, String text) {
        if (pdf.contains(text)) {
            return true;
        }
        for (int cut = 1; cut < text.length(); cut++) {
            if (pdf.contains(text.substring(0, cut)) && pdf.contains(text.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void the_workbook_says_the_same_as_the_csv_and_numbers_are_numbers() throws IOException {
        List<Map<String, String>> csv = csv();
        try (XSSFWorkbook workbook = workbook()) {
            XSSFSheet sheet = workbook.getSheet("指标表");
            int header = 0;
            while (!"指标代码".equals(sheet.getRow(header).getCell(0).getStringCellValue())) {
                header++;
            }
            assertThat(sheet.getLastRowNum() - header).isEqualTo(csv.size());
            DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
            for (int i = 0; i < csv.size(); i++) {
                Row row = sheet.getRow(header + 1 + i);
                assertThat(row.getCell(0).getStringCellValue())
                        .isEqualTo(csv.get(i).get("indicator"));
                Cell value = row.getCell(8);
                String published = csv.get(i).getOrDefault("value", "");
                assertThat(value.getCellType()).isEqualTo(published.isEmpty() ? CellType.STRING : CellType.NUMERIC);
                assertThat(formatter.formatCellValue(value).replace(",", "")).isEqualTo(published);
            }
            workbook.forEach(s ->
                    assertThat(s.getNumMergedRegions()).as(s.getSheetName()).isZero());
        }
    }

    @Test
    void every_number_of_the_workbook_s_tables_is_known() throws IOException {
        try (XSSFWorkbook workbook = workbook()) {
            Set<String> numbers = new TreeSet<>();
            workbook.forEach(sheet -> {
                boolean tasks = sheet.getRow(0).getCell(0).getStringCellValue().contains("17项任务");
                if (sheet.getSheetName().startsWith("表") && !tasks) {
                    numbersOf((XSSFSheet) sheet, numbers);
                }
            });
            assertThat(numbers).hasSizeGreaterThan(100);
            assertThat(known).containsAll(numbers);
        }
    }

    @Test
    void a_fall_keeps_its_sign_in_the_workbook() throws IOException {
        int falls = 0;
        try (XSSFWorkbook workbook = workbook()) {
            DataFormatter formatter = new DataFormatter(java.util.Locale.ROOT);
            for (var sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.NUMERIC) {
                            // one section only: with several, some programs show no minus
                            assertThat(cell.getCellStyle().getDataFormatString())
                                    .doesNotContain(";");
                            boolean negative = cell.getNumericCellValue() < 0;
                            assertThat(formatter.formatCellValue(cell).startsWith("-"))
                                    .isEqualTo(negative);
                            falls += negative ? 1 : 0;
                        }
                    }
                }
            }
        }
        assertThat(falls).isPositive();
    }

    @Test
    void sdmx_states_the_same_values() throws IOException {
        List<String> sdmx = Files.readAllLines(file("indicators.sdmx.csv"));
        List<Map<String, String>> csv = csv();
        assertThat(sdmx).hasSize(csv.size() + 1);
        for (int i = 0; i < csv.size(); i++) {
            String[] cells = sdmx.get(i + 1).split(",", -1);
            assertThat(cells[4] + " " + cells[5] + " " + cells[9])
                    .isEqualTo(csv.get(i).get("indicator") + " " + csv.get(i).get("region") + " "
                            + csv.get(i).get("value"));
        }
        assertThat(sdmx.get(0)).startsWith("STRUCTURE,STRUCTURE_ID,ACTION,");
        assertThat(CsvWriter.time(Period.parse("2026Q3"))).isEqualTo("2026-Q3");
        assertThat(CsvWriter.time(Period.parse("2026-01..09"))).isEqualTo("2026-01-01/P9M");
    }

    @Test
    void the_description_names_the_columns_of_the_csv() throws IOException {
        String json = Files.readString(file("indicators.csv-metadata.json"));
        Object metadata = new org.yaml.snakeyaml.Yaml().load(json); // JSON is YAML
        Map<?, ?> schema = requireNonNull((Map<?, ?>) ((Map<?, ?>) metadata).get("tableSchema"));
        List<?> columns = requireNonNull((List<?>) schema.get("columns"));
        assertThat(columns.stream().map(c -> String.valueOf(((Map<?, ?>) c).get("name"))))
                .containsExactly(
                        Files.readAllLines(file("indicators.csv")).get(0).split(",", -1));
        assertThat(((Map<?, ?>) metadata).get("url")).isEqualTo("indicators.csv");
    }

    @Test
    void the_check_can_fail() {
        assertThat(unknown("立案98765件")).hasSize(1);
        assertThat(unknown("2026年10月20日，1—9月，表3")).isEmpty();
    }
}
