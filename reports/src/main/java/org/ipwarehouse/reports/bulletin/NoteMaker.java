package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ipwarehouse.reports.bulletin.Block.Paragraph;
import org.ipwarehouse.reports.bulletin.Block.Role;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;

/** What stands below: the notes that apply to this edition, its sources, and the definition of each indicator used. */
final class NoteMaker {
    private final Scene scene;
    private final List<Figure> totals;

    /** @param indicators all that the edition speaks of, in order */
    NoteMaker(Scene scene, Set<IndicatorId> indicators) {
        this.scene = scene;
        this.totals = new ArrayList<>();
        indicators.forEach(id -> {
            totals.add(scene.total(id));
            if (scene.passport(id).comparisons().contains("to_date")) {
                totals.add(scene.toDate(id));
            }
        });
    }

    /**
     * The title, the numbered notes that apply, the sources.
     *
     * @param leftOut titles of tables and charts that have nothing to tell in this edition
     */
    List<Block> notes(List<String> leftOut) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Role.NOTE_TITLE, List.of(Run.words("注释"))));
        int number = 0;
        List<String> texts = texts();
        if (!leftOut.isEmpty()) {
            texts.add("本期没有可公布的数值，因而不列：" + String.join("、", leftOut) + "。");
        }
        for (String note : texts) {
            number++;
            blocks.add(note(number + "．" + note));
        }
        blocks.add(note(scene.spec().sources()));
        return blocks;
    }

    List<Block> definitions() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(Role.NOTE_TITLE, List.of(Run.words(scene.spec().definitionsTitle()))));
        indicators()
                .forEach(passport ->
                        blocks.add(new Paragraph(Role.DEFINITION, List.of(Run.words(definition(passport))))));
        return blocks;
    }

    private static Paragraph note(String text) {
        return new Paragraph(Role.NOTE, List.of(Run.words(text)));
    }

    private List<String> texts() {
        List<String> notes = new ArrayList<>();
        for (BulletinSpec.NoteSpec spec : scene.spec().notes()) {
            if (spec.when() == BulletinSpec.When.ALWAYS
                    || (spec.when() == BulletinSpec.When.SYNTHETIC && scene.synthetic())) {
                notes.add(spec.text().text());
            } else if (spec.when() != BulletinSpec.When.SYNTHETIC) {
                addIfApplies(spec, notes);
            }
        }
        notes.addAll(ofFigures());
        return notes;
    }

    private void addIfApplies(BulletinSpec.NoteSpec spec, List<String> notes) {
        Set<String> names = names(applies(spec.when()));
        Set<String> reasons = new LinkedHashSet<>();
        totals.stream()
                .filter(applies(spec.when()).and(figure -> !figure.note().isBlank()))
                .forEach(figure -> reasons.add(closed(figure.note())));
        if (!names.isEmpty()) {
            notes.add(spec.text()
                    .fillWords(Map.of("indicators", String.join("、", names), "reasons", String.join("", reasons))));
        }
    }

    private Predicate<Figure> applies(BulletinSpec.When when) {
        return switch (when) {
            case MISSING -> figure -> figure.status() == FigureStatus.MISSING;
            case INCOMPLETE -> figure -> figure.status() == FigureStatus.INCOMPLETE;
            case NOT_CONFIGURED ->
                figure -> figure.status() == FigureStatus.NOT_CONFIGURED || figure.status() == FigureStatus.UNRELIABLE;
            case PROVISIONAL -> figure -> figure.status() == FigureStatus.PROVISIONAL;
            case SMALL_BASE -> this::hasSmallBase;
            case ALWAYS, SYNTHETIC -> figure -> false;
        };
    }

    /** There is a figure of the year before, the passport compares with it, and yet no change is stated. */
    private boolean hasSmallBase(Figure figure) {
        boolean compared = scene.passport(figure.indicator()).comparisons().contains(Comparison.YOY.code());
        return compared && figure.value() != null && figure.yoyBase() != null && figure.yoy() == null;
    }

    private Set<String> names(Predicate<Figure> applies) {
        Set<String> names = new LinkedHashSet<>();
        totals.stream()
                .filter(applies)
                .forEach(figure -> names.add(scene.spec().name(scene.passport(figure.indicator()))));
        return names;
    }

    /** What the warehouse says of figures that no conditional note speaks of; of the months so far only where it differs. */
    private Set<String> ofFigures() {
        Set<String> notes = new LinkedHashSet<>();
        Set<String> said = new HashSet<>();
        totals.stream()
                .filter(figure ->
                        figure.status() == FigureStatus.OK && !figure.note().isBlank())
                .forEach(figure -> {
                    String name = scene.spec().name(scene.passport(figure.indicator()));
                    boolean isSoFar = !figure.period().equals(scene.period());
                    String so = isSoFar ? "（" + PeriodWords.cumulative(scene.period()) + "累计）" : "";
                    if (said.add(name + figure.note())) {
                        notes.add(name + so + "：" + closed(figure.note()));
                    }
                });
        return notes;
    }

    /** In the order in which the bulletin speaks of them. */
    private List<Passport> indicators() {
        Set<IndicatorId> ids = new LinkedHashSet<>();
        totals.forEach(figure -> ids.add(figure.indicator()));
        return ids.stream().map(scene::passport).toList();
    }

    private static String definition(Passport passport) {
        return fullWidth(passport.nameZh()) + "（" + passport.id() + "，" + passport.unit() + "）："
                + closed(passport.definition()) + "统计时间：" + ourSource(passport.dateField()) + "。";
    }

    /** Codes of sources are the house's own; readers of a bulletin have the names of the days alone. */
    private static String ourSource(String dateField) {
        return dateField.replaceAll("S\\d{2}(?:/S\\d{2})*\\.", "");
    }

    /** Brackets between Chinese characters are Chinese brackets. */
    static String fullWidth(String text) {
        return text.replace('(', '（').replace(')', '）');
    }

    private static String closed(String text) {
        return text.endsWith("。") ? text : text + "。";
    }
}
