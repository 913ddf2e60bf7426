package org.ipwarehouse.etl.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.junit.jupiter.api.Test;

/** What stands in an xlsx and what of it is a row: files as programs write them, not only Excel. */
class XlsxReaderSpec {

    private static String data(String rows) {
        return "<sheetData>" + rows + "</sheetData>";
    }

    private static String inline(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    @Test
    void cells_and_rows_without_a_place_follow_the_one_before() throws IOException {
        Seen seen = Seen.of(Parts.workbook(data("<row>" + inline("甲") + inline("乙") + "</row><row r='5'>"
                        + "<c r='C5'><v>7</v></c><c><v>8</v></c></row><row><c><v>9</v></c></row>"))
                .bytes());
        assertThat(seen.rows()).containsExactly("表!1 甲 | 乙", "表!5  |  | =7 | =8", "表!6 =9");
    }

    @Test
    void rich_text_is_joined_phonetic_hints_are_left_out_and_escapes_are_characters() throws IOException {
        Seen seen = Seen.of(Parts.workbook(data("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v> 2 </v></c>"
                        + "<c t='str'><v>a_x000A_b</v></c></row>"))
                .shared(
                        "<r><rPr><b/></rPr><t>沙坡</t></r><r><t xml:space='preserve'>头 区</t></r><rPh sb='0' eb='2'><t>shā</t></rPh>",
                        "<t>甲_x000D_乙_x005F_x_xZZZZ_</t>",
                        "<t>_xD862__xDF0E_与_xD862_</t>")
                .bytes());
        // _x005F_ is an escaped underline: what follows it is no escape. U+28B0E is the pair D862 DF0E
        assertThat(seen.rows())
                .containsExactly("表!1 沙坡头 区 | 甲\r乙_x_xZZZZ_ | " + Character.toString(0x28B0E) + "与\uFFFD | a\nb");
    }

    @Test
    void strict_namespaces_prefixes_and_odd_part_names_are_read_alike() throws IOException {
        String strict = "http://purl.oclc.org/ooxml/";
        byte[] file = Parts.none()
                .part("[Content_Types].xml", "<Types/>")
                .part(
                        "\\_RELS\\.rels",
                        "<x:Relationships xmlns:x='p'><x:Relationship Id='1' Type='" + strict
                                + "officeDocument/relationships/officeDocument' Target='/Book/Mappe.xml'/></x:Relationships>")
                .part(
                        "book/mappe.xml",
                        "<x:workbook xmlns:x='" + strict + "spreadsheetml/main' xmlns:q='" + strict
                                + "officeDocument/relationships'><x:sheets><x:sheet name='一' sheetId='9' q:id='a'/></x:sheets></x:workbook>")
                .part(
                        "book/_rels/mappe.xml.rels",
                        Parts.relations("<Relationship Id='a' Type='" + strict
                                + "officeDocument/relationships/worksheet' Target='..\\data%20sheets\\Eins.xml'/>"
                                + "<Relationship Id='b' Type='" + strict
                                + "officeDocument/relationships/sharedStrings' Target='texts.xml'/>"))
                .part("book/texts.xml", "<x:sst xmlns:x='y'><x:si><x:t>甲</x:t></x:si></x:sst>")
                .part(
                        "data sheets\\eins.xml",
                        "<x:worksheet xmlns:x='y'><x:sheetData><x:row r='2'><x:c r='B2' t='s'><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .part("xl/worksheets/other.xml", "<a/>")
                .bytes();
        Seen seen = Seen.of(file);
        assertThat(seen.form).isEqualTo(FileForm.XLSX);
        assertThat(seen.rows()).containsExactly("一!2  | 甲");
    }

    @Test
    void where_relations_are_missing_parts_are_found_by_their_usual_names() throws IOException {
        Seen seen = Seen.of(Parts.workbook(data("<row><c t='s'><v>0</v></c></row>"))
                .shared("<t>甲</t>")
                .without("_rels/.rels")
                .without("xl/_rels/workbook.xml.rels")
                .bytes());
        assertThat(seen.rows()).containsExactly("表!1 甲");
    }

    @Test
    void a_vertical_merge_fills_downwards_and_nothing_else_is_filled() throws IOException {
        String rows = "<row r='1'><c r='A1' t='str'><v>单位</v></c><c r='B1' t='str'><v>案件</v></c></row>"
                + "<row r='2'><c r='A2' t='str'><v>文旅局</v></c><c r='B2' t='str'><v>A1</v></c></row>"
                + "<row r='3'><c r='A3' s='1'/><c r='B3' t='str'><v>A2</v></c></row>"
                + "<row r='4'><c r='B4'><v>0.5</v></c><c r='C4' t='str'><v>x</v></c></row>"
                + "<row r='5'><c r='B5' t='str'><v>A4</v></c></row>"
                + "<row r='6'><c r='A6' s='1'/></row>";
        Seen seen = Seen.of(Parts.workbook(
                        data(rows)
                                + "<mergeCells><mergeCell ref='B1:C1'/><mergeCell ref='A2:A4'/><mergeCell ref='C4:D6'/></mergeCells>")
                .bytes());
        // A5 is blank outside of A2:A4 and stays blank; row 6 has no cell of its own and stays blank, though C4:D6
        // covers it
        assertThat(seen.rows())
                .containsExactly(
                        "表!1 单位 | 案件",
                        "表!2 文旅局 | A1",
                        "表!3 (文旅局) | A2",
                        "表!4 (文旅局) | =0.5 | x",
                        "表!5  | A4 | (x)",
                        "表!6 ");
        assertThat(seen.reader.tops().get(0).merges())
                .containsExactly(new Merge(1, 1, 1, 2), new Merge(2, 4, 0, 0), new Merge(4, 6, 2, 3));
    }

    @Test
    void hidden_rows_are_marked_whether_hidden_by_hand_by_filter_or_by_height() throws IOException {
        Seen seen = Seen.of(Parts.workbook(
                        data(
                                "<row hidden='1'><c><v>1</v></c></row><row ht='0' customHeight='1'><c><v>2</v></c></row>"
                                        + "<row hidden='true'><c><v>3</v></c></row><row hidden='0' ht='14.25'><c><v>4</v></c></row>"))
                .bytes());
        assertThat(seen.rows()).containsExactly("表!1~ =1", "表!2~ =2", "表!3~ =3", "表!4 =4");
    }

    @Test
    void rows_in_no_order_or_in_pieces_are_put_in_order() throws IOException {
        Seen seen = Seen.of(
                Parts.workbook(data("<row r='3'><c r='A3'><v>3</v></c></row><row r='1'><c r='A1'><v>1</v></c></row>"
                                + "<row r='3'><c r='B3'><v>33</v></c></row>"))
                        .bytes());
        assertThat(seen.rows()).containsExactly("表!1 =1", "表!3 =3 | =33");
        assertThat(seen.reader.tops().get(0).lines())
                .containsExactly(
                        new SheetTop.Line(1, java.util.List.of("1")),
                        new SheetTop.Line(3, java.util.List.of("3", "33")));
    }

    @Test
    void a_sheet_of_styled_blanks_to_the_last_column_and_a_false_dimension_have_only_their_cells() throws IOException {
        StringBuilder blanks = new StringBuilder();
        for (int i = 0; i < 16_384; i++) {
            blanks.append("<c s='1'/>");
        }
        Seen seen = Seen.of(Parts.workbook("<dimension ref='A1:XFD1048576'/>"
                        + data("<row>" + inline("甲") + blanks.substring(10) + "</row><row>" + blanks + "</row>"))
                .bytes());
        assertThat(seen.rows()).containsExactly("表!1 甲", "表!2 ");
    }

    @Test
    void formats_tell_dates_and_percentages_from_plain_numbers() throws IOException {
        String[] codes = {
            "[$-804]yyyy\"年\"m\"月\"",
            "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "[$-804]上午/下午h\"时\"mm\"分\"",
            "0.00%",
            "0\"%\"",
            "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
            "G/通用格式\"天\"",
            "[Red]0.00;[Blue]\\-0.00",
            "[h]:mm",
            "yyyy-mm-dd hh:mm:ss"
        };
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= codes.length; i++) {
            row.append("<c s='" + i + "'><v>45356.4375</v></c>");
        }
        Seen seen = Seen.of(
                Parts.workbook(data("<row>" + row + "</row>")).formats(codes).bytes());
        // 45356 is 2024-03-05 (defects.csv, D29); 0.4375 of a day is 10.5 hours
        String date = "@2024-03-05T10:30:00";
        String plain = "=45356.4375";
        assertThat(seen.rows())
                .containsExactly("表!1 "
                        + String.join(" | ", date, date, date, plain + "%", plain, plain, plain, plain, date, date));
    }

    @Test
    void serials_that_are_no_day_stay_numbers_and_the_leap_day_of_1900_never_was() throws IOException {
        Seen seen = Seen.of(Parts.workbook(
                        data(
                                "<row><c s='1'><v>0</v></c><c s='1'><v>1</v></c><c s='1'><v>59</v></c><c s='1'><v>60</v></c><c s='1'><v>61</v></c>"
                                        + "<c s='1'><v>-1</v></c><c s='1'><v>2958465</v></c><c s='1'><v>2958466</v></c><c s='1'><v>0.5</v></c></row>"))
                .formats("yyyy-mm-dd")
                .bytes());
        assertThat(seen.rows())
                .containsExactly(
                        "表!1 =0 | @1900-01-01 | @1900-02-28 | =60 | @1900-03-01 | =-1 | @9999-12-31 | =2958466 | =0.5");
    }

    @Test
    void the_date_system_of_1904_counts_from_its_own_first_day() throws IOException {
        Parts parts = Parts.workbook(data("<row><c s='1'><v>0</v></c><c s='1'><v>43894</v></c></row>"))
                .formats("yyyy-mm-dd")
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + Parts.MAIN + "' xmlns:r='" + Parts.RELATIONS
                                + "'><workbookPr date1904='true'/><sheets><sheet name='表' r:id='rId1'/></sheets></workbook>");
        Seen seen = Seen.of(parts.bytes());
        // day 43894 of 1904 is day 43894 + 1462 = 45356 of 1900: 2024-03-05
        assertThat(seen.rows()).containsExactly("表!1 @1904-01-01 | @2024-03-05");
        assertThat(seen.reader.date1904()).isTrue();
    }

