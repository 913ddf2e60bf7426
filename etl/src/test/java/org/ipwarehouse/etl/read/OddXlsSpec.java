package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Workbooks as small programs write them, against the letter of the format: they are read whole or refused. */
class OddXlsSpec {
    private static final Charset GBK = Charset.forName("GBK");

    private static byte[] workbook(String stream, BiffBytes globals, byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(globals.bytes());
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(bytes.toByteArray()), stream);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    /** The list of sheets gives no place that is right: sheets are met in their order. */
    private static BiffBytes globals(String... sheets) {
        BiffBytes globals = new BiffBytes().record(0x0809, 0x0600, 0x0005, 0, 1997);
        for (String name : sheets) {
            byte[] utf16 = name.getBytes(StandardCharsets.UTF_16LE);
            globals.record(0x0085, 1L, (byte) 0, (byte) 0, (byte) name.length(), (byte) 1, utf16);
        }
        return globals.record(0x000A);
    }

    private static byte[] sheet(double value) {
        return new BiffBytes()
                .record(0x0809, 0x0600, 0x0010, 0, 1997)
                .record(0x0203, 0, 0, 0, value)
                .record(0x000A)
                .bytes();
    }

    @Test
    void what_stands_between_two_sheets_does_not_end_the_workbook() throws IOException {
        byte[] stray = new BiffBytes().record(0x01B6, new byte[6]).bytes();
        assertThat(Seen.of(workbook("Workbook", globals("甲", "乙"), stray, sheet(1), stray, stray, sheet(2)))
                        .rows())
                .containsExactly("甲!1 =1", "乙!1 =2");
    }

    @Test
    void bytes_that_are_no_record_behind_the_last_sheet_are_padding() throws IOException {
        assertThat(Seen.of(workbook("Workbook", globals("甲"), sheet(1), new byte[] {7}))
                        .rows())
                .containsExactly("甲!1 =1");
        // a record that claims 255 bytes and has none
        assertThat(Seen.of(workbook("Workbook", globals("甲"), sheet(1), new byte[] {1, 2, (byte) 255, 0}))
                        .rows())
                .containsExactly("甲!1 =1");
    }

    @Test
    void a_workbook_that_lists_more_sheets_than_it_has_is_refused_and_not_read_in_part() throws IOException {
        assertThat(Seen.refused(workbook("Workbook", globals("甲", "乙"), sheet(1))))
                .isEqualTo(FileForm.DAMAGED);
    }

    @Test
    void a_sheet_of_excel_95_that_says_it_is_of_97_is_read_as_its_workbook() throws IOException {
        byte[] name = "七月".getBytes(GBK);
        BiffBytes globals = new BiffBytes()
                .record(0x0809, 0x0500, 0x0005, 0, 1995)
                .record(0x0042, 936)
                .record(0x0085, 1L, (byte) 0, (byte) 0, (byte) name.length, name)
                .record(0x000A);
        byte[] sheet = new BiffBytes()
                .record(0x0809, 0x0600, 0x0010, 0, 1997)
                .record(0x0204, 0, 0, 0, 8, "案件编号".getBytes(GBK))
                .record(0x000A)
                .bytes();
        assertThat(Seen.of(workbook("Book", globals, sheet)).rows()).containsExactly("七月!1 案件编号");
    }

    @Test
    void a_number_format_that_is_cut_off_keeps_no_cell_from_being_read() throws IOException {
        BiffBytes globals = new BiffBytes()
                .record(0x0809, 0x0600, 0x0005, 0, 1997)
                // says 40 characters, has 10
                .record(0x041E, 164, 40, (byte) 0, "yyyy-mm-dd".getBytes(StandardCharsets.US_ASCII))
                .record(0x00E0, 0, 164, new byte[16])
                .record(0x0085, 1L, (byte) 0, (byte) 0, (byte) 1, (byte) 0, (byte) 'A')
                .record(0x000A);
        // 45356 days after 1899-12-30 are 2024-03-05
        assertThat(Seen.of(workbook("Workbook", globals, sheet(45356))).rows()).containsExactly("A!1 @2024-03-05");
    }

    @Test
    void a_bare_sheet_of_a_type_that_only_scripts_write_is_a_sheet() throws IOException {
        byte[] file = new BiffBytes()
                .record(0x0809, 0, 0x1000, 0, 0)
                .record(0x0203, 0, 0, 0, 12.5)
                .record(0x000A)
                .bytes();
        assertThat(Seen.of(file).rows()).containsExactly("!1 =12.5");
    }
}
