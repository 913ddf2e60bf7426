package org.ipwarehouse.etl.read;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.junit.jupiter.api.Test;

/** Workbooks of the binary form and of OpenDocument. */
class OtherBooksSpec {

    private static final class Binary {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Binary record(int id, Object... parts) {
            ByteBuffer body = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
            for (Object part : parts) {
                if (part instanceof Byte one) {
                    body.put(one);
                } else if (part instanceof Integer four) {
                    body.putInt(four);
                } else if (part instanceof Double eight) {
                    body.putDouble(eight);
                } else if (part instanceof byte[] bytes) {
                    body.put(bytes);
                } else {
                    body.putInt(((String) part).length()).put(((String) part).getBytes(UTF_16LE));
                }
            }
            if (id > 127) {
                out.write(id & 0x7F | 0x80);
            }
            out.write(id > 127 ? id >> 7 : id);
            out.write(body.position());
            out.write(body.array(), 0, body.position());
            return this;
        }
    }

    @Test
    void a_binary_workbook_is_read() throws IOException {
        byte[] styles = new Binary()
                .record(44, (byte) 164, (byte) 0, "yyyy-mm-dd")
                .record(617, 3)
                .record(47, new byte[16])
                .record(47, (byte) 0, (byte) 0, (byte) 164, (byte) 0, new byte[12])
                .record(618)
                .out
                .toByteArray();
        byte[] sheet = new Binary()
                // row, style, height, two bytes of flags: 0x10 in the second hides
                .record(0, 0, 0, new byte[] {0, 0, 0, 0x10, 0})
                .record(7, 0, 0, 0)
                .record(6, 1, 0, "乙")
                .record(5, 2, 1, 45356.0)
                .record(2, 3, 0, (77 << 2) | 2)
                .record(0, 1, 0, new byte[5])
                .record(4, 1, 0, (byte) 1)
                .record(3, 2, 0, (byte) 0x2A)
                .record(8, 3, 0, "#REF!")
                .record(176, 0, 1, 0, 0)
                .out
                .toByteArray();
        byte[] file = Parts.none()
                .part("[Content_Types].xml", "<Types/>")
                .part("_rels/.rels", Parts.relations(Parts.relation("1", "officeDocument", "xl/workbook.bin")))
                .part(
                        "xl/_rels/workbook.bin.rels",
                        Parts.relations(Parts.relation("rId1", "worksheet", "worksheets/sheet1.bin")))
                .part(
                        "xl/workbook.bin",
                        new Binary().record(156, 0, 1, "rId1", "表").out.toByteArray())
                .part(
                        "xl/sharedStrings.bin",
                        new Binary().record(19, (byte) 0, "甲").out.toByteArray())
                .part("xl/styles.bin", styles)
                .part("xl/worksheets/sheet1.bin", sheet)
                .bytes();
        Seen seen = Seen.of(file);
        assertThat(seen.form).isEqualTo(FileForm.XLSB);
        assertThat(seen.rows()).containsExactly("表!1~ 甲 | 乙 | @2024-03-05 | =77", "表!2 (甲) | ?TRUE | !#N/A | !#REF!");
        assertThat(seen.reader.tops().get(0).merges()).containsExactly(new Merge(1, 2, 0, 0));
    }

    private static byte[] ods(String tables) {
        return Parts.none()
                .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                .part(
                        "content.xml",
                        "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s'>"
                                + "<office:automatic-styles><style:style style:name='h'><style:table-properties table:display='false'/></style:style></office:automatic-styles>"
                                + "<office:body><office:spreadsheet>" + tables
                                + "</office:spreadsheet></office:body></office:document-content>")
                .bytes();
    }

    @Test
    void an_open_document_is_read_with_its_repetitions_types_and_merges() throws IOException {
        Seen seen = Seen.of(ods("<table:table table:name='表'>"
                + "<table:table-row><table:table-cell table:number-rows-spanned='2'><text:p>甲<text:s text:c='2'/>乙</text:p><text:p>丙</text:p></table:table-cell>"
                + "<table:table-cell office:value-type='date' office:date-value='2024-03-05T00:00:00'/>"
                + "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='7'/></table:table-row>"
                + "<table:table-row table:visibility='filter'><table:covered-table-cell/><table:table-cell office:value-type='percentage' office:value='0.5'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1000'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                + "<table:table-row table:number-rows-repeated='2'><table:table-cell office:value-type='boolean' office:boolean-value='true'/><table:table-cell table:formula='of:=[.A1]/0'><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>"
                + "<table:table-row table:number-rows-repeated='1047570'><table:table-cell table:number-columns-repeated='16384'/></table:table-row>"
                + "</table:table><table:table table:name='旧' table:style-name='h'/>"));
        assertThat(seen.form).isEqualTo(FileForm.ODS);
        assertThat(seen.sheets()).containsExactly("表", "旧 hidden");
        // two rows, then 1000 blank ones: the next is 1003
        assertThat(seen.rows())
                .containsExactly(
                        "表!1 甲  乙\n丙 | @2024-03-05 | =7 | =7",
                        "表!2~ (甲  乙\n丙) | =0.5%",
                        "表!1003 ?TRUE | !#DIV/0!",
                        "表!1004 ?TRUE | !#DIV/0!");
    }

    @Test
    void repetitions_beyond_all_measure_are_unsafe() throws IOException {
        assertThat(
                        Seen.refused(
                                ods(
                                        "<table:table table:name='表'><table:table-row table:number-rows-repeated='1048576'>"
                                                + "<table:table-cell table:number-columns-repeated='16384' office:value-type='float' office:value='1'/></table:table-row></table:table>")))
                .isEqualTo(FileForm.UNSAFE_WORKBOOK);
    }

    private static byte[] flat(String kind, String body) {
        return ("<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                        + " office:mimetype=\"application/vnd.oasis.opendocument." + kind + "\">"
                        + "<office:body>" + body + "</office:body></office:document>")
                .getBytes(UTF_8);
    }

    @Test
    void a_flat_spreadsheet_of_opendocument_is_read_and_a_flat_text_is_a_document() throws IOException {
        byte[] sheet = flat(
                "spreadsheet",
                "<office:spreadsheet><table:table table:name=\"七月\"><table:table-row>"
                        + "<table:table-cell office:value-type=\"string\"><text:p>案件编号</text:p></table:table-cell>"
                        + "<table:table-cell office:value-type=\"float\" office:value=\"12.5\"><text:p>12.50</text:p>"
                        + "</table:table-cell></table:table-row></table:table></office:spreadsheet>");
        assertThat(Seen.of(sheet).form).isEqualTo(FileForm.ODS);
        assertThat(Seen.of(sheet).rows()).containsExactly("七月!1 案件编号 | =12.5");
        assertThat(Seen.refused(flat("text", "<office:text/>"))).isEqualTo(FileForm.DOCUMENT);
        assertThat(Seen.refused(java.util.Arrays.copyOf(sheet, sheet.length - 60)))
                .isEqualTo(FileForm.DAMAGED);
    }
}