    @Test
    void cells_of_every_type_keep_what_is_stored() throws IOException {
        Seen seen = Seen.of(Parts.workbook(
                        data(
                                "<row><c t='d'><v>2024-03-05</v></c><c t='d'><v>2024-03-05T10:30:00.000Z</v></c><c t='d'><v>2024-03-05T00:00:00</v></c>"
                                        + "<c t='d'><v>soon</v></c><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c>"
                                        + "<c t='str'><f>A1</f><v>#REF!</v></c><c t='str'><v>#REF!</v></c><c t='new'><v>x</v></c></row>"
                                        + "<row><c><v>9.16405E+17</v></c><c><v>640502199001011234</v></c><c><v>8.1999999999999993</v></c>"
                                        + "<c><v>0.10000000000000001</v></c><c><v>012</v></c><c><v>1,234</v></c><c t='n'><v> 5 </v></c><c><v>NaN</v></c>"
                                        + "<c><v>12345678.0</v></c><c><v>1.2345678E7</v></c><c><v>1.5E-3</v></c><c><v>33.50</v></c></row>"))
                .bytes());
        assertThat(seen.rows())
                .containsExactly(
                        "表!1 @2024-03-05 | @2024-03-05T10:30:00 | @2024-03-05 | soon | ?TRUE | ?FALSE | !#N/A | !#REF! | #REF! | x",
                        "表!2 =9.16405E+17 | =640502199001011234 | =8.2 | =0.1 | =012 | 1,234 | =5 | NaN | =12345678 | =12345678 | =0.0015 | =33.50");
    }

