package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;

/** A figure is one number: what the command says is what page, Word file and PDF say. */
class OneNumberSpec {
    /** How table 1 of the bulletin names the headline indicators. */
    private static final Map<String, String> ROWS = new TreeMap<>(Map.of(
            "行政案件立案", "XZ01",
            "行政案件结案", "XZ02",
            "案值", "XZ03",
            "罚没款", "XZ04",
            "投诉举报登记", "TS01",
            "投诉调解成功率", "TS05",
            "法院新收一审案件", "SF01",
            "法院结案率", "SF03",
            "双公示按时公示率", "GS01"));

    private final Installation demo = Installation.demonstration();

    /** The value that the command prints, by code. */
    private Map<String, String> said() {
        Map<String, String> values = new TreeMap<>();
        demo.ipw("figures", "--period", "2026Q3", "--csv").lines().stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> ROWS.containsValue(cells[0]))
                .forEach(cells -> values.put(cells[0], cells[4]));
        assertThat(values).hasSize(ROWS.size()).doesNotContainValue("");
        return values;
    }

    @Test
    void every_page_shows_what_the_command_says() throws IOException {
        Pattern mark =
                Pattern.compile("data-figure=\"([A-Z0-9]+)\\|2026Q3\\|640502\\|\\|\" data-measure=\"value\">([^<]*)<");
        Map<String, String> shown = new TreeMap<>();
        for (Path page : pages()) {
            Matcher found = mark.matcher(Files.readString(page, StandardCharsets.UTF_8));
            while (found.find()) {
                if (ROWS.containsValue(found.group(1))) {
                    String before = shown.put(found.group(1), found.group(2));
                    assertThat(before).as(found.group(1) + " on " + page).isIn(null, found.group(2));
                }
            }
        }

        assertThat(shown).isEqualTo(said());
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(demo.data().resolve("site/internal"))) {
            return files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
    }

    @Test
    void the_word_file_shows_what_the_command_says() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        try (InputStream in = Files.newInputStream(bulletin(".docx"));
                XWPFDocument document = new XWPFDocument(in)) {
            for (XWPFTable table : document.getTables()) {
                for (XWPFTableRow row : table.getRows()) {
                    String code = ROWS.get(row.getCell(0).getText().strip());
                    if (code != null && row.getTableCells().size() > 2) {
                        shown.putIfAbsent(code, row.getCell(2).getText().strip());
                    }
                }
            }
        }

        assertThat(shown).isEqualTo(said());
    }

    @Test
    void the_pdf_shows_what_the_command_says() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(bulletin(".pdf").toFile())) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            text.getText(document)
                    .lines()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(words -> words.length > 4 && ROWS.containsKey(words[0]))
                    .forEach(words -> shown.putIfAbsent(String.valueOf(ROWS.get(words[0])), words[2]));
        }

        assertThat(shown).isEqualTo(said());
    }

    @Test
    void the_first_sentence_of_the_bulletin_gives_the_same_numbers_again() throws IOException {
        Map<String, String> said = said();
        try (InputStream in = Files.newInputStream(bulletin(".docx"));
                XWPFDocument document = new XWPFDocument(in)) {
            String text =
                    document.getParagraphs().stream().map(p -> p.getText()).reduce("", String::concat);

            assertThat(text)
                    .contains("立案查处知识产权行政案件" + said.get("XZ01") + "件")
                    .contains("办结" + said.get("XZ02") + "件")
                    .contains("罚没款" + said.get("XZ04") + "万元")
                    .contains("投诉举报" + said.get("TS01") + "件");
        }
    }

    private Path bulletin(String ending) throws IOException {
        try (Stream<Path> files = Files.list(demo.data().resolve("bulletins/2026Q3"))) {
            return files.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
        }
    }
}
