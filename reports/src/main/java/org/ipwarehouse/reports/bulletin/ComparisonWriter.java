package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/**
 * Says a comparison in the writers' words. The rule of choice is ours, the words are theirs: percent for quantities,
 * percentage points for rates, multiples from +200 % on, both figures side by side where the base is too small for a
 * percentage. Changes are those of the unrounded figures, rounded once.
 */
final class ComparisonWriter {
    private static final BigDecimal MULTIPLES_FROM = BigDecimal.valueOf(200);

    private final SentenceBook book;

    ComparisonWriter(SentenceBook book) {
        this.book = book;
    }

    List<Run> write(Passport passport, Figure figure, Comparison with) {
        Map<String, Wording> words = with == Comparison.YOY ? book.yoy() : book.qoq();
        Wording wording = words.get(key(passport, figure, with));
        if (wording == null) {
            throw new IllegalStateException("No wording for " + key(passport, figure, with));
        }
        return wording.fill(values(passport, figure, with));
    }

    /** Where the figure compared with is known to the house and not told: that there is none would be false. */
    List<Run> untold(Comparison with) {
        return Objects.requireNonNull((with == Comparison.YOY ? book.yoy() : book.qoq()).get("hidden"))
                .fill(Map.of());
    }

    private static String key(Passport passport, Figure figure, Comparison with) {
        BigDecimal change = with.change(figure);
        if (figure.status() == FigureStatus.SUPPRESSED) {
            return "hidden";
        }
        if (figure.value() == null || change == null) {
            return figure.value() == null || with.base(figure) == null ? "none" : "small";
        }
        int direction = rounded(change).signum();
        if (passport.isRate()) {
            return direction == 0 ? "rate_same" : direction > 0 ? "rate_up" : "rate_down";
        }
        if (direction == 0) {
            return change.signum() == 0 ? "same" : "nearly_same";
        }
        if (direction < 0) {
            return "down";
        }
        return change.compareTo(MULTIPLES_FROM) >= 0 ? "up_times" : "up";
    }

    private static Map<String, List<Run>> values(Passport passport, Figure figure, Comparison with) {
        Run.Origin origin = with == Comparison.YOY ? Run.Origin.YOY : Run.Origin.QOQ;
        Run.Origin before = with == Comparison.YOY ? Run.Origin.YEAR_BEFORE : Run.Origin.PERIOD_BEFORE;
        return Map.of(
                "change", change(with.change(figure), origin, figure),
                "times", times(with.change(figure), origin, figure),
                "base", base(passport, with.base(figure), before, figure));
    }

    private static List<Run> change(@Nullable BigDecimal change, Run.Origin origin, Figure figure) {
        return change == null
                ? List.of()
                : List.of(Run.number(FigureText.number(rounded(change).abs()), origin, figure));
    }

    private static List<Run> times(@Nullable BigDecimal change, Run.Origin origin, Figure figure) {
        return change == null
                ? List.of()
                : List.of(Run.number(FigureText.number(rounded(change.movePointLeft(2))), origin, figure));
    }

    private static List<Run> base(Passport passport, @Nullable BigDecimal base, Run.Origin origin, Figure figure) {
        if (base == null) {
            return List.of();
        }
        Run number = Run.number(FigureText.value(passport, base), origin, figure);
        return base.signum() == 0
                ? List.of(Run.words("为"), number, Run.words(passport.unit()))
                : List.of(number, Run.words(passport.unit()));
    }

    private static BigDecimal rounded(BigDecimal change) {
        return change.setScale(1, RoundingMode.HALF_UP);
    }
}
