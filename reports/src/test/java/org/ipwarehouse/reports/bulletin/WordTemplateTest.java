package org.ipwarehouse.reports.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word templates as Word and WPS save them: XML written here by hand, with what editing leaves behind. */
@SuppressWarnings("NullAway.Init") // set by JUnit
class WordTemplateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    @TempDir
    Path folder;

    /** 37 against 31: +19.35 %; ZS04 did not come in. */
    private final Desk desk = new Desk()
            .total("XZ01", "37", "31", "19.3548")
            .total("ZS04", null, null, null)
            .township("XZ01", "640502100", "11")
            .township("XZ01", "640502101", "0");

    @Test
    void a_placeholder_is_found_however_word_splits_it() throws IOException {
        String split = "<w:p><w:r><w:t>立案{XZ0</w:t></w:r><w:proofErr w:type=\"spellStart\"/>"
                + "<w:r><w:rPr><w:b/></w:rPr><w:t>1.</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"_GoBack\"/>"
                + "<w:bookmarkEnd w:id=\"0\"/><w:r><w:lastRenderedPageBreak/><w:t>value}</w:t></w:r>"
                + "<w:r><w:t xml:space=\"preserve\">。</w:t></w:r></w:p>";
        assertThat(says(split)).containsExactly("立案37件。");
    }

    @Test
    void revisions_that_were_deleted_are_gone_and_those_inserted_hold() throws IOException {
        String tracked = "<w:p><w:ins w:id=\"1\" w:author=\"甲\"><w:r><w:t>新增{XZ01.value}</w:t></w:r></w:ins>"
                + "<w:del w:id=\"2\" w:author=\"甲\"><w:r><w:delText>{XZ99.value}</w:delText></w:r></w:del></w:p>";
        assertThat(says(tracked)).containsExactly("新增37件");
    }

    @Test
    void content_controls_and_braces_of_full_width_as_wps_writes_them_do_no_harm() throws IOException {
        String wps = "<w:sdt><w:sdtPr><w:id w:val=\"7\"/></w:sdtPr><w:sdtContent>" + p("｛XZ01.value｝，｛XZ01.yoy｝")
                + "</w:sdtContent></w:sdt>" + p("｛？XZ01 ＞ 30｝多于三十｛／｝");
        assertThat(says(wps)).containsExactly("37件，同比增长19.4%", "多于三十");
    }

    @Test
    void a_condition_chooses_paragraphs_by_the_published_value() throws IOException {
        assertThat(says(p("{?XZ01 > 37}"), p("甲"), p("{/}"), p("{?XZ01 >= 37 且 XZ01.yoy = 19.4}"), p("乙"), p("{/}")))
                .containsExactly("乙");
        assertThat(says(p("{?ZS04 <= 5}少{/}{?!ZS04}缺{/}{?XZ01 或 ZS04}有{/}"))).containsExactly("缺有");
    }

    @Test
    void a_paragraph_whose_conditions_all_fail_leaves_no_blank_line() throws IOException {
        assertThat(says(p("前"), p("{?XZ01 > 100}很多{/}"), p("后"))).containsExactly("前", "后");
    }

    /** The desk has four townships; two of them have figures, the unknown one is none. */
    @Test
    void a_loop_says_the_same_of_each_township() throws IOException {
        assertThat(says(p("{#townships}{?XZ01}{name}{XZ01.value}；{/}{/}"))).containsExactly("滨河镇11件；文昌镇0件；");
        assertThat(says(p("{#乡镇}"), p("{name}"), p("{/}"))).containsExactly("滨河镇", "文昌镇", "迎水桥镇", "兴仁镇");
    }

    @Test
    void a_row_of_a_drawn_table_is_repeated() throws IOException {
        String table = "<w:tbl><w:tblGrid><w:gridCol w:w=\"6000\"/><w:gridCol w:w=\"2000\"/></w:tblGrid>"
                + "<w:tr>" + cell("任务") + cell("佐证") + "</w:tr>"
                + "<w:tr>" + cell("{#tasks}{number}．{task}") + cell("{evidence}{/}") + "</w:tr></w:tbl>";
        Block.Grid grid = (Block.Grid) body(table).blocks().get(0);
        assertThat(grid.columns()).extracting(Block.Column::title).containsExactly("任务", "佐证");
        assertThat(grid.columns()).extracting(Block.Column::share).containsExactly(75, 25); // 6000 and 2000 of 8000
        assertThat(grid.rows())
                .extracting(row -> Run.join(row.cells().get(0)) + " "
                        + Run.join(row.cells().get(1)))
                .containsExactly("1．任务1 7", "2．任务2 7", "3．任务3 7");
    }

    @Test
    void headings_number_themselves_also_where_one_is_left_out() throws IOException {
        TemplateBody body = body(h(1, "{一}、甲")
                + h(2, "{（一）}子")
                + p("{?XZ01 > 100}")
                + h(1, "{一}、乙")
                + p("{/}")
                + h(1, "{一}、丙")
                + h(2, "{（一）}子"));
        assertThat(body.blocks())
                .containsExactly(
                        new Block.Heading(1, "一、甲"),
                        new Block.Heading(2, "（一）子"),
                        new Block.Heading(1, "二、丙"),
                        new Block.Heading(2, "（一）子"));
        assertThat(Numerals.chinese(10) + Numerals.chinese(11) + Numerals.chinese(20) + Numerals.chinese(99))
                .isEqualTo("十十一二十九十九");
    }

    @Test
    void every_stretch_remembers_how_it_looks() throws IOException {
        TemplateBody body = body("<w:p><w:r><w:t>立案</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{XZ01.value}</w:t></w:r>"
                + "<w:r><w:t>。</w:t></w:r></w:p>");
        assertThat(body.places().get(0).looks()).containsExactly(0, 1, 1, 2); // 立案 | 37 | 件 | 。
    }

    @Test
    void an_edition_says_what_it_revises_and_what_was_withdrawn() throws IOException {
        var before = new Desk().total("XZ01", "35", null, null).figures(all()).get(0);
        var after = desk.figures(all()).get(0);
        Papers papers = new Papers(
                List.of(new Revised("quarterly-2026Q2-1", Revision.of(before, after), "数据更正")),
                List.of(new Papers.Notice(true, "quarterly-2026Q1-1", "2026年第一季度", LocalDate.of(2026, 5, 6), "口径有误")));
        TemplateBody body = body(p("{notices}") + p("{?revisions}") + p("{revisions}") + p("{/}"), papers);
        assertThat(((Block.Paragraph) body.blocks().get(0)).text())
                .isEqualTo("2026年第一季度公报（quarterly-2026Q1-1）已于2026年5月6日撤回：口径有误。");
        Block.Grid grid = (Block.Grid) body.blocks().get(1);
        assertThat(grid.caption()).isEqualTo("表1　对以往公布数的修订");
        assertThat(grid.rows().get(0).cells().stream().map(Run::join))
                .containsExactly("立案数（件）", "2026年第三季度", "沙坡头区", "35", "37", "数据更正");
    }

    private static org.ipwarehouse.warehouse.api.FigureQuery all() {
        return org.ipwarehouse.warehouse.api.FigureQuery.all();
    }

    @Test
    void a_hidden_figure_shows_its_symbol_and_meets_no_condition() throws IOException {
        desk.state("SF01", FigureStatus.SUPPRESSED, null);
        assertThat(says(p("新收{SF01.value}{?SF01 < 10}少{/}{?SF01 >= 10}多{/}"))).containsExactly("新收*");
    }

    @Test
    void an_unknown_placeholder_names_file_paragraph_and_text() {
        mistake(p("第一段") + p("立案{XZ01.wert}件"))
                .hasMessageContaining("template.docx，第2段“立案{XZ01.wert}件”")
                .hasMessageContaining("{XZ01.wert}");
        mistake(p("{XZ99.value}")).hasMessageContaining("没有指标“XZ99”");
        mistake(p("{table:mein}")).hasMessageContaining("没有名为“mein”的表").hasMessageContaining("main");
        mistake(p("{sentence:zz}")).hasMessageContaining("没有名为“zz”的句子");
        mistake(p("见{table:main}")).hasMessageContaining("单独占一段");
    }

    @Test
    void what_is_opened_must_be_closed() {
        mistake(p("甲") + p("{?XZ01 > 0}") + p("乙")).hasMessageContaining("第2段").hasMessageContaining("没有结束");
        mistake(p("甲{?XZ01 > 0}乙")).hasMessageContaining("没有在这一段里结束");
        mistake(p("甲{/}")).hasMessageContaining("多了一个 {/}");
        mistake(p("甲{XZ01.value")).hasMessageContaining("花括号不成对");
        mistake(p("{?XZ01 >> 0}甲{/}")).hasMessageContaining("看不懂条件");
        mistake(p("{#dörfer}甲{/}")).hasMessageContaining("没有循环");
        mistake(p("{name}")).hasMessageContaining("只在循环里有意义");
    }

    @Test
    void a_table_with_merged_cells_is_refused() {
        mistake("<w:tbl><w:tblGrid><w:gridCol w:w=\"1\"/><w:gridCol w:w=\"1\"/></w:tblGrid><w:tr><w:tc><w:tcPr>"
                        + "<w:gridSpan w:val=\"2\"/></w:tcPr>" + p("合并") + "</w:tc></w:tr></w:tbl>")
                .hasMessageContaining("合并的单元格");
    }

    @Test
    void a_file_that_is_no_word_file_is_named() throws IOException {
        Path series = series("");
        Files.writeString(series.resolve("template.docx"), "不是压缩包");
        assertThatThrownBy(() -> new BulletinSpecReader(Desk.passports()).read(series))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("template.docx")
                .hasMessageContaining("不是可用的 DOCX");
    }

    @Test
    void what_stands_where_is_said_in_one_place_only() throws IOException {
        Path series = series(p("甲"));
        Files.writeString(series.resolve("bulletin.yaml"), Desk.BULLETIN);
        assertThatThrownBy(() -> new BulletinSpecReader(Desk.passports()).read(series))
                .hasMessageContaining("bulletin.yaml:")
                .hasMessageContaining("篇章在模板里写");
        Files.delete(series.resolve("template.docx"));
        series(null);
        assertThatThrownBy(() -> new BulletinSpecReader(Desk.passports()).read(series))
                .hasMessageContaining("没有 template.docx");
    }

    private AbstractThrowableAssert<?, ?> mistake(String xml) {
        return assertThatThrownBy(() -> body(xml)).isInstanceOf(Fault.class).hasMessageContaining("template.docx");
    }

    private List<String> says(String... xml) throws IOException {
        return body(String.join("", xml)).blocks().stream()
                .map(block -> ((Block.Paragraph) block).text())
                .toList();
    }

    private TemplateBody body(String xml) throws IOException {
        return body(xml, Papers.none());
    }

    private TemplateBody body(String xml, Papers papers) throws IOException {
        BulletinSpec spec = new BulletinSpecReader(Desk.passports()).read(series(xml));
        var template = java.util.Objects.requireNonNull(spec.template());
        var indicators = Mentions.of(template.nodes(), spec);
        Scene scene = Scene.of(desk, spec, new PartNames(Labels.load(Path.of(".."))), Desk.QUARTER, java.util.Set.of());
        TemplateBody body = new TemplateBody(scene, DAY, papers, new NoteMaker(scene, indicators));
        body.fill(template.nodes());
        return body;
    }

    /** A series whose structure a template says; null leaves the template out. */
    private Path series(@org.jspecify.annotations.Nullable String xml) throws IOException {
        Path series = Desk.series(folder, "  s: {text: 甲。}");
        int from = Desk.BULLETIN.indexOf("sections:");
        int to = Desk.BULLETIN.indexOf("tables:");
        Files.writeString(
                series.resolve("bulletin.yaml"), Desk.BULLETIN.substring(0, from) + Desk.BULLETIN.substring(to));
        if (xml != null) {
            try (OutputStream out = Files.newOutputStream(series.resolve("template.docx"));
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                put(zip, "word/document.xml", document(xml));
                put(zip, "word/styles.xml", STYLES);
            }
        }
        return series;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    /** As Word in Chinese: the identifier of a heading is a number, its name is not. */
    private static final String STYLES = "<w:styles " + W + ">"
            + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/></w:style></w:styles>";

    private static String document(String body) {
        return "<w:document " + W + "><w:body>" + body + "<w:sectPr/></w:body></w:document>";
    }

    private static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">"
                + text.replace("<", "&lt;").replace(">", "&gt;") + "</w:t></w:r></w:p>";
    }

    private static String h(int level, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"" + level + "\"/></w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
    }

    private static String cell(String text) {
        return "<w:tc><w:tcPr/>" + p(text) + "</w:tc>";
    }
}