    @Test
    void a_formula_shows_its_stored_result_and_one_without_is_computed_only_if_it_is_safe() throws IOException {
        byte[] bytes;
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("表");
            sheet.createRow(0).createCell(0).setCellValue(1.5);
            sheet.getRow(0).createCell(1).setCellFormula("A1*2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            String[] open = {
                "A1*2+B1",
                "SUM(A1:B1)",
                "IF(A1>1,\"甲\"&\"乙\",\"丙\")",
                "TEXT(A1,\"0.00\")",
                "NOW()",
                "RAND()",
                "1/0",
                "C1&C1",
                "ROUND(C1/7,2)",
                "INDIRECT(\"A1\")"
            };
            for (int i = 0; i < open.length; i++) {
                sheet.getRow(0).createCell(2 + i).setCellFormula(open[i]);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            bytes = out.toByteArray();
        }
        // 1.5 × 2 + 3 = 6; 1.5 + 3 = 4.5; 6 / 7 = 0.857… → 0.86; C1&C1 would be a text from a computed cell
        assertThat(Seen.of(bytes).rows())
                .containsExactly(
                        "表!1 =1.5 | =3 | =6 | =4.5 | 甲乙 | 1.50 | !=NOW() | !=RAND() | !#DIV/0! | !=C1&C1 | =0.86 | !=INDIRECT(\"A1\")");
    }

    @Test
    void formulas_to_other_files_show_the_stored_result_and_are_never_followed() throws IOException {
        Seen seen = Seen.of(Parts.workbook(data("<row><c><f>[1]账!A1</f><v>12</v></c><c><f>[1]账!A2</f></c></row>"))
                .bytes());
        assertThat(seen.rows()).containsExactly("表!1 =12 | !=[1]账!A2");
    }

