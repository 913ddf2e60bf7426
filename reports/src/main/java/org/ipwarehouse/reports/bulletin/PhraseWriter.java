package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.reports.bulletin.SentenceBook.Sentence;
import org.ipwarehouse.reports.bulletin.SentenceBook.Situation;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;

/** Turns sentences into runs: chooses the wording by the state of the figure it is about, then fills the gaps. */
final class PhraseWriter {
    private final Scene scene;
    private final SentenceBook book;
    private final ComparisonWriter comparisons;
    private final RankingWriter rankings;

    PhraseWriter(Scene scene) {
        this.scene = scene;
        this.book = scene.spec().wording();
        this.comparisons = new ComparisonWriter(book);
        this.rankings = new RankingWriter(scene);
    }

    List<Run> write(Sentence sentence) {
        if (ranksNothing(sentence.text())) {
            return List.of();
        }
        Optional<Template.Slot> about = sentence.text().about();
        Optional<Situation> situation = about.flatMap(slot -> situation(sentence, figure(slot)));
        if (situation.isEmpty()) {
            return fill(sentence.text());
        }
        Optional<Template> special = sentence.in(situation.get());
        return special.isPresent() ? fill(special.get()) : ordinary(situation.get(), about.orElseThrow());
    }

    /** A ranking without a place to name is no sentence: none has a value above 0 that may be told. */
    private boolean ranksNothing(Template text) {
        return text.slots().stream()
                .filter(slot -> slot.form() == Template.Form.TOP)
                .anyMatch(slot -> !rankings.names(figure(slot)));
    }

    /** Empty where the ordinary words do: also for a zero that has no wording of its own ("0件"). */
    private static Optional<Situation> situation(Sentence sentence, Figure figure) {
        return switch (figure.status()) {
            case MISSING -> Optional.of(Situation.MISSING);
            case NOT_CONFIGURED, UNRELIABLE -> Optional.of(Situation.NOT_CONFIGURED);
            case SUPPRESSED -> Optional.of(Situation.SUPPRESSED);
            case NO_DENOMINATOR -> Optional.of(Situation.NO_DENOMINATOR);
            case OK, PROVISIONAL, REFERENCE, INCOMPLETE ->
                isZero(figure) ? sentence.in(Situation.ZERO).map(template -> Situation.ZERO) : Optional.empty();
        };
    }

    private static boolean isZero(Figure figure) {
        return figure.value() != null && figure.value().signum() == 0;
    }

    private List<Run> ordinary(Situation situation, Template.Slot about) {
        Wording wording = book.defaults().get(situation);
        if (wording == null) {
            throw new IllegalStateException("No default wording for " + situation);
        }
        String period = (about.cumulative() ? scene.period().cumulative() : scene.period()).labelZh();
        String name = scene.passport(about.indicator()).nameZh();
        return List.of(Run.words(wording.fillWords(Map.of("period", period, "name", name))));
    }

    List<Run> fill(Template template) {
        List<Run> runs = new ArrayList<>();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Words words) {
                runs.add(Run.words(words.text()));
            } else if (part instanceof Template.Time time) {
                runs.add(Run.words(PeriodWords.of(time.form(), scene.period())));
            } else if (part instanceof Template.Tasks tasks) {
                runs.addAll(rankings.tasks(tasks.form()));
            } else {
                runs.addAll(slot((Template.Slot) part));
            }
        }
        return runs;
    }

    private List<Run> slot(Template.Slot slot) {
        Passport passport = scene.passport(slot.indicator());
        Figure figure = figure(slot);
        return switch (slot.form()) {
            case VALUE -> remarked(passport, figure);
            case BASE -> base(passport, figure);
            case YOY -> compared(passport, figure, Comparison.YOY);
            case QOQ -> compared(passport, figure, Comparison.QOQ);
            case NAME -> List.of(Run.words(passport.nameZh()));
            case TOP -> rankings.top(figure, Integer.parseInt(slot.argument()));
            case TOP_SHARE -> rankings.topShare(figure, Integer.parseInt(slot.argument()));
            case PARTS -> rankings.parts(figure, slot.argument());
        };
    }

    private List<Run> compared(Passport passport, Figure figure, Comparison with) {
        boolean isUntold = with.base(figure) == null
                && with.before(figure.period())
                        .map(period -> scene.figures().total(figure.indicator(), period, figure.region()))
                        .filter(before -> before.status() == FigureStatus.SUPPRESSED)
                        .isPresent();
        return isUntold ? comparisons.untold(with) : comparisons.write(passport, figure, with);
    }

    /** The value, and behind it that it is not complete. */
    private List<Run> remarked(Passport passport, Figure figure) {
        List<Run> runs = new ArrayList<>(value(passport, figure));
        if (figure.status() == FigureStatus.INCOMPLETE) {
            runs.add(Run.words(book.incomplete()));
        }
        return runs;
    }

    static List<Run> value(Passport passport, Figure figure) {
        String text = FigureText.value(passport, figure);
        return figure.value() == null
                ? List.of(Run.words(text))
                : List.of(Run.number(text, Run.Origin.VALUE, figure), Run.words(passport.unit()));
    }

    private static List<Run> base(Passport passport, Figure figure) {
        return figure.yoyBase() == null
                ? List.of(Run.words(FigureText.NONE))
                : List.of(
                        Run.number(FigureText.value(passport, figure.yoyBase()), Run.Origin.YEAR_BEFORE, figure),
                        Run.words(passport.unit()));
    }

    private Figure figure(Template.Slot slot) {
        return slot.cumulative() ? scene.toDate(slot.indicator()) : scene.total(slot.indicator());
    }
}
