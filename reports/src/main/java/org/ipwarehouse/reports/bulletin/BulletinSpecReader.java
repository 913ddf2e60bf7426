package org.ipwarehouse.reports.bulletin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.bulletin.BulletinSpec.Item;
import org.ipwarehouse.reports.bulletin.BulletinSpec.NoteSpec;
import org.ipwarehouse.reports.bulletin.BulletinSpec.Section;
import org.ipwarehouse.reports.figure.Face;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Reads the writers' files of a series. All of it is checked before anything is written: an unknown key, sentence,
 * table, indicator, dimension or placeholder is a {@link org.ipwarehouse.warehouse.api.Fault} with file and line.
 */
final class BulletinSpecReader {
    private static final Set<String> TOP = Set.of(
            "title",
            "frequency",
            "issue",
            "region",
            "synthetic_mark",
            "fonts",
            "names",
            "sections",
            "papers",
            "tables",
            "charts",
            "notes",
            "sources",
            "definitions");

    private static final String TEMPLATE = "template.docx";

    /** 156 mm less a fifth for the names, in columns of 15 mm: four characters of 10.5 pt, or 1,234.56. */
    private static final int MOST_COLUMNS = 8;

    private static final Set<BulletinSpec.ChartKind> OVER_TIME = EnumSet.of(
            BulletinSpec.ChartKind.TREND,
            BulletinSpec.ChartKind.EXPECTED,
            BulletinSpec.ChartKind.HEAT,
            BulletinSpec.ChartKind.MULTIPLES,
            BulletinSpec.ChartKind.STRUCTURE);
    private static final Set<BulletinSpec.ChartKind> BROKEN_DOWN = EnumSet.of(
            BulletinSpec.ChartKind.PARETO, BulletinSpec.ChartKind.CONTRIBUTIONS, BulletinSpec.ChartKind.STRUCTURE);

    private final List<Passport> passports;
    private PassportCheck check;

    BulletinSpecReader(List<Passport> passports) {
        this.passports = List.copyOf(passports);
        this.check = new PassportCheck(passports, "year");
    }

    /** How often a series appears. @param file its {@code bulletin.yaml} */
    static BulletinSpec.Frequency frequency(SpecNode file) {
        return file.find("frequency")
                .map(node ->
                        choice(node, BulletinSpec.Frequency.class, f -> f.name().toLowerCase(Locale.ROOT)))
                .orElse(BulletinSpec.Frequency.QUARTER);
    }

    /** @param folder of the series, with {@code bulletin.yaml} and {@code sentences.yaml} */
    BulletinSpec read(Path folder) {
        SpecNode file = SpecNode.read(folder.resolve("bulletin.yaml"));
        file.entries(TOP);
        BulletinSpec.Frequency frequency = frequency(file);
        check = new PassportCheck(passports, frequency.name().toLowerCase(Locale.ROOT));
        SentenceBook wording = new SentenceReader(check).read(SpecNode.read(folder.resolve("sentences.yaml")));
        SpecNode definitions = file.child("definitions");
        definitions.entries(Set.of("title"));
        Sections sections = new Sections(file, wording);
        return new BulletinSpec(
                text(file, "title"),
                frequency,
                Wording.parse(file.child("issue"), Set.of("period")),
                region(file.child("region")),
                text(file, "synthetic_mark"),
                fonts(file.child("fonts")),
                names(file.child("names")),
                sections.read(),
                template(folder, file, sections),
                sections.allTables(),
                sections.allCharts(),
                file.child("notes").items().stream().map(this::note).toList(),
                papers(file),
                text(file, "sources"),
                text(definitions, "title"),
                wording);
    }

    /** What stands where is said in one place: by the Word template, or, where there is none, by {@code sections}. */
    private BulletinSpec.@Nullable ReadTemplate template(Path folder, SpecNode file, Sections sections) {
        Path template = folder.resolve(TEMPLATE);
        boolean stated = file.find("sections").isPresent();
        if (!Files.isRegularFile(template)) {
            if (!stated) {
                throw file.mistake(
                        "没有 " + TEMPLATE + "，也没有“sections”。", "在同一目录放一份 Word 模板 " + TEMPLATE + "，或写出 sections。");
            }
            return null;
        }
        if (stated) {
            throw file.child("sections").mistake("已有 " + TEMPLATE + "，篇章在模板里写。", "删去 sections，或删去模板。");
        }
        Fillers fillers =
                new Fillers(sections.wording.sentences(), sections.namedTables(), sections.namedCharts(), check);
        List<TemplateNode> nodes = new TemplateParser(WordFile.read(template).outline(), fillers, check).parse();
        return new BulletinSpec.ReadTemplate(template, nodes);
    }