    @Test
    void a_file_that_only_guards_against_change_is_read_and_another_password_is_asked_for() throws Exception {
        byte[] plain = Parts.workbook(data("<row><c><v>7</v></c></row>")).bytes();
        assertThat(Seen.of(locked(plain, "VelvetSweatshop")).rows()).containsExactly("表!1 =7");
        assertThat(Seen.refused(locked(plain, "123456"))).isEqualTo(FileForm.ENCRYPTED);
    }

    private static byte[] locked(byte[] plain, String password) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            EncryptionInfo info = new EncryptionInfo(EncryptionMode.standard);
            Encryptor encryptor = info.getEncryptor();
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
    void macros_and_protection_are_told_and_do_not_matter() throws IOException {
        Parts parts = Parts.workbook("<sheetProtection sheet='1'/>" + data("<row><c><v>7</v></c></row>"))
                .part("xl/vbaProject.bin", "macro");
        Seen seen = Seen.of(parts.bytes());
        assertThat(seen.rows()).containsExactly("表!1 =7");
        assertThat(seen.remarks()).containsExactly("MACROS_IGNORED", "SHEET_PROTECTED");
    }

    @Test
    void a_sheet_that_breaks_after_its_first_rows_is_refused_before_any_row_is_judged() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            rows.append("<row><c><v>" + i + "</v></c></row>");
        }
        assertThat(Seen.refused(Parts.workbook("<sheetData>" + rows).bytes())).isEqualTo(FileForm.DAMAGED);
        assertThat(Seen.refused(Parts.workbook(data(rows + "<row><c r='ZZZZ1'><v>1</v></c></row>"))
                        .bytes()))
                .isEqualTo(FileForm.DAMAGED);
        assertThat(Seen.refused(Parts.workbook(data(rows + "<row><c t='s'><v>1</v></c></row>"))
                        .shared("<t>甲</t>")
                        .bytes()))
                .isEqualTo(FileForm.DAMAGED);
    }

    @Test
    void a_workbook_without_the_texts_that_its_cells_name_is_damaged() throws IOException {
        assertThat(Seen.refused(
                        Parts.workbook(data("<row><c t='s'><v>0</v></c></row>")).bytes()))
                .isEqualTo(FileForm.DAMAGED);
        assertThat(Seen.refused(Parts.workbook(data(""))
                        .without("xl/worksheets/sheet1.xml")
                        .bytes()))
                .isEqualTo(FileForm.DAMAGED);
    }

    @Test
    void a_file_that_was_cut_off_or_changed_on_the_way_is_damaged() throws IOException {
        byte[] whole = Parts.workbook(data("<row>" + inline("甲") + "</row>")).bytes();
        for (int end : new int[] {4, 30, whole.length / 2, whole.length - 1}) {
            assertThat(Seen.refused(Arrays.copyOf(whole, end))).isEqualTo(FileForm.DAMAGED);
        }
    }

    @Test
    void pictures_in_place_of_cells_are_refused_as_such() throws IOException {
        assertThat(Seen.refused(Parts.workbook(data("") + "<drawing/>")
                        .part("xl/media/image1.png", "png")
                        .bytes()))
                .isEqualTo(FileForm.PICTURES);
    }

    @Test
    void a_document_type_is_refused_and_no_entity_is_resolved() throws IOException {
        String sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><worksheet><sheetData><row>"
                + "<c t='inlineStr'><is><t>&x;</t></is></c></row></sheetData></worksheet>";
        assertThat(Seen.refused(Parts.workbook("")
                        .part("xl/worksheets/sheet1.xml", sheet)
                        .bytes()))
                .isEqualTo(FileForm.UNSAFE_WORKBOOK);
    }

    @Test
    void parts_that_swell_or_nest_beyond_measure_are_unsafe() throws IOException {
        // 70 MB of one character shrink about a thousandfold
        byte[] blanks = new byte[70 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] head = "<worksheet><sheetData>".getBytes(UTF_8);
        System.arraycopy(head, 0, blanks, 0, head.length);
        assertThat(Seen.refused(Parts.workbook("")
                        .part("xl/worksheets/sheet1.xml", blanks)
                        .bytes()))
                .isEqualTo(FileForm.UNSAFE_WORKBOOK);
        assertThat(Seen.refused(Parts.workbook("<a>".repeat(10_000)).bytes())).isEqualTo(FileForm.UNSAFE_WORKBOOK);
    }
}
