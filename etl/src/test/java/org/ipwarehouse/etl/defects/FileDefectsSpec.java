package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Defects of workbooks as files: what they are, whatever their names say, and what is done with locked and unsafe ones. */
class FileDefectsSpec {
    private static final String[] HEADER = {"案件编号", "案件名称", "案件来源", "当事人名称", "知识产权类型", "违法行为", "罚款", "办案机构"};

    private interface Change {
        void on(Sheet sheet);
    }

    /** A sheet of S02 with two rows that keep their contract. */
    private static <W extends Workbook> W cases(W book) {
        Sheet sheet = book.createSheet("7月");
        cells(sheet.createRow(0), HEADER);
        cells(sheet.createRow(1), "A1", "甲店商标案", "监督检查", "甲店", "商标", "侵犯注册商标专用权", "", "区市场监督管理分局");
        sheet.getRow(1).createCell(6).setCellValue(5000);
        cells(sheet.createRow(2), "A2", "乙店商标案", "监督检查", "乙店", "商标", "侵犯注册商标专用权", "", "区市场监督管理分局");
        return book;
    }

    private static void cells(Row row, String... texts) {
        for (int c = 0; c < texts.length; c++) {
            if (!texts[c].isEmpty()) {
                row.createCell(c).setCellValue(texts[c]);
            }
        }
    }

    private static byte[] bytes(Workbook book) throws IOException {
        try (book) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] bytes(Workbook book, Change change) throws IOException {
        change.on(book.getSheetAt(0));
        return bytes(book);
    }

    private static void isTaken(Received file) {
        assertThat(file.source()).isEqualTo("S02");
        assertThat(file.column("case_no")).containsExactly("A1", "A2");
        assertThat(file.column("fine_yuan")).containsExactly("5000.00", "");
        assertThat(file.returned).isEmpty();
    }

    @Test
    void D01_a_workbook_under_the_name_of_the_other_form_is_read_by_its_bytes_and_the_true_form_is_told()
            throws IOException {
        Received old = Received.file("台账.xlsx", bytes(cases(new HSSFWorkbook())));
        isTaken(old);
        assertThat(old.warnings)
                .singleElement()
                .asString()
                .startsWith("FORM_BY_CONTENT@")
                .contains("xls", "台账.xlsx");
        Received young = Received.file("台账.xls", bytes(cases(new XSSFWorkbook())));
        isTaken(young);
        assertThat(young.warningCodes()).containsExactly("FORM_BY_CONTENT");
        assertThat(Received.file("台账.xls", bytes(cases(new HSSFWorkbook()))).warnings)
                .isEmpty();
    }

    @Test
    void D05_a_wps_file_is_read_where_it_holds_a_workbook_of_excel_and_refused_where_it_does_not() throws IOException {
        isTaken(Received.file("台账.et", bytes(cases(new HSSFWorkbook()))));
        Received own = Received.file("台账.et", ole("ETStream"));
        assertThat(own.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        assertThat(own.remedy()).contains("WPS", "另存为 .xlsx");
    }

    private static byte[] ole(String stream) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(new byte[5_000]), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    @Test
    void D06_a_password_is_not_guessed_and_a_lock_against_change_alone_is_opened() throws Exception {
        Received young = Received.file("台账.xlsx", locked(bytes(cases(new XSSFWorkbook())), "2026"));
        assertThat(young.refusal()).isEqualTo("FILE_ENCRYPTED");
        assertThat(young.remedy()).contains("取消打开密码");
        assertThat(Received.file("台账.xls", locked("2026")).refusal()).isEqualTo("FILE_ENCRYPTED");
        isTaken(Received.file("台账.xlsx", locked(bytes(cases(new XSSFWorkbook())), "VelvetSweatshop")));
        isTaken(Received.file("台账.xls", locked("VelvetSweatshop")));
    }

    private static byte[] locked(String password) throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword(password);
        try {
            return bytes(cases(new HSSFWorkbook()));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] locked(byte[] plain, String password) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write(plain);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            container.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void D07_a_sheet_protected_against_change_is_read_and_the_protection_is_told() throws IOException {
        for (Workbook book : new Workbook[] {cases(new XSSFWorkbook()), cases(new HSSFWorkbook())}) {
            String name = book instanceof HSSFWorkbook ? "台账.xls" : "台账.xlsx";
            Received file = Received.file(name, bytes(book, sheet -> sheet.protectSheet("密码")));
            isTaken(file);
            assertThat(file.warningCodes()).containsExactly("SHEET_PROTECTED");
        }
    }

    @Test
    void D10_a_workbook_without_any_row_is_refused_and_told_how_to_report_nothing() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        book.createSheet("Sheet1");
        book.createSheet("Sheet2");
        Received file = Received.file("7月.xlsx", bytes(book));
        assertThat(file.refusal()).isNotEmpty();
        assertThat(file.remedy()).contains("零报告");
    }

    @Test
    void D11_pictures_in_place_of_a_table_are_refused_and_kept_as_evidence_only() throws IOException {
        for (Workbook book : new Workbook[] {new XSSFWorkbook(), new HSSFWorkbook()}) {
            Sheet sheet = book.createSheet("扫描件");
            int picture = book.addPicture(new byte[] {1, 2, 3}, Workbook.PICTURE_TYPE_PNG);
            sheet.createDrawingPatriarch()
                    .createPicture(book.getCreationHelper().createClientAnchor(), picture);
            Received file = Received.file("7月.xls", bytes(book));
            assertThat(file.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
            assertThat(file.remedy()).contains("图片", "佐证");
        }
        assertThat(Received.file("7月.xlsx", "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8))
                        .remedy())
                .contains("佐证");
        assertThat(Received.file("7月.xls", ole("WordDocument")).remedy()).contains("Word", "佐证");
    }

    @Test
    void D68_macros_are_never_run_links_never_followed_and_entities_never_resolved() throws IOException {
        byte[] plain = bytes(cases(new XSSFWorkbook()));
        Received macros = Received.file("台账.xlsm", with(plain, "xl/vbaProject.bin", "Sub Auto_Open()"));
        isTaken(macros);
        assertThat(macros.warningCodes()).containsExactly("MACROS_IGNORED");
        Received linked = Received.file("台账.xlsx", bytes(cases(new XSSFWorkbook()), sheet -> sheet.getRow(2)
                .createCell(6)
                .setCellFormula("1+1")));
        // a formula without a stored result that needs nothing but itself is computed
        assertThat(linked.column("fine_yuan")).containsExactly("5000.00", "2.00");
        String entity = "<!DOCTYPE sst [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><sst><si><t>&x;</t></si></sst>";
        Received xxe = Received.file("台账.xlsx", with(plain, "xl/sharedStrings.xml", entity));
        assertThat(xxe.refusal()).isEqualTo("FILE_ARCHIVE_UNSAFE");
    }

    /** The same package with one part put in place of another or added. */
    private static byte[] with(byte[] plain, String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(plain));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(name)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
