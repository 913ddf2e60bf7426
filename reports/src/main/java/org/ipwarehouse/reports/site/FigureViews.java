package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** Figures of one period as a page shows them: value, comparisons and what to know before using them. */
final class FigureViews {
    private final FigureBook book;
    private final Period period;
    private final English english;
    private final Set<IndicatorId> traced;

    /** @param traced indicators with a page of the rows behind their figure */
    FigureViews(FigureBook book, Period period, English english, Set<IndicatorId> traced) {
        this.traced = Set.copyOf(traced);
        this.book = book;
        this.period = period;
        this.english = english;
    }

    Period period() {
        return period;
    }

    Optional<Figure> figure(IndicatorId id) {
        return book.district(id, period);
    }

    static Bilingual name(Passport p) {
        return new Bilingual(p.nameZh(), p.nameEn().isBlank() ? p.nameZh() : p.nameEn());
    }

    private boolean known(Passport p) {
        return figure(p.id()).map(Figure::value).isPresent();
    }

    Bilingual unit(Passport p) {
        return english.both("unit", p.unit());
    }

    /** The value, or the symbol for one that did not come in; a figure that is not held at all has no address. */
    Page.Num value(Passport p) {
        return figure(p.id())
                .map(f -> Page.Num.of(FigureText.value(p, f), FigureRef.of(f), "value"))
                .orElseGet(() -> new Page.Num(FigureStatus.MISSING.symbol(), "", ""));
    }

    List<Page.Change> changes(Passport p) {
        List<Page.Change> changes = new ArrayList<>();
        for (Comparison with : Comparison.values()) {
            if (p.comparisons().contains(with.code())) {
                figure(p.id()).ifPresent(f -> changes.add(change(p, f, with)));
            }
        }
        return changes;
    }

    private static Page.Change change(Passport p, Figure f, Comparison with) {
        Integer trend = FigureText.trend(f, with);
        String direction = trend == null ? "none" : trend > 0 ? "up" : trend < 0 ? "down" : "flat";
        String note = trend == null ? FigureText.clause(p, f, with) : "";
        String zh = FigureText.signedChange(p, f, with);
        String en = EnglishFindings.change(zh);
        FigureRef ref = FigureRef.of(f);
        return new Page.Change(
                new Bilingual(with.label(), with == Comparison.YOY ? "on year" : "on previous"),
                Page.Num.of(zh, ref, "signed-" + with.code()),
                en.equals(zh) ? null : Page.Num.of(en, ref, "signed-" + with.code() + "-en"),
                direction,
                tone(p, trend),
                note);
    }

    /** Coloured only where the passport says which way is good: a rise in cases is neither good nor bad. */
    private static String tone(Passport p, @Nullable Integer trend) {
        if (trend == null || trend == 0 || p.direction().equals("neutral")) {
            return "neutral";
        }
        return p.direction().equals("up") == trend > 0 ? "favourable" : "attention";
    }

    FigureStatus state(Passport p) {
        return figure(p.id()).map(Figure::status).orElse(FigureStatus.MISSING);
    }

    /** "—" where the figure is complete. */
    Bilingual status(Passport p) {
        return english.both("status", FigureText.statusLabel(state(p)));
    }

    String note(Passport p) {
        return figure(p.id()).map(Figure::note).orElse("数据仓库没有这个期间的数值。");
    }

    Page.LeadClause lead(IndicatorId id) {
        Passport p = book.passport(id);
        Figure f = figure(id).orElse(null);
        return new Page.LeadClause(id.code(), name(p), value(p), unit(p), clause(p, f), clauseEn(p, f));
    }

    private static Page.@Nullable Num clause(Passport p, @Nullable Figure f) {
        String text = f == null ? "" : FigureText.clause(p, f, Comparison.YOY);
        return f == null || text.isEmpty() ? null : Page.Num.of(text, FigureRef.of(f), "clause-yoy");
    }

    private static Page.@Nullable Num clauseEn(Passport p, @Nullable Figure f) {
        if (f == null || f.yoy() == null) {
            return null;
        }
        String text = EnglishFindings.change(FigureText.signedChange(p, f, Comparison.YOY));
        return Page.Num.of(text, FigureRef.of(f), "signed-yoy-en");
    }

    Page.Card card(IndicatorId id, String spark) {
        Passport p = book.passport(id);
        return new Page.Card(
                id.code(),
                name(p),
                value(p),
                unit(p),
                changes(p),
                spark,
                status(p),
                note(p),
                p.direction(),
                known(p),
                rows(id));
    }

    /** Address of the page with the rows behind a figure, from the edition's folder; "" where there is none. */
    String rows(IndicatorId id) {
        return traced.contains(id) ? "e/" + id + ".html" : "";
    }

    Page.Indicator indicator(IndicatorId id) {
        Passport p = book.passport(id);
        return new Page.Indicator(
                id.code(), name(p), p.definition(), value(p), unit(p), changes(p), status(p), note(p), known(p));
    }
}
