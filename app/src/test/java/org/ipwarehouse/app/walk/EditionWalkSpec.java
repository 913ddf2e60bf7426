package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.ipwarehouse.warehouse.fixtures.SlimHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An edition from draft to withdrawal with the commands that people type: four eyes, embargo, a late case, correction,
 * notice, and what the next edition says of it.
 */
class EditionWalkSpec {
    private static final String LEDGER = "案件编号,案件名称,案件来源,立案日期,当事人名称,知识产权类型,违法行为,罚款,结案方式,处罚决定日期,办案机构\n";
    private static final Pattern LEFT_OUT = Pattern.compile("complaints|publicity|townships?|chart:|XZ01.base|乡镇");
    private static final String FIRST = "monthly-2026-08-1";

    @TempDir
    Path place;

    @Test
    void an_edition_is_signed_published_revised_corrected_and_withdrawn() throws IOException {
        Installation lake = new Installation(home(), place.resolve("data"));
        // 八月立案、办结各 12 件，九月各 11 件
        sent(lake, "案件台账2026年8月.csv", cases("2026-08", 1, 12));
        sent(lake, "案件台账2026年9月.csv", cases("2026-09", 21, 11));
        built(lake);

        signed_by_another_and_published_after_the_embargo(lake);
        String before = Files.readString(published("2026-08").resolve("indicators.csv"));
        assertThat(before).contains("XZ01,", ",12,");

        the_writers_and_analysts_go_on_working();
        signed_documents_are_made_again_byte_by_byte(lake);

        // 八月补登一件：12 + 1 = 13
        sent(lake, "案件台账2026年8月补登.csv", cases("2026-08", 41, 1));
        built(lake);
        the_lake_is_compared_with_what_was_published(lake);
        the_next_edition_says_what_was_revised(lake);
        a_correction_takes_the_place_of_the_first(lake);
        a_withdrawal_leaves_a_notice_and_nothing_else(lake);
    }

    private void signed_by_another_and_published_after_the_embargo(Installation lake) {
        Answer draft = done(
                lake.ipw("release", "draft", "--period", "2026-08", "--by", "张三", "--embargo", "2026-10-12T18:00"));
        assertThat(draft.out()).contains(FIRST, "编制").as(draft.err()).contains(".docx", ".pdf", ".xlsx");
        assertThat(draft.err()).doesNotContain("尚不能审核");
        refused(lake.ipw("release", "sign", FIRST, "--by", "王五"), "编制");
        refused(lake.ipw("release", "review", FIRST, "--by", "张三"), "张三");
        done(lake.ipw("release", "review", FIRST, "--by", "李四"));
        refused(lake.ipw("release", "sign", FIRST, "--by", "张三"), "张三");
        done(lake.ipw("release", "sign", FIRST, "--by", "王五"));
        assertThat(published("2026-08")).doesNotExist();
        refused(lake.ipw("release", "publish", FIRST), "2026-10-12");
        // 十三点签发，十八点半以后发布
        IntStream.range(0, 6).forEach(hour -> lake.later());
        done(lake.ipw("release", "publish", FIRST));
        assertThat(published("2026-08")).isDirectoryContaining("glob:**/*.docx");
        assertThat(done(lake.ipw("release", "verify", FIRST)).out()).contains("逐字节相同");
    }

