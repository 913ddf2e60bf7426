package org.ipwarehouse.etl.defects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Sound files of every form, to be broken: one table of the case ledger (S02) each, and whatever a folder holds. */
final class FuzzSeeds {
    private static final String TITLE = "2026年7月知识产权案件台账";
    private static final List<List<String>> TABLE = table();

    /** A file to start from. */
    record Seed(String name, byte[] bytes) {}

    private FuzzSeeds() {}

    private static List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>(List.of(LedgerSheet.HEADER));
        IntStream.rangeClosed(1, 12)
                .mapToObj(n -> LedgerSheet.row(n, n + "000"))
                .forEach(rows::add);
        return rows;
    }

    static List<Seed> all() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        seeds.add(new Seed("台账.csv", text(",").getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.csv", text(",").getBytes(Charset.forName("GB18030"))));
        seeds.add(new Seed("台账.txt", ("\uFEFF" + text("\t")).getBytes(StandardCharsets.UTF_16LE)));
        seeds.add(new Seed("台账.xls", html().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.mht", webArchive().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.txt", text("|").getBytes(Charset.forName("GB18030"))));
        // read as GBK once and saved again
        String garbled = new String(text(",").getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"));
        seeds.add(new Seed("台账.csv", garbled.getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.xls", spreadsheetXml().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.xml", recordsXml().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.json", json("[", ",", "]").getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.jsonl", json("", "\n", "").getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("台账.xls", workbook(new HSSFWorkbook())));
        seeds.add(new Seed("台账.xlsx", workbook(new XSSFWorkbook())));
        seeds.add(new Seed("宽表.csv", wide().getBytes(StandardCharsets.UTF_8)));
        return seeds;
    }

    /** As wide as a workbook can be: the columns that nobody knows stand before those of the ledger. */
    private static String wide() {
        return TABLE.stream()
                .limit(4)
                .map(row -> IntStream.range(LedgerSheet.WIDTH, 16_384)
                                .mapToObj(c -> row.get(c % LedgerSheet.WIDTH) + "（第" + c + "列）,")
                                .collect(Collectors.joining())
                        + String.join(",", row))
                .collect(Collectors.joining("\n"));
    }

    /** Each file of a folder, for corpora of real files. */
    static List<Seed> of(Path folder) throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                seeds.add(new Seed(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
            }
        }
        return seeds;
    }

    private static String text(String delimiter) {
        return TITLE + "\n"
                + TABLE.stream().map(row -> String.join(delimiter, row)).collect(Collectors.joining("\n"))
                + "\n合计" + delimiter.repeat(LedgerSheet.FINE) + "78000\n";
    }

    private static String html() {
        return "<html><head><meta charset=utf-8></head><body><table><tr><td colspan=13>" + TITLE + "</td></tr>"
                + TABLE.stream()
                        .map(row -> "<tr><td>" + String.join("</td><td>", row) + "</td></tr>")
                        .collect(Collectors.joining())
                + "</table></body></html>";
    }

    private static String webArchive() {
        return "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + html().replace("=", "=3D") + "\r\n--x--\r\n";
    }

    private static String spreadsheetXml() {
        return "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"7月\"><Table>"
                + TABLE.stream()
                        .map(row -> row.stream()
                                .map(cell -> "<Cell><Data ss:Type=\"String\">" + cell + "</Data></Cell>")
                                .collect(Collectors.joining("", "<Row>", "</Row>")))
                        .collect(Collectors.joining())
                + "</Table></Worksheet></Workbook>";
    }

    private static String recordsXml() {
        return records((header, cell) -> "<" + header + ">" + cell + "</" + header + ">")
                .map(row -> "<row>" + row + "</row>")
                .collect(Collectors.joining("", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rows>", "</rows>"));
    }

    private static String json(String open, String joint, String close) {
        return records((header, cell) -> (header.equals("序号") ? "" : ",") + "\"" + header + "\":\"" + cell + "\"")
                .map(row -> "{" + row + "}")
                .collect(Collectors.joining(joint, open, close));
    }

    private static Stream<String> records(java.util.function.BinaryOperator<String> cell) {
        return TABLE.stream().skip(1).map(row -> IntStream.range(0, LedgerSheet.WIDTH)
                .mapToObj(c -> cell.apply(LedgerSheet.HEADER.get(c), row.get(c)))
                .collect(Collectors.joining()));
    }

    private static byte[] workbook(Workbook book) throws IOException {
        try (book;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("7月");
            sheet.createRow(0).createCell(0).setCellValue(TITLE);
            sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, LedgerSheet.WIDTH - 1));
            for (List<String> cells : TABLE) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                for (int c = 0; c < cells.size(); c++) {
                    row.createCell(c).setCellValue(cells.get(c));
                }
            }
            book.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding("GBK");
            zip.putArchiveEntry(new ZipArchiveEntry(name));
            zip.write(content);
            zip.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