    private static BulletinSpec.PaperWords papers(SpecNode file) {
        Optional<SpecNode> papers = file.find("papers");
        if (papers.isEmpty()) {
            return new BulletinSpec.PaperWords(
                    "对以往公布数的修订",
                    "本期没有对以往公布数的修订。",
                    new Wording("{period}公报（{edition}）已于{date}撤回：{reason}。"),
                    new Wording("{period}公报（{edition}）已于{date}更正：{reason}。"));
        }
        SpecNode node = papers.get();
        node.entries(Set.of("title", "none", "withdrawn", "corrected"));
        Set<String> gaps = Set.of("edition", "period", "date", "reason");
        return new BulletinSpec.PaperWords(
                text(node, "title"),
                text(node, "none"),
                Wording.parse(node.child("withdrawn"), gaps),
                Wording.parse(node.child("corrected"), gaps));
    }

    private static RegionCode region(SpecNode node) {
        try {
            return new RegionCode(node.text());
        } catch (IllegalArgumentException notACode) {
            throw node.mistake("“" + node.text() + "”不是区划代码。", "写六位代码并加引号，例如 \"640502\"。");
        }
    }

    private static FontPlan fonts(SpecNode node) {
        Set<String> keys = Set.copyOf(
                Arrays.stream(FontPlan.Role.values()).map(FontPlan.Role::key).toList());
        node.entries(keys);
        Map<FontPlan.Role, FontPlan.Font> fonts = new EnumMap<>(FontPlan.Role.class);
        for (FontPlan.Role role : FontPlan.Role.values()) {
            SpecNode font = node.child(role.key());
            font.entries(Set.of("word", "pdf"));
            fonts.put(role, new FontPlan.Font(text(font, "word"), face(font.child("pdf"))));
        }
        return new FontPlan(fonts);
    }

