package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Figures of one period as the page shows them: value, comparisons and what to know before using them. */
final class FigureViews {
    private final FigureBook book;
    private final Period period;

    FigureViews(FigureBook book, Period period) {
        this.book = book;
        this.period = period;
    }

    Optional<Figure> figure(IndicatorId id) {
        return book.district(id, period);
    }

    /** The value, or the symbol for one that did not come in; a figure that is not held at all has no address. */
    Page.Num value(Passport p) {
        return figure(p.id())
                .map(f -> Page.Num.of(FigureText.value(p, f), FigureRef.of(f), "value"))
                .orElseGet(() -> new Page.Num(FigureStatus.MISSING.symbol(), "", ""));
    }

    String unit(Passport p) {
        return figure(p.id()).filter(f -> f.value() != null).isPresent() ? p.unit() : "";
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

    private Page.Change change(Passport p, Figure f, Comparison with) {
        Integer trend = FigureText.trend(f, with);
        String direction = trend == null ? "none" : trend > 0 ? "up" : trend < 0 ? "down" : "flat";
        String note = trend == null ? FigureText.clause(p, f, with) : "";
        Page.Num number = Page.Num.of(FigureText.signedChange(p, f, with), FigureRef.of(f), "signed-" + with.code());
        return new Page.Change(with.label(), number, direction, tone(p, trend), note);
    }

    /** Coloured only where the passport says which way is good: a rise in cases is neither good nor bad. */
    private static String tone(Passport p, @Nullable Integer trend) {
        if (trend == null || trend == 0 || p.direction().equals("neutral")) {
            return "neutral";
        }
        return p.direction().equals("up") == trend > 0 ? "favourable" : "attention";
    }

    String status(Passport p) {
        return FigureText.statusLabel(figure(p.id()).map(Figure::status).orElse(FigureStatus.MISSING));
    }

    String note(Passport p) {
        return figure(p.id()).map(Figure::note).orElse("数据仓库没有这个期间的数值。");
    }

    Page.LeadClause lead(IndicatorId id) {
        Passport p = book.passport(id);
        Page.Num clause = figure(id).map(f -> clause(p, f)).orElse(null);
        return new Page.LeadClause(id.code(), p.nameZh(), value(p), unit(p), clause);
    }

    private static Page.@Nullable Num clause(Passport p, Figure f) {
        String text = FigureText.clause(p, f, Comparison.YOY);
        return text.isEmpty() ? null : Page.Num.of(text, FigureRef.of(f), "clause-yoy");
    }
}
