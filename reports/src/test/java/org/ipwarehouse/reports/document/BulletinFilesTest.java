package org.ipwarehouse.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.bulletin.Run;
import org.ipwarehouse.reports.twin.InMemoryWarehouse;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;

/** The finished files, read back. */
@SuppressWarnings("NullAway.Init") // set by JUnit
class BulletinFilesTest {
    private static final Path HOME = Path.of("..");
    private static final Period QUARTER = Period.parse("2026Q3");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 20);
    private static final InMemoryWarehouse TWIN = new InMemoryWarehouse();
    private static final List<Passport> PASSPORTS = TWIN.indicators();

    @TempDir
    static Path folder;

    private static Bulletin bulletin;
    private static byte[] docx;
    private static byte[] pdf;

    @BeforeAll
    static void write() throws IOException {
        bulletin = BulletinComposer.quarterly(HOME).compose(TWIN, QUARTER, DAY);
        List<Path> files = new BulletinWriter(HOME).write(bulletin, folder);
        docx = Files.readAllBytes(files.get(0));
        pdf = Files.readAllBytes(files.get(1));
    }

    @Test
    void file_names_say_period_and_that_the_data_are_synthetic() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据.docx",
                            "中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据.pdf",
                            "中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据.html",
                            "中卫市沙坡头区知识产权保护工作统计公报_2026Q3_演示数据_数据附表.xlsx",
                            "indicators.csv",
                            "indicators.csv-metadata.json",
                            "indicators.sdmx.csv");
        }
    }

    @Test
    void the_same_input_gives_the_same_bytes(@TempDir Path again) throws IOException {
        Bulletin second = BulletinComposer.quarterly(HOME).compose(new InMemoryWarehouse(), QUARTER, DAY);
        List<Path> files = new BulletinWriter(HOME).write(second, again);
        assertThat(Files.readAllBytes(files.get(0))).isEqualTo(docx);
        assertThat(Files.readAllBytes(files.get(1))).isEqualTo(pdf);
        for (Path file : files) {
            assertThat(file).hasSameBinaryContentAs(folder.resolve(file.getFileName()));
        }
    }

    /** GB/T 9704: 天头37 订口28 版心156×225 mm on A4; 1 mm = 56.693 twips: 2098, 1588, right 26 → 1474, bottom 35 → 1984. */
    @Test
    void the_word_page_is_that_of_the_standard() throws IOException {
        try (XWPFDocument document = open()) {
            CTSectPr section = document.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11906));
            assertThat(section.getPgSz().getH()).isEqualTo(BigInteger.valueOf(16838));
            assertThat(section.getPgMar().getTop()).isEqualTo(BigInteger.valueOf(2098));
            assertThat(section.getPgMar().getBottom()).isEqualTo(BigInteger.valueOf(1984));
            assertThat(section.getPgMar().getLeft()).isEqualTo(BigInteger.valueOf(1588));
            assertThat(section.getPgMar().getRight()).isEqualTo(BigInteger.valueOf(1474));
            assertThat(section.getDocGrid().getType()).isEqualTo(STDocGrid.LINES_AND_CHARS);
            // 225 mm = 12756 twips ÷ 22 lines = 579.8
            assertThat(section.getDocGrid().getLinePitch().intValue()).isBetween(579, 580);
            // 442.2 pt ÷ 28 − 16 pt = −0.2071 pt × 4096 = −848.5
            assertThat(section.getDocGrid().getCharSpace().intValue()).isBetween(-849, -848);
        }
    }

    @Test
    void each_role_names_its_font_and_size() throws IOException {
        try (XWPFDocument document = open()) {
            List<XWPFParagraph> paragraphs = document.getParagraphs();
            assertThat(look(document, paragraphs.get(0))).isEqualTo("方正小标宋简体 22.0");
            assertThat(look(document, find(paragraphs, "一、总体情况"))).isEqualTo("黑体 16.0");
            assertThat(look(document, find(paragraphs, "（一）案件构成"))).isEqualTo("楷体_GB2312 16.0");
            XWPFParagraph body = find(paragraphs, "2026年三季度，全区");
            assertThat(look(document, body)).isEqualTo("仿宋_GB2312 16.0");
            var style = document.getStyles().getStyle(body.getStyle()).getCTStyle();
            assertThat(style.getPPr().getInd().getFirstLineChars()).isEqualTo(BigInteger.valueOf(200));
        }
    }

    /** The template gives looks by style, so that writers can change them in one place. */
    private static String look(XWPFDocument document, XWPFParagraph paragraph) {
        var style =
                document.getStyles().getStyle(paragraph.getStyle()).getCTStyle().getRPr();
        double halfPoints = ((BigInteger) style.getSzArray(0).getVal()).doubleValue();
        return style.getRFontsArray(0).getEastAsia() + " " + halfPoints / 2;
    }

    private static XWPFParagraph find(List<XWPFParagraph> paragraphs, String start) {
        return paragraphs.stream()
                .filter(p -> p.getText().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void every_page_has_its_number_at_the_outer_edge_and_says_that_the_data_are_synthetic() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getEvenAndOddHeadings()).isTrue();
            assertThat(document.getHeaderList())
                    .hasSize(2)
                    .extracting(XWPFHeader::getText)
                    .allMatch(t -> t.contains("演示数据 · synthetic"));
            List<String> footers = document.getFooterList().stream()
                    .map(XWPFFooter::getParagraphs)
                    .map(p -> p.get(0))
                    .map(p -> p.getAlignment() + " " + p.getCTP().xmlText().contains("PAGE"))
                    .toList();
            assertThat(footers).containsExactlyInAnyOrder("RIGHT true", "LEFT true");
        }
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains("演示数据 · synthetic").containsPattern("—\\s*" + page + "\\s*—");
            }
        }
    }

    @Test
    void real_data_carry_no_such_mark() {
        Bulletin real =
                BulletinComposer.quarterly(HOME).compose(InMemoryWarehouse.withoutSyntheticData(), QUARTER, DAY);
        assertThat(real.isSynthetic()).isFalse();
        assertThat(real.pieces().map(Bulletin.Piece::text)).noneMatch(t -> t.contains("演示") || t.contains("synthetic"));
    }

    @Test
    void the_pdf_is_a4_tagged_and_embeds_a_subset_of_each_font() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(Objects.requireNonNull(document.getDocumentCatalog().getMarkInfo())
                            .isMarked())
                    .isTrue();
            Set<String> fonts = new TreeSet<>();
            for (PDPage page : document.getPages()) {
                // 210 × 297 mm = 595.28 × 841.89 pt
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 595.5f);
                assertThat(page.getMediaBox().getHeight()).isBetween(841.5f, 842f);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+Noto(Sans|Serif)SC-.*"));
        }
    }

    @Test
    void charts_are_vectors_in_the_pdf_and_described_pictures_in_word() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getXObjectNames()) {
                    assertThat(page.getResources().isImageXObject(name)).isFalse();
                }
            }
            assertThat(text(document)).contains("迎水桥镇").contains("26年三季");
        }
        List<Block.Picture> pictures = bulletin.blocks().stream()
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .toList();
        try (XWPFDocument document = open()) {
            assertThat(document.getAllPictures()).hasSize(pictures.size()).isNotEmpty();
            String xml = document.getDocument().xmlText();
            pictures.forEach(picture -> assertThat(xml).contains("descr=\"" + picture.alternative() + "\""));
        }
    }

    @Test
    void tables_of_word_repeat_their_header_and_keep_within_the_type_area() throws IOException {
        try (XWPFDocument document = open()) {
            assertThat(document.getTables()).hasSize(4).allSatisfy(table -> {
                assertThat(table.getRow(0).isRepeatHeader()).isTrue();
                // 11906 − 1588 − 1474 = 8844 twips = 156 mm
                int width = table.getCTTbl().getTblGrid().getGridColList().stream()
                        .mapToInt(c -> ((BigInteger) c.getW()).intValue())
                        .sum();
                assertThat(width).isBetween(8800, 8844);
            });
        }
    }

    /** The text of a figure and the cell of the same figure are one: 立案 in 表1 is what the first sentence says. */
    @Test
    void text_table_and_figure_agree() throws IOException {
        try (XWPFDocument document = open()) {
            XWPFTable main = document.getTables().get(0);
            for (int i = 1; i < main.getNumberOfRows(); i++) {
                String name = main.getRow(i).getCell(0).getText();
                Figure figure = total(name);
                Passport passport = passport(figure);
                String value = main.getRow(i).getCell(2).getText().replace(",", "");
                if (figure.value() == null) {
                    assertThat(value).isEqualTo(figure.status().symbol());
                } else {
                    assertThat(value).as(name).isEqualTo(rounded(figure.value(), passport.decimals()));
                }
            }
            String filed = main.getRow(1).getCell(2).getText();
            assertThat(find(document.getParagraphs(), "2026年三季度，全区").getText()).contains("案件" + filed + "件，");
        }
    }

    private static final Pattern STATISTIC = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(件|万元|家|%|个百分点|倍)");

    /** Every number with a unit in the running text of both files is one of the twin's figures, and no other. */
    @Test
    void no_number_in_the_text_but_those_of_the_figures() throws IOException {
        Set<String> known = figuresOfTheTwin();
        List<String> statistics = new ArrayList<>();
        try (XWPFDocument document = open()) {
            for (XWPFParagraph paragraph : document.getParagraphs()) {
                if (paragraph.getText().startsWith("注释")) {
                    break;
                }
                Matcher found = STATISTIC.matcher(paragraph.getText());
                while (found.find()) {
                    statistics.add(found.group(1).replace(",", "") + found.group(2));
                }
            }
        }
        assertThat(statistics).hasSizeGreaterThan(50).allSatisfy(s -> assertThat(known)
                .contains(s));
        assertThat(known).as("the check can fail").doesNotContain("17万件", "999.9%", "100000件");
        String page;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            page = text(document).replaceAll("\\s", "").replace(",", "");
        }
        assertThat(statistics).allSatisfy(s -> assertThat(page).contains(s));
    }

    /** Rounded again here, by hand of BigDecimal: values, bases, changes, and the shares of the rankings. */
    private static Set<String> figuresOfTheTwin() {
        Set<String> known = new TreeSet<>();
        for (Figure f :
                TWIN.figures(new FigureQuery(Set.of(), List.of(QUARTER, QUARTER.cumulative()), Set.of(), null))) {
            Passport p = passport(f);
            for (BigDecimal value : new BigDecimal[] {f.value(), f.yoyBase(), f.qoqBase()}) {
                if (value != null) {
                    known.add(rounded(value, p.decimals()) + p.unit());
                }
            }
            for (BigDecimal change : new BigDecimal[] {f.yoy(), f.qoq()}) {
                if (change != null) {
                    known.add(rounded(change.abs(), 1) + (p.isRate() ? "个百分点" : "%"));
                }
            }
            if (f.dimension().equals("ip_type") && f.value() != null && !p.isRate()) {
                BigDecimal whole = Objects.requireNonNull(total(p.nameZh()).value());
                known.add(rounded(f.value().multiply(BigDecimal.valueOf(100)).divide(whole, 9, RoundingMode.HALF_UP), 1)
                        + "%");
            }
        }
        known.add(leadingShare());
        return known;
    }

    /** The three townships with most cases, of the district. */
    private static String leadingShare() {
        List<BigDecimal> townships = TWIN.figures(new FigureQuery(Set.of(), List.of(QUARTER), Set.of(), "")).stream()
                .filter(f -> f.indicator().code().equals("XZ01"))
                .filter(f -> f.region().isTownship() && !f.region().isUnknownTownship())
                .map(f -> Objects.requireNonNull(f.value()))
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        assertThat(townships.get(2)).as("no tie for the third place").isGreaterThan(townships.get(3));
        BigDecimal sum = townships.get(0).add(townships.get(1)).add(townships.get(2));
        BigDecimal whole = Objects.requireNonNull(total("知识产权行政案件立案数").value());
        return rounded(sum.multiply(BigDecimal.valueOf(100)).divide(whole, 9, RoundingMode.HALF_UP), 1) + "%";
    }

    @Test
    void each_number_of_the_model_is_made_from_the_figure_it_names() {
        List<Run> numbers = bulletin.runs().filter(Run::isNumber).toList();
        assertThat(numbers.stream().collect(Collectors.groupingBy(Run::origin, Collectors.counting())))
                .containsKeys(
                        Run.Origin.VALUE, Run.Origin.YEAR_BEFORE, Run.Origin.YOY, Run.Origin.QOQ, Run.Origin.SHARE);
        assertThat(numbers).filteredOn(run -> run.origin() == Run.Origin.VALUE).allSatisfy(run -> {
            Figure figure = run.figures().get(0);
            BigDecimal value = Objects.requireNonNull(figure.value());
            assertThat(run.text().replace(",", ""))
                    .isEqualTo(rounded(value, passport(figure).decimals()));
        });
    }

    @Test
    void a_character_without_a_glyph_stops_all_of_it_and_is_named(@TempDir Path nowhere) {
        List<Block> blocks = new ArrayList<>(bulletin.blocks());
        // Linear B is in no Chinese font
        blocks.add(new Block.Paragraph(Block.Role.BODY, List.of(Run.words("企业𐀀厂"))));
        Bulletin odd = bulletin.with(blocks);
        assertThatThrownBy(() -> new BulletinWriter(HOME).write(odd, nowhere))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("𐀀")
                .hasMessageContaining("企业𐀀厂");
        assertThat(nowhere).isEmptyDirectory();
    }

    /** 㛃 in the wording (line found by the test itself), in the template's own words, and in a name that no file has. */
    @Test
    void a_character_without_a_glyph_is_traced_to_the_line_that_has_it(@TempDir Path home) throws IOException {
        Path series = Files.createDirectories(home.resolve("reports/bulletins/quarterly"));
        for (String file : List.of("bulletin.yaml", "sentences.yaml", "template.docx")) {
            Files.copy(HOME.resolve("reports/bulletins/quarterly").resolve(file), series.resolve(file));
        }
        Files.createSymbolicLink(
                home.resolve("reports/style"),
                HOME.resolve("reports/style").toAbsolutePath().normalize());
        Path nowhere = home.resolve("out");

        String plain = Files.readString(series.resolve("sentences.yaml"));
        String odd = plain.replace("线索按期核查立案率为", "线索㛃按期核查立案率为");
        int line = List.of(odd.split("\n"))
                        .indexOf(odd.lines()
                                .filter(l -> l.contains("㛃"))
                                .findFirst()
                                .orElseThrow())
                + 1;
        Files.writeString(series.resolve("sentences.yaml"), odd);
        assertThatThrownBy(() -> written(home, nowhere))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("reports/bulletins/quarterly/sentences.yaml:" + line)
                .hasMessageContaining("㛃（U+36C3）");
        assertThat(nowhere).doesNotExist();

        Files.writeString(series.resolve("sentences.yaml"), plain);
        try (XWPFDocument template =
                new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(series.resolve("template.docx"))))) {
            int last = template.getParagraphs().size() + 1;
            template.createParagraph().createRun().setText("印发：𬭸局");
            try (var out = Files.newOutputStream(series.resolve("template.docx"))) {
                template.write(out);
            }
            assertThatThrownBy(() -> written(home, nowhere))
                    .hasMessageContaining("template.docx，第" + last + "段")
                    .hasMessageContaining("𬭸（U+2CB78）");
        }
        assertThat(nowhere).doesNotExist();
    }

    private static List<Path> written(Path home, Path folder) {
        return new BulletinWriter(home).write(BulletinComposer.quarterly(home).compose(TWIN, QUARTER, DAY), folder);
    }

    private static XWPFDocument open() throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    /** By the name in the passport or the short name in bulletin.yaml. */
    private static Figure total(String name) {
        String code = org.ipwarehouse.reports.SpecNode.read(HOME.resolve("reports/bulletins/quarterly/bulletin.yaml"))
                .child("names")
                .entries()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().text().equals(name))
                .map(java.util.Map.Entry::getKey)
                .findFirst()
                .orElse("");
        return TWIN.figures(FigureQuery.totals(List.of(QUARTER))).stream()
                .filter(f -> !f.region().isTownship())
                .filter(f -> f.indicator().code().equals(code)
                        || passport(f).nameZh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Passport passport(Figure figure) {
        return PASSPORTS.stream()
                .filter(p -> p.id().equals(figure.indicator()))
                .findFirst()
                .orElseThrow();
    }

    private static String rounded(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