    private static Face face(SpecNode node) {
        return choice(
                node, Face.class, face -> face.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Map<IndicatorId, String> names(SpecNode node) {
        Map<IndicatorId, String> names = new LinkedHashMap<>();
        node.entries()
                .forEach((code, name) -> names.put(check.indicator(name, code).id(), name.text()));
        return names;
    }

    private NoteSpec note(SpecNode node) {
        node.entries(Set.of("when", "text"));
        BulletinSpec.When when = choice(
                node.child("when"), BulletinSpec.When.class, w -> w.name().toLowerCase(Locale.ROOT));
        boolean listed = when != BulletinSpec.When.ALWAYS && when != BulletinSpec.When.SYNTHETIC;
        return new NoteSpec(
                when, Wording.parse(node.child("text"), listed ? Set.of("indicators", "reasons") : Set.of()));
    }

    private static String text(SpecNode node, String key) {
        SpecNode child = node.child(key);
        if (child.text().isBlank()) {
            throw child.mistake("“" + key + "”是空的。", "补上文字。");
        }
        return child.text();
    }

    private static <T extends Enum<T>> T choice(SpecNode node, Class<T> type, Function<T, String> keyOf) {
        List<T> values = List.of(type.getEnumConstants());
        return values.stream()
                .filter(value -> keyOf.apply(value).equals(node.text()))
                .findFirst()
                .orElseThrow(() -> node.mistake(
                        "不认识的写法“" + node.text() + "”。",
                        "可写：" + String.join("、", values.stream().map(keyOf).toList()) + "。"));
    }

    /** The sections, with what they refer to in the same file and in the wording. */
    private final class Sections {
        private final SpecNode file;
        private final SentenceBook wording;
        private final Map<String, SpecNode> tables;
        private final Map<String, SpecNode> charts;

        Sections(SpecNode file, SentenceBook wording) {
            this.file = file;
            this.wording = wording;
            this.tables = file.child("tables").entries();
            this.charts = file.child("charts").entries();
        }

        List<Section> read() {
            // also those that nothing shows: a mistake waits for nobody
            allTables();
            allCharts();
            return file.find("sections")
                    .map(node -> node.items().stream().map(this::section).toList())
                    .orElse(List.of());
        }

        List<BulletinSpec.TableItem> allTables() {
            return tables.values().stream().map(this::table).toList();
        }

        List<BulletinSpec.ChartItem> allCharts() {
            return charts.values().stream().map(this::chart).toList();
        }

        Map<String, BulletinSpec.TableItem> namedTables() {
            Map<String, BulletinSpec.TableItem> named = new LinkedHashMap<>();
            tables.forEach((name, node) -> named.put(name, table(node)));
            return named;
        }

        Map<String, BulletinSpec.ChartItem> namedCharts() {
            Map<String, BulletinSpec.ChartItem> named = new LinkedHashMap<>();
            charts.forEach((name, node) -> named.put(name, chart(node)));
            return named;
        }

        private Section section(SpecNode node) {
            node.entries(Set.of("title", "content"));
            List<Item> content = new ArrayList<>();
            node.child("content").items().forEach(item -> content.add(item(item)));
            return new Section(text(node, "title"), content);
        }

        private Item item(SpecNode node) {
            Map<String, SpecNode> entry = node.entries(Set.of("heading", "sentences", "table", "chart"));
            if (entry.size() != 1) {
                throw node.mistake("一项只能有一个键。", "把每个 heading、sentences、table、chart 各写一行。");
            }
            String kind = entry.keySet().iterator().next();
            return switch (kind) {
                case "heading" -> new BulletinSpec.SubHeading(text(node, kind));
                case "sentences" ->
                    new BulletinSpec.Sentences(node.child(kind).items().stream()
                            .map(id -> named(id, wording.sentences(), "句子"))
                            .toList());
                case "table" -> table(named(node.child(kind), tables, "表"));
                default -> chart(named(node.child(kind), charts, "图"));
            };
        }

        private <T> T named(SpecNode reference, Map<String, T> known, String what) {
            T found = known.get(reference.text());
            if (found == null) {
                throw reference.mistake(
                        "没有名为“" + reference.text() + "”的" + what + "。",
                        "可用的：" + String.join("、", known.keySet()) + "。");
            }
            return found;
        }

        private BulletinSpec.TableItem table(SpecNode node) {
            node.entries(Set.of("kind", "title", "first_column", "dimension", "indicators"));
            BulletinSpec.TableKind kind = choice(node.child("kind"), BulletinSpec.TableKind.class, k -> k.name()
                    .toLowerCase(Locale.ROOT));
            boolean tasks = kind == BulletinSpec.TableKind.TASKS;
            boolean parts = kind == BulletinSpec.TableKind.PARTS;
            boolean named = parts || kind == BulletinSpec.TableKind.TOWNSHIPS;
            List<IndicatorId> indicators = tasks ? List.of() : indicators(node);
            String dimension = parts ? text(node, "dimension") : "";
            if (parts) {
                indicators.forEach(
                        id -> check.dimension(node.child("dimension"), check.indicator(node, id.code()), dimension));
            }
            boolean wide = kind == BulletinSpec.TableKind.PARTS || kind == BulletinSpec.TableKind.TOWNSHIPS;
            if (wide && indicators.size() > MOST_COLUMNS) {
                throw node.child("indicators")
                        .mistake(
                                "这张表有" + indicators.size() + "个指标，一页A4纸放不下（每列至少15毫米）。",
                                "最多写" + MOST_COLUMNS + "个，其余的另做一张表。");
            }
            return new BulletinSpec.TableItem(
                    kind, text(node, "title"), named ? text(node, "first_column") : "", dimension, indicators);
        }

        private BulletinSpec.ChartItem chart(SpecNode node) {
            node.entries(Set.of("kind", "title", "dimension", "indicators", "periods"));
            BulletinSpec.ChartKind kind = choice(node.child("kind"), BulletinSpec.ChartKind.class, k -> k.name()
                    .toLowerCase(Locale.ROOT));
            List<IndicatorId> indicators = indicators(node);
            return new BulletinSpec.ChartItem(
                    kind,
                    text(node, "title"),
                    dimension(node, kind, indicators.get(0)),
                    indicators,
                    periods(node, kind));
        }

        private static int periods(SpecNode node, BulletinSpec.ChartKind kind) {
            int periods = OVER_TIME.contains(kind) ? node.child("periods").number() : 1;
            int most = kind == BulletinSpec.ChartKind.TREND || kind == BulletinSpec.ChartKind.STRUCTURE ? 20 : 60;
            if (periods < 1 || periods > most) {
                throw node.child("periods").mistake("期数应在 1 到 " + most + " 之间。", "改成例如 9。");
            }
            return periods;
        }

        private String dimension(SpecNode node, BulletinSpec.ChartKind kind, IndicatorId indicator) {
            if (!BROKEN_DOWN.contains(kind)) {
                return "";
            }
            String dimension = text(node, "dimension");
            boolean townships = kind == BulletinSpec.ChartKind.CONTRIBUTIONS && dimension.equals("township");
            if (!townships) {
                check.dimension(node.child("dimension"), check.indicator(node, indicator.code()), dimension);
            }
            return dimension;
        }

        private List<IndicatorId> indicators(SpecNode node) {
            List<IndicatorId> indicators = node.child("indicators").items().stream()
                    .map(item -> check.indicator(item, item.text()).id())
                    .toList();
            if (indicators.isEmpty()) {
                throw node.child("indicators").mistake("没有写指标。", "写至少一个，例如 [XZ01]。");
            }
            return indicators;
        }
    }
}
