package org.ipwarehouse.warehouse.internal.disclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/** Words the figures of one indicator for the public. */
final class Telling {
    /** What a hidden figure says of itself. */
    static final String HIDDEN_NOTE = "为不泄露个别对象的情况，本数不公布。";

    private static final Pattern COUNT = Pattern.compile("\\d+件(（占[0-9.]+%）)?。");
    private static final Pattern SHARE = Pattern.compile("[0-9.]+%的记录缺关键项");
    private static final Pattern SMALL_BASE = Pattern.compile("上年同期基数小，不计增减百分比。");

    private final Holder holder;

    Telling(Holder holder) {
        this.holder = holder;
    }

    void addTo(List<Figure> told) {
        for (int i = 0; i < holder.figures().size(); i++) {
            Figure figure = holder.figures().get(i);
            if (figure.value() == null) {
                if (holder.isShown(i) || figure.dimension().isEmpty()) {
                    told.add(withoutValue(figure, figure.status(), bare(figure.note())));
                }
            } else if (!holder.isShown(i)) {
                // a breakdown that is not shown at all must not tell by its place that it is not 0
                if (figure.dimension().isEmpty()) {
                    told.add(withoutValue(figure, FigureStatus.SUPPRESSED, HIDDEN_NOTE));
                }
            } else {
                told.add(
                        holder.isHidden(i)
                                ? withoutValue(figure, FigureStatus.SUPPRESSED, HIDDEN_NOTE)
                                : shown(figure));
            }
        }
    }

    /** A comparison tells its base: it is shown only where the base is. */
    private Figure shown(Figure f) {
        boolean yoy = isPublic(f.period().yearBefore(), f);
        boolean qoq = f.period().previous().filter(p -> isPublic(p, f)).isPresent();
        String note = bare(f.note());
        return new Figure(
                f.indicator(),
                f.period(),
                f.region(),
                f.dimension(),
                f.dimensionValue(),
                f.value(),
                f.numerator(),
                f.denominator(),
                only(yoy, f.yoyBase()),
                only(yoy, f.yoy()),
                only(qoq, f.qoqBase()),
                only(qoq, f.qoq()),
                f.status(),
                f.completeness(),
                f.definition(),
                yoy ? note : SMALL_BASE.matcher(note).replaceAll(""));
    }

    private boolean isPublic(Period base, Figure figure) {
        return holder.isPublic(base, figure);
    }

    private static @Nullable BigDecimal only(boolean shown, @Nullable BigDecimal value) {
        return shown ? value : null;
    }

    private static Figure withoutValue(Figure f, FigureStatus status, String note) {
        return new Figure(
                f.indicator(),
                f.period(),
                f.region(),
                f.dimension(),
                f.dimensionValue(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                status,
                f.completeness(),
                f.definition(),
                note);
    }

    /** Notes count rows of a part of a figure, which no margin protects. */
    private static String bare(String note) {
        return SHARE.matcher(COUNT.matcher(note).replaceAll("若干件。")).replaceAll("部分记录缺关键项");
    }
}
