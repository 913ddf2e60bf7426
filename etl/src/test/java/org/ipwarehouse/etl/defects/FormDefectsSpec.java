package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Defects of the form of a file: what it is written as, whatever its name says. */
class FormDefectsSpec {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "案件编号,案件名称,案件来源,当事人名称,知识产权类型,违法行为,罚款,办案机构\n";

    /** A row of S02 that keeps its contract. */
    private static String row(String caseNo, String party) {
        return caseNo + "," + party + "商标案,监督检查," + party + ",商标,侵犯注册商标专用权,5000,区市场监督管理分局\n";
    }

    private static String page(String rows) {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><body>"
                + rows + "</body></html>";
    }

    private static String tr(String csv) {
        return "<tr><td>" + csv.strip().replace(",", "</td><td>") + "</td></tr>";
    }

    @Test
    void D02_a_table_of_a_web_page_saved_as_xls_is_read_with_its_spans() {
        String html = page("<table border=1><tr><td colspan=8>知识产权案件台账（2026年7月）</td></tr>"
                + tr(HEADER)
                + "<tr><td>A1<td>甲店商标案<td rowspan=2>监督检查<td>甲店<br>（分店）<td>商标<td>侵犯注册商标专用权<td>5,000<td>区市场监督管理分局"
                + "<tr style='display:none'><td>A2<td>䶮商标案<td>䶮店&nbsp;<td>商标<td>侵犯注册商标专用权<td>&nbsp;<td>区市场监督管理分局"
                + "</table>");
        Received file = Received.file("台账.xls", html.getBytes(GB18030));
        assertThat(file.source()).isEqualTo("S02");
        assertThat(file.column("case_no")).containsExactly("A1", "A2");
        assertThat(file.column("party_name").get(1)).isEqualTo("䶮店");
        // the rowspan gives the second row its 案件来源 and moves nothing
        assertThat(file.column("case_source")).containsExactly("监督检查", "监督检查");
        assertThat(file.column("fine_yuan")).containsExactly("5000.00", "");
        // row 1 is the title, row 2 the header
        assertThat(file.accepted.get(0).origin().row()).isEqualTo(3);
        assertThat(file.recognised.orElseThrow().months()).containsExactly("2026-07");
    }

    @Test
    void D02_layout_tables_around_the_data_and_titles_above_it_are_told_from_it() {
        String html = page("<table><tr><td><p>案件台账（2026年8月）</p></td></tr><tr><td>单位：万元</td></tr><tr><td>"
                + "<table>" + "<thead>" + tr(HEADER).replace("td>", "th>") + "</thead><tbody>"
                + tr(row("A1", "甲店").replace("5000", "0.5")) + "</tbody></table></td></tr></table>");
        Received file = Received.file("台账.xls", html.getBytes(GB18030));
        assertThat(file.column("case_no")).containsExactly("A1");
        // 0.5 万元 = 5,000 元
        assertThat(file.column("fine_yuan")).containsExactly("5000.00");
        assertThat(file.recognised.orElseThrow().months()).containsExactly("2026-08");
    }

    @Test
    void D02_numbers_dates_and_text_that_excel_marks_in_a_page_are_taken_exactly() {
        String html = page(
                "<style>.x1{mso-number-format:\"yyyy\\\\-mm\\\\-dd\";}\n.x2{mso-number-format:\"\\@\";}</style><table>"
                        + tr("案件编号,案件名称,案件来源,当事人名称,知识产权类型,违法行为,罚款,办案机构,立案日期")
                        + "<tr><td class=x2>0012</td><td>甲商标案</td><td>监督检查</td><td>甲店</td><td>商标</td><td>侵犯注册商标专用权</td>"
                        + "<td x:num=\"1234.56\">1,235</td><td>区市场监督管理分局</td><td class=x1 x:num=\"46216\">2026-07-13</td></tr></table>");
        Received file = Received.file("台账.xls", html.getBytes(GB18030));
        assertThat(file.column("case_no")).containsExactly("0012");
        assertThat(file.column("fine_yuan")).containsExactly("1234.56");
        // 2026-01-01 is serial 46023, and 46216 lies 193 days later: 31+28+31+30+31+30+12
        assertThat(file.column("filing_date")).containsExactly("2026-07-13");
    }

