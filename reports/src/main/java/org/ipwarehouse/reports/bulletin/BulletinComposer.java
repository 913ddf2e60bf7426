package org.ipwarehouse.reports.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.bulletin.Block.Heading;
import org.ipwarehouse.reports.bulletin.Block.Paragraph;
import org.ipwarehouse.reports.bulletin.Block.Role;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Composes an edition of a series: the writers' files and the warehouse's figures become a {@link Bulletin}. */
public final class BulletinComposer {
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};

    private final Path series;
    private final Path home;

    private BulletinComposer(Path home, Path series) {
        this.home = home;
        this.series = series;
    }

    /** The quarterly series. */
    public static BulletinComposer quarterly(Path home) {
        return of(home, "quarterly");
    }

    /**
     * @param home the installation
     * @param series folder of {@code home/reports/bulletins}
     * @throws org.ipwarehouse.warehouse.api.Fault where there is no such series
     */
    public static BulletinComposer of(Path home, String series) {
        if (!names(home).contains(series)) {
            throw ReportErrors.noSuchSeries(series, names(home));
        }
        return new BulletinComposer(home, folder(home).resolve(series));
    }

    private static Path folder(Path home) {
        return home.resolve("reports").resolve("bulletins");
    }

    /** The series that there are, by name: each is a folder with a {@code bulletin.yaml}. */
    public static List<String> names(Path home) {
        try (Stream<Path> folders = Files.list(folder(home))) {
            return folders.filter(series -> Files.isRegularFile(series.resolve("bulletin.yaml")))
                    .map(series -> series.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(folder(home), unreadable);
        }
    }

    /**
     * The series that appears in periods of this length: the first by name where several do.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where none does
     */
    public static BulletinComposer appearing(Path home, Period period) {
        return names(home).stream()
                .map(series -> of(home, series))
                .filter(series -> series.kind() == period.kind())
                .findFirst()
                .orElseThrow(() -> ReportErrors.noSeriesOf(period, names(home)));
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the series does not appear in periods of this length */
    public BulletinComposer forPeriod(Period period) {
        if (period.kind() != kind()) {
            throw ReportErrors.wrongPeriod(name(), period, kind());
        }
        return this;
    }

    private Period.Kind kind() {
        return BulletinSpecReader.frequency(SpecNode.read(series.resolve("bulletin.yaml")))
                .kind();
    }

    /** The folder's name. */
    public String name() {
        return series.getFileName().toString();
    }

    /**
     * Reads the writers' files of all series as composing would, without any figures.
     *
     * @param passports the indicators that there are
     * @throws org.ipwarehouse.warehouse.api.Fault where a file is wrong, with file and line, or paragraph of a template
     */
    public static void check(Path home, List<Passport> passports) {
        names(home).forEach(series -> of(home, series).check(passports));
    }

    /** The same for this series alone. */
    public void check(List<Passport> passports) {
        new BulletinSpecReader(passports).read(series);
    }

    /** An edition that has nothing to say of earlier ones. */
    public Bulletin compose(Warehouse warehouse, Period period, LocalDate edition) {
        return compose(warehouse, period, edition, Papers.none());
    }

    /**
     * @param period of the length in which the series appears, for which figures exist
     * @param edition the day that stands on the bulletin
     * @param papers what it has to say of earlier editions
     * @throws org.ipwarehouse.warehouse.api.Fault where the writers' files are wrong (with file and line), the period is
     *     of another length, or the warehouse has no figures of it
     */
    public Bulletin compose(Warehouse warehouse, Period period, LocalDate edition, Papers papers) {
        BulletinSpec spec = new BulletinSpecReader(warehouse.indicators()).read(series);
        forPeriod(period);
        if (!warehouse.periods().contains(period)) {
            throw ReportErrors.noFigures(period.toString());
        }
        BulletinSpec.ReadTemplate template = spec.template();
        Set<IndicatorId> indicators = template == null ? indicators(spec) : Mentions.of(template.nodes(), spec);
        Scene scene = Scene.of(warehouse, spec, new PartNames(Labels.load(home)), period, indicators);
        String issue = spec.issue().fillWords(Map.of("period", period.labelZh()));
        String mark = scene.synthetic() ? spec.mark() : "";
        List<Block> blocks;
        Layout layout = null;
        if (template == null) {
            Plates plates = new Plates(scene);
            blocks = new Body(scene, plates).make();
            blocks.add(new Paragraph(Role.DATE, List.of(Run.words(Bulletin.dateZh(edition)))));
            NoteMaker notes = new NoteMaker(scene, indicators);
            blocks.addAll(notes.notes(plates.leftOut()));
            blocks.addAll(notes.definitions());
        } else {
            NoteMaker notes = new NoteMaker(scene, indicators);
            TemplateBody body = new TemplateBody(scene, edition, papers, notes);
            body.fill(template.nodes());
            blocks = body.blocks();
            layout = new Layout(template.file(), body.places());
        }
        IndicatorTable table = new TableMaker(scene).make(blocks);
        return new Bulletin(name(), spec.title(), issue, period, edition, mark, spec.fonts(), blocks, table, layout);
    }

    /** All indicators that the series speaks of, in the order of first mention. */
    private static Set<IndicatorId> indicators(BulletinSpec spec) {
        Set<IndicatorId> indicators = new LinkedHashSet<>();
        spec.sections().stream().flatMap(section -> section.content().stream()).forEach(item -> {
            if (item instanceof BulletinSpec.Sentences sentences) {
                sentences
                        .sentences()
                        .forEach(sentence -> sentence.text().slots().forEach(slot -> indicators.add(slot.indicator())));
            } else if (item instanceof BulletinSpec.TableItem table) {
                indicators.addAll(table.indicators());
            } else if (item instanceof BulletinSpec.ChartItem chart) {
                indicators.addAll(chart.indicators());
            }
        });
        return indicators;
    }

    /** The numbered sections. */
    private static final class Body {
        private final Scene scene;
        private final PhraseWriter phrases;
        private final List<Block> blocks = new ArrayList<>();
        private final Plates plates;

        Body(Scene scene, Plates plates) {
            this.scene = scene;
            this.plates = plates;
            this.phrases = new PhraseWriter(scene);
        }

        List<Block> make() {
            int number = 0;
            for (BulletinSpec.Section section : scene.spec().sections()) {
                blocks.add(new Heading(1, NUMERALS[number] + "、" + section.title()));
                number++;
                section(section);
            }
            return blocks;
        }

        private void section(BulletinSpec.Section section) {
            int sub = 0;
            for (BulletinSpec.Item item : section.content()) {
                if (item instanceof BulletinSpec.SubHeading heading) {
                    blocks.add(new Heading(2, "（" + NUMERALS[sub] + "）" + heading.text()));
                    sub++;
                } else if (item instanceof BulletinSpec.Sentences sentences) {
                    paragraph(sentences);
                } else if (item instanceof BulletinSpec.TableItem table) {
                    plates.table(table).ifPresent(blocks::add);
                } else if (item instanceof BulletinSpec.ChartItem chart) {
                    plates.chart(chart).ifPresent(blocks::add);
                }
            }
        }

        private void paragraph(BulletinSpec.Sentences sentences) {
            List<Run> runs = new ArrayList<>();
            sentences.sentences().forEach(sentence -> runs.addAll(phrases.write(sentence)));
            blocks.add(new Paragraph(Role.BODY, runs));
        }
    }
}