    /** A paragraph in the template, a word in the wording, a line of the notes, the name of an indicator: all come later. */
    private void the_writers_and_analysts_go_on_working() throws IOException {
        Path home = place.resolve("home");
        Path series = home.resolve("reports/bulletins/monthly");
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(series.resolve("template.docx"))))) {
            document.createParagraph().createRun().setText("这一段是签发以后加的。");
            try (OutputStream out = Files.newOutputStream(series.resolve("template.docx"))) {
                document.write(out);
            }
        }
        edit(series.resolve("sentences.yaml"), "立案查处", "查办");
        edit(series.resolve("bulletin.yaml"), "本月报数据为初步统计数", "本月报数据为快报数");
        try (Stream<Path> passports = Files.walk(home.resolve("warehouse/indicators"))) {
            Path passport = passports
                    .filter(file -> String.valueOf(file.getFileName()).startsWith("XZ02."))
                    .findFirst()
                    .orElseThrow();
            edit(passport, "结案(作出处罚决定)数", "办结量");
        }
    }

    private static void edit(Path file, String was, String becomes) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).contains(was);
        Files.writeString(file, text.replace(was, becomes));
    }

    private void signed_documents_are_made_again_byte_by_byte(Installation lake) {
        assertThat(done(lake.ipw("release", "verify", FIRST)).out()).contains("逐字节相同");
        Path releases = place.resolve("data/releases");
        assertThat(releases.resolve(".making")).isEmptyDirectory();
        Path kept = releases.resolve(".kept");
        assertThat(kept).isDirectoryRecursivelyContaining("glob:**/*");
    }

    /** Only XZ01 and XZ02 of August, the quarter and the year so far differ, by one; nobody compares what is hidden. */
    private static void the_lake_is_compared_with_what_was_published(Installation lake) {
        Answer mixed = done(lake.ipw("diff", FIRST, "last", "--indicator", "XZ01", "--totals", "--csv"));
        assertThat(mixed.err()).contains("只比较版次公布了数值的");
        assertThat(mixed.lines().stream().filter(line -> line.contains(",2026-08,640502,")))
                .singleElement()
                .asString()
                .contains("changed,XZ01", "12,13,1");
        assertThat(done(lake.ipw("diff", FIRST, "previous", "--csv")).lines())
                .as("what was published is what the lake knew then")
                .noneMatch(line -> line.contains("XZ0"));
    }

    private void the_next_edition_says_what_was_revised(Installation lake) throws IOException {
        done(lake.ipw("release", "draft", "--period", "2026-09", "--by", "张三"));
        assertThat(done(lake.ipw("release", "show", "monthly-2026-09-1")).out()).contains("比 " + FIRST + " 修订");
        String word = text(place.resolve("data/releases/monthly-2026-09-1"));
        assertThat(word).contains("对以往公布数的修订").contains("原始记录更正、补登或撤销");
        assertThat(word)
                .as("what was written since is in the next edition")
                .contains("这一段是签发以后加的。", "查办", "快报数", "行政案件办结量");
        assertThat(done(lake.ipw("diff", FIRST, "monthly-2026-09-1", "--indicator", "XZ01", "--totals", "--csv"))
                        .lines())
                .anyMatch(line -> line.contains("XZ01,2026-08,640502,") && line.contains("12,13,1"));
        done(lake.ipw("release", "drop", "monthly-2026-09-1", "--by", "张三"));
    }

    private void a_correction_takes_the_place_of_the_first(Installation lake) throws IOException {
        refused(lake.ipw("release", "draft", "--period", "2026-08", "--by", "张三"), FIRST);
        done(lake.ipw("release", "correct", FIRST, "--by", "张三", "--reason", "补登一件"));
        String second = "monthly-2026-08-2";
        done(lake.ipw("release", "review", second, "--by", "李四"));
        assertThat(Files.readString(published("2026-08").resolve("indicators.csv")))
                .as("the first stays until the second is signed")
                .contains(",12,");
        done(lake.ipw("release", "sign", second, "--by", "王五"));
        assertThat(Files.readString(published("2026-08").resolve("更正公告.html")))
                .contains("补登一件", "<td>12</td><td>13</td>");
        assertThat(done(lake.ipw("release", "list")).out()).contains(FIRST, "已更正", second);
        assertThat(done(lake.ipw("release", "verify", FIRST)).out()).contains("逐字节相同");
    }

    private void a_withdrawal_leaves_a_notice_and_nothing_else(Installation lake) throws IOException {
        refused(lake.ipw("release", "withdraw", "monthly-2026-08-2", "--by", "王五"), "reason");
        done(lake.ipw("release", "withdraw", "monthly-2026-08-2", "--by", "王五", "--reason", "数据来源有误"));
        try (Stream<Path> left = Files.list(published("2026-08"))) {
            assertThat(left).singleElement().asString().endsWith("撤回公告.html");
        }
        refused(lake.ipw("release", "publish", "monthly-2026-08-2"), "撤回");
    }

    private static Answer done(Answer answer) {
        assertThat(answer.code()).as(answer.err() + answer.out()).isZero();
        return answer;
    }

    /** The operator's mistake, said with what it is about. */
    private static void refused(Answer answer, String because) {
        assertThat(answer.code()).as(answer.err() + answer.out()).isEqualTo(2);
        assertThat(answer.err()).contains(because);
    }

    private Path published(String period) {
        return place.resolve("data/published/monthly").resolve(period);
    }

    private static void built(Installation lake) {
        lake.later();
        done(lake.ipw("build"));
    }

    private void sent(Installation lake, String name, String rows) throws IOException {
        done(lake.ipw(
                "ingest",
                Files.write(place.resolve(name), (LEDGER + rows).getBytes(StandardCharsets.UTF_8))
                        .toString()));
    }

    private static String cases(String month, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(n -> String.join(
                        ",",
                        "卫沙市监立〔2026〕" + n + "号",
                        "商标案",
                        "监督检查",
                        month + "-03",
                        "当事人第" + n + "经营部",
                        "商标",
                        "侵犯注册商标专用权",
                        "5000",
                        "处罚",
                        month + "-20",
                        "区市场监督管理分局"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Path word = files.filter(f -> f.toString().endsWith(".docx"))
                    .findFirst()
                    .orElseThrow();
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(word)))) {
                String paragraphs = document.getParagraphs().stream()
                        .map(XWPFParagraph::getText)
                        .collect(Collectors.joining("\n"));
                return paragraphs
                        + document.getTables().stream().map(t -> t.getText()).collect(Collectors.joining("\n"));
            }
        }
    }

    /** The product's monthly series, without what the few indicators of this home cannot say. */
    private Path home() throws IOException {
        Path home = SlimHome.of(Installation.HOME, place.resolve("home"), List.of("XZ01", "XZ02", "XZ04"));
        for (String folder : List.of("reports/style", "reports/release", "reports/bulletins/monthly")) {
            Installation.copy(Path.of(folder), home);
        }
        Path series = home.resolve("reports/bulletins/monthly");
        String spec = Files.readString(series.resolve("bulletin.yaml"));
        String tables =
                "tables:\n  main:\n    kind: indicators\n    title: 主要指标\n    indicators: [XZ01, XZ02, XZ04]\n\ncharts: {}\n\n";
        spec = spec.substring(0, spec.indexOf("\nnames:") + 1) + "names:\n  XZ01: 行政案件立案\n\n" + tables
                + spec.substring(spec.indexOf("# 对以往公布数的修订、撤回和更正"));
        Files.writeString(series.resolve("bulletin.yaml"), spec);
        String sentences = Files.readString(series.resolve("sentences.yaml"));
        Files.writeString(
                series.resolve("sentences.yaml"), sentences.substring(0, sentences.indexOf("  complaints:\n")));
        shorten(series.resolve("template.docx"));
        return home;
    }

    private static void shorten(Path template) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(Files.readAllBytes(template)))) {
            boolean isWithin = false;
            for (int i = 0; i < document.getBodyElements().size(); ) {
                String text =
                        document.getBodyElements().get(i) instanceof XWPFParagraph paragraph ? paragraph.getText() : "";
                boolean begins = text.contains("{?XZ01.base");
                boolean ends = isWithin && text.strip().equals("{/}");
                if (begins || isWithin || LEFT_OUT.matcher(text).find()) {
                    document.removeBodyElement(i);
                } else {
                    i++;
                }
                isWithin = (isWithin || begins) && !ends;
            }
            try (OutputStream out = Files.newOutputStream(template)) {
                document.write(out);
            }
        }
    }
}