    @Test
    void D02_a_page_without_a_table_is_refused_with_what_it_probably_is() {
        Received file = Received.file("导出.xls", page("<p>登录超时，请重新登录</p>").getBytes(GB18030));
        assertThat(file.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        assertThat(file.remedy()).contains("登录超时");
    }

    @Test
    void D02_a_web_archive_saved_as_xls_gives_its_page() {
        String page =
                page("<table>" + tr(HEADER) + tr(row("A1", "甲店")) + "</table>").replace("=", "=3D");
        StringBuilder quoted = new StringBuilder();
        for (byte b : page.getBytes(GB18030)) {
            // the equals signs of the page are quoted already
            quoted.append(b < 0 ? String.format(java.util.Locale.ROOT, "=%02X", b & 0xFF) : String.valueOf((char) b));
            quoted.append(quoted.length() % 70 == 0 ? "=\r\n" : "");
        }
        String archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--x--y\"\r\n\r\n"
                + "----x--y\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
                + "----x--y\r\nContent-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + quoted + "\r\n----x--y--\r\n";
        Received file = Received.file("台账.xls", archive.getBytes(UTF_8));
        assertThat(file.column("party_name")).containsExactly("甲店");
    }

    @Test
    void D03_xml_spreadsheet_2003_is_read_with_its_places_types_and_merges() {
        String xml = """
                <?xml version="1.0" encoding="gb2312"?>
                <?mso-application progid="Excel.Sheet"?>
                <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
                 <Styles><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>
                 <Worksheet ss:Name="旧"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row></Table>
                  <WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
                 <Worksheet ss:Name="7月"><Table>
                  <Row ss:Index="3">%s<Cell ss:Index="10"><Data ss:Type="String">立案日期</Data></Cell></Row>
                  <Row><Cell><Data ss:Type="String">A1</Data></Cell><Cell><Data ss:Type="String">甲商标案</Data></Cell>
                   <Cell ss:MergeDown="1"><Data ss:Type="String">监督检查</Data></Cell><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>甲</B>店</ss:Data><Comment><ss:Data>批注</ss:Data></Comment></Cell>
                   <Cell><Data ss:Type="String">商标</Data></Cell><Cell><Data ss:Type="String">侵犯注册商标专用权</Data></Cell>
                   <Cell><Data ss:Type="Number">1234.5</Data></Cell><Cell><Data ss:Type="String">区市场监督管理分局</Data></Cell>
                   <Cell ss:Index="10" ss:StyleID="d"><Data ss:Type="Number">46216</Data></Cell></Row>
                  <Row ss:Hidden="1"><Cell><Data ss:Type="String">A2</Data></Cell><Cell><Data ss:Type="String">乙商标案</Data></Cell>
                   <Cell><Data ss:Type="String">乙店</Data></Cell>
                   <Cell><Data ss:Type="String">商标</Data></Cell><Cell><Data ss:Type="String">侵犯注册商标专用权</Data></Cell>
                   <Cell ss:Index="8"><Data ss:Type="String">区市场监督管理分局</Data></Cell>
                   <Cell ss:Index="10"><Data ss:Type="DateTime">2026-07-14T00:00:00.000</Data></Cell></Row>
                 </Table></Worksheet></Workbook>
                """.formatted(
                        HEADER.strip().replaceAll("([^,]+),?", "<Cell><Data ss:Type=\"String\">$1</Data></Cell>"));
        Received file = Received.file("台账.xls", xml.getBytes(GB18030));
        assertThat(file.column("case_no")).containsExactly("A1", "A2");
        assertThat(file.column("case_source")).containsExactly("监督检查", "监督检查");
        assertThat(file.column("party_name")).containsExactly("甲店", "乙店");
        assertThat(file.column("fine_yuan")).containsExactly("1234.50", "");
        assertThat(file.column("filing_date")).containsExactly("2026-07-13", "2026-07-14");
        assertThat(file.accepted.get(1).origin()).hasToString("Origin[sheet=7月, row=5]");
        assertThat(file.warningCodes()).contains("HIDDEN_SHEET");
    }

    @Test
    void D03_half_an_xml_spreadsheet_is_refused_with_the_line_where_it_ends() {
        String xml =
                "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">\n<Worksheet><Table><Row>";
        Received file = Received.file("台账.xls", xml.getBytes(UTF_8));
        assertThat(file.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        assertThat(file.remedy()).contains("第 3 行");
    }

    @Test
    void D04_tabs_semicolons_pipes_and_full_width_commas_are_found_in_a_text_saved_as_xls() {
        for (String delimiter : new String[] {"\t", ";", "|", "，"}) {
            String text = (HEADER + row("A1", "亅店")).replace(",", delimiter);
            for (Charset charset : new Charset[] {UTF_8, GB18030}) {
                // 亅 is 0x81 0x7C in GB18030: its second byte is a pipe
                Received file = Received.file("台账.xls", text.getBytes(charset));
                assertThat(file.column("party_name"))
                        .as("%s in %s", delimiter, charset)
                        .containsExactly("亅店");
            }
        }
    }

    @Test
    void D04_excels_own_hint_on_the_first_line_names_the_delimiter() {
        Received file = Received.file(
                "a.csv",
                ("sep=;\r\n" + (HEADER + row("A1", "甲,乙店")).replace(",", ";").replace("甲;乙店", "甲,乙店")).getBytes(UTF_8));
        assertThat(file.column("party_name")).containsExactly("甲,乙店");
        assertThat(file.accepted.get(0).origin().row()).isEqualTo(3);
    }

    @Test
    void D10_an_empty_text_and_one_of_blanks_only_are_refused_and_a_header_alone_is_a_missing_report() {
        assertThat(Received.file("a.csv", new byte[0]).remedy()).contains("零报告");
        assertThat(Received.file("a.csv", "\r\n \r\n".getBytes(UTF_8)).remedy()).contains("零报告");
        Received file = Received.file("a.csv", HEADER.getBytes(UTF_8));
        assertThat(file.refusal()).isEqualTo("REPORT_MISSING");
        assertThat(file.refused().nearest()).isEqualTo("S02");
    }

    @Test
    void D12_gb18030_is_told_from_utf8_and_the_decision_is_kept() {
        Received file = Received.file("a.csv", (HEADER + row("A1", "䶮𫖯店")).getBytes(GB18030));
        assertThat(file.column("party_name")).containsExactly("䶮𫖯店");
        assertThat(file.warnings)
                .singleElement()
                .asString()
                .startsWith("ENCODING_DECIDED")
                .contains("GB18030");
        assertThat(Received.file("a.csv", (HEADER + row("A1", "甲店")).getBytes(UTF_8)).warnings)
                .isEmpty();
    }

    @Test
    void D13_utf8_that_was_read_as_gbk_and_saved_is_undone_where_nothing_was_lost() {
        // three bytes a character, two of which made one: of an odd run of characters the last byte is lost
        String text = HEADER.replace("当事人名称", "party_name")
                + "A1,甲乙商标,投诉举报,甲乙,商标,V01,5000,U17\n"
                + "A2,甲乙商标,投诉举报,甲乙丙,商标,V01,5000,U17\n";
        String mojibake = new String(text.getBytes(UTF_8), GB18030);
        assertThat(mojibake).startsWith("妗堜欢缂栧彿");
        for (Charset saved : new Charset[] {UTF_8, UTF_16LE, GB18030}) {
            Received file = Received.file("a.csv", mojibake.getBytes(saved));
            assertThat(file.column("party_name"))
                    .as("%s %s %s %s", saved, file.remedy(), file.returned, file.warnings)
                    .containsExactly("甲乙");
            assertThat(file.returned).singleElement().satisfies(row -> assertThat(row.codes())
                    .containsExactly("ENCODING_IRREVERSIBLE"));
        }
        assertThat(Received.file("a.csv", mojibake.getBytes(UTF_8)).warningCodes())
                .contains("ENCODING_REPAIRED");
    }

    @Test
    void D14_unicode_text_of_excel_is_read_with_and_without_its_mark() {
        String quoted = "\"甲\n\"\"乙\"\" 店𫖯\"";
        String text = (HEADER + row("A1", "甲").replace(",甲,", "," + quoted + ",") + row("A2", "丙店")).replace(",", "\t");
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            for (String mark : new String[] {"\uFEFF", ""}) {
                Received file = Received.file("a.txt", (mark + text).getBytes(charset));
                assertThat(file.column("case_no")).as("%s", charset).containsExactly("A1", "A2");
                // the quoted cell of row 2 goes on in line 3
                assertThat(file.accepted.get(1).origin().row()).isEqualTo(4);
                assertThat(file.column("party_name").get(0)).contains("\"乙\" 店𫖯");
                assertThat(file.warningCodes()).containsExactly("ENCODING_DECIDED");
            }
        }
    }

    private static String xmlRow(String decision) {
        return "<CF_XDR_MC>甲公司</CF_XDR_MC><CF_XDR_LB>法人及非法人组织</CF_XDR_LB><CF_XDR_SHXYM>91350100M000100Y43</CF_XDR_SHXYM>"
                + "<CF_WSH>" + decision + "</CF_WSH><CF_WFXW>商标侵权</CF_WFXW><CF_SY>销售侵权商品</CF_SY><CF_YJ>商标法第六十条</CF_YJ>"
                + "<CF_CFLB>罚款</CF_CFLB><CF_NR>罚款五千元</CF_NR><CF_NR_FK>0.5</CF_NR_FK><CF_JDRQ>2026-08-01</CF_JDRQ>"
                + "<CF_CFJG>中卫市市场监督管理局</CF_CFJG><CF_CFJGDM>116405020000000B0N</CF_CFJGDM>"
                + "<CF_SJLY>中卫市市场监督管理局</CF_SJLY><CF_SJLYDM>116405020000000B0N</CF_SJLYDM>";
    }

    private static final String FIRST = "卫市监处罚〔2026〕12号";
    private static final String SECOND = "卫市监处罚〔2026〕13号";

    @Test
    void D04_xml_of_an_interface_is_read_by_the_names_of_its_elements() {
        String xml =
                "<?xml version=\"1.0\" encoding=\"GBK\"?><ns:response xmlns:ns=\"urn:x\"><code>0</code><data><total>2</total>"
                        + "<row id=\"1\">" + xmlRow(FIRST) + "</row><row id=\"2\">" + xmlRow(SECOND)
                        + "</row></data></ns:response>";
        Received file = Received.file("双公示.xml", xml.getBytes(GB18030));
        assertThat(file.source()).isEqualTo("S01");
        assertThat(file.column("decision_no")).hasSize(2);
        // S01 states 万元: 0.5 万元 = 5,000 元
        assertThat(file.column("fine_yuan")).containsExactly("5000.00", "5000.00");
        assertThat(file.accepted.get(1).origin().row()).isEqualTo(2);
    }

    @Test
    void D04_xml_with_attributes_and_with_named_fields_means_the_same() {
        String named = (xmlRow(FIRST)).replaceAll("<(\\w+)>([^<]*)</\\w+>", "<field name=\"$1\" type=\"s\">$2</field>");
        String byName =
                "<rows><record>" + named + "</record><record>" + named.replace(FIRST, SECOND) + "</record></rows>";
        String attributes = xmlRow(FIRST).replaceAll("<(\\w+)>([^<]*)</\\w+>", " $1=\"$2\"");
        String byAttribute =
                "<rows><record" + attributes + "/><record" + attributes.replace(FIRST, SECOND) + "/></rows>";
        for (String xml : new String[] {byName, byAttribute}) {
            Received file = Received.file("双公示.xml", xml.getBytes(UTF_8));
            assertThat(file.source()).isEqualTo("S01");
            assertThat(file.column("decision_no")).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void D04_json_under_a_key_in_lines_and_as_arrays_means_the_same() {
        String first = xmlRow(FIRST)
                .replaceAll("<(\\w+)>([^<]*)</\\w+>", ",\"$1\":\"$2\"")
                .substring(1);
        String second = first.replace(FIRST, SECOND);
        String keyed = "{\"code\":0,\"msg\":\"成功\",\"data\":{\"total\":2,\"rows\":[{" + first
                + ",\"tags\":[\"a\",\"b\"]},{" + second + ",\"tags\":null}]}}";
        String lines = "{" + first + "}\n{" + second + "}\n";
        String heads = first.replaceAll("(\"\\w+\"):\"[^\"]*\"", "$1");
        String values = first.replaceAll("\"\\w+\":(\"[^\"]*\")", "$1");
        String arrays = "[[" + heads + "],[" + values + "],[" + values.replace(FIRST, SECOND) + "]]";
        String headed =
                "{\"columns\":[" + heads + "],\"rows\":[[" + values + "],[" + values.replace(FIRST, SECOND) + "]]}";
        for (String json : new String[] {keyed, "[{" + first + "},{" + second + "}]", lines, arrays, headed}) {
            for (Charset charset : new Charset[] {UTF_8, GB18030}) {
                Received file = Received.file("双公示.txt", json.getBytes(charset));
                assertThat(file.source()).as(json).isEqualTo("S01");
                assertThat(file.column("decision_no")).as(json).hasSize(2).doesNotHaveDuplicates();
                assertThat(file.returned).isEmpty();
            }
        }
    }

    /** Two columns of one length are a table; of two lengths nobody knows which value belongs to which. */
    @Test
    void D04_json_by_columns_is_read_row_by_row_where_the_columns_are_of_one_length() {
        String first = xmlRow(FIRST)
                .replaceAll("<(\\w+)>([^<]*)</\\w+>", ",\"$1\":\"$2\"")
                .substring(1);
        String lists =
                first.replaceAll(":(\"[^\"]*\")", ":[$1,$1]").replace(",\"" + FIRST + "\"]", ",\"" + SECOND + "\"]");
        String numbered = lists.replaceAll("\\[(\"[^\"]*\"),(\"[^\"]*\")\\]", "{\"0\":$1,\"1\":$2}");
        for (String json : new String[] {"{" + lists + "}", "{" + numbered + "}"}) {
            Received file = Received.file("双公示.json", json.getBytes(UTF_8));
            assertThat(file.source()).as(json).isEqualTo("S01");
            assertThat(file.column("decision_no")).as(json).hasSize(2).doesNotHaveDuplicates();
            assertThat(file.returned).isEmpty();
        }
        String uneven = lists.replace(",\"" + SECOND + "\"]", "]");
        assertThat(Received.file("双公示.json", ("{" + uneven + "}").getBytes(UTF_8))
                        .remedy())
                .contains("按列给出", "按行导出");
    }

    @Test
    void D04_half_a_json_and_one_without_records_are_refused() {
        assertThat(Received.file("a.json", "{\"data\":[{\"CF_WSH\":\"1\"},{\"CF_".getBytes(UTF_8))
                        .remedy())
                .contains("不完整");
        assertThat(Received.file("a.json", ("[".repeat(5_000)).getBytes(UTF_8)).remedy())
                .contains("嵌套");
        assertThat(Received.file("a.json", "[]".getBytes(UTF_8)).remedy()).contains("没有成行的记录");
    }

    @Test
    void D13_text_that_became_question_marks_is_never_guessed() {
        // 锟斤拷 is what U+FFFD, written in UTF-8 and read as GBK, looks like
        Received rows = Received.file("a.csv", (HEADER + row("A1", "锟斤拷店") + row("A2", "乙店")).getBytes(UTF_8));
        assertThat(rows.column("case_no")).containsExactly("A2");
        assertThat(rows.returned.get(0).codes()).containsOnly("ENCODING_IRREVERSIBLE");
        Received file = Received.file("a.csv", "锟斤拷锟斤拷,锟斤拷,锟斤拷1\nA1,锟斤拷,锟斤拷\n".getBytes(UTF_8));
        assertThat(file.refusal()).isEqualTo("ENCODING_IRREVERSIBLE");
    }

    @Test
    void D15_what_nobody_sees_is_taken_out_of_cells_and_labels_and_the_raw_text_is_kept() {
        String text = "\uFEFF\u200B案件编号\u0000," + HEADER.substring(HEADER.indexOf(',') + 1)
                + row("A1", "甲店").replace("A1,", "\u200BA1\u00A0,").replace("甲店,商标", "\u3000甲\u2060店_x000D_,商标")
                + "\f" + row("A2", "乙店")
                + "\u001A";
        Received file = Received.file("a.csv", text.getBytes(UTF_8));
        assertThat(file.column("case_no")).containsExactly("A1", "A2");
        assertThat(file.column("party_name")).containsExactly("甲店", "乙店");
        assertThat(file.accepted.get(0).isRepaired("D15", "party_name")).isTrue();
        assertThat(file.accepted.get(0).notes().raw()).contains("甲\u2060店");
        assertThat(file.returned).isEmpty();
    }

    @Test
    void D16_rare_characters_survive_moved_ones_are_put_right_and_unknown_ones_returned() {
        // 䶮 U+4DAE was U+E863; U+E816 is U+20087 since Unicode 3.1; U+E000 means what a font says
        Received file = Received.file(
                "a.csv",
                (HEADER + row("A1", "䶮𫖯店") + row("A2", "\uE863店") + row("A3", "\uE816店") + row("A4", "\uE000店"))
                        .getBytes(UTF_8));
        assertThat(file.column("party_name")).containsExactly("䶮𫖯店", "䶮店", "\uD840\uDC87店");
        assertThat(file.accepted.get(1).isRepaired("D16", "party_name")).isTrue();
        assertThat(file.returned).singleElement().satisfies(row -> assertThat(row.codes())
                .containsOnly("ENCODING_IRREVERSIBLE"));
        // the two-byte code 0xFE9F of GB18030 is 䶮 without any repair
        Received gb = Received.file("a.csv", (HEADER + row("A2", "䶮店")).getBytes(GB18030));
        assertThat(gb.accepted.get(0).isRepaired("D16", "party_name")).isFalse();
    }

    @Test
    void D67_a_text_that_is_written_as_a_formula_is_read_as_that_text() {
        for (String cell : new String[] {"=\"00123\"", "\"=\"\"00123\"\"\""}) {
            Received file =
                    Received.file("a.csv", (HEADER + row("A1", "甲店").replace("A1,", cell + ",")).getBytes(UTF_8));
            assertThat(file.column("case_no")).containsExactly("00123");
            assertThat(file.accepted.get(0).notes().repairs()).contains("@case_no");
        }
    }

    @Test
    void bytes_that_are_no_text_and_a_text_in_another_encoding_are_refused() {
        byte[] noise = new byte[5_000];
        new java.util.Random(7).nextBytes(noise);
        noise[0] = 1;
        assertThat(Received.file("a.csv", noise).refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
        byte[] big5 = "案件編號,當事人名稱\n1,甲\n".getBytes(Charset.forName("Big5"));
        assertThat(Received.file("a.csv", big5).refusal()).isEqualTo("HEADER_NOT_FOUND");
    }

    @Test
    void a_page_of_many_rows_is_read_to_its_last_one() {
        StringBuilder html = new StringBuilder("<table>").append(tr(HEADER));
        String cells = tr(row("A%d", "甲店"));
        for (int i = 0; i < 30_000; i++) {
            html.append(cells.replace("%d", String.valueOf(i))).append('\n');
        }
        Received file =
                Received.file("a.xls", html.append("</table>").toString().getBytes(UTF_8));
        assertThat(file.accepted).hasSize(30_000);
        assertThat(file.accepted.get(29_999).origin().row()).isEqualTo(30_001);
    }

    @Test
    void D68_xml_with_a_document_type_is_refused_and_nothing_outside_is_read() {
        String xxe =
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><r><row><CF_WSH>&x;</CF_WSH></row></r>";
        String laughs =
                "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>"
                        + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet>&c;</Worksheet></Workbook>";
        for (String xml : new String[] {xxe, laughs}) {
            Received file = Received.file("a.xml", xml.getBytes(UTF_8));
            assertThat(file.refusal()).isEqualTo("FILE_TYPE_UNKNOWN");
            assertThat(file.remedy()).contains("DOCTYPE");
        }
    }
}
