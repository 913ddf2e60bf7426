package org.ipwarehouse.warehouse.internal.release;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revision;
import org.jspecify.annotations.Nullable;

/** What signed editions have told the public, withdrawn ones too: what was once seen is known. */
public final class Told {
    private final Set<List<Object>> values = new HashSet<>();

    private Told() {}

    public static Told by(ReleaseLedger ledger) {
        Told told = new Told();
        ledger.releases().stream().filter(Release::wasSigned).forEach(release -> ledger.figures(release.id()).stream()
                .filter(figure -> figure.value() != null)
                .forEach(figure -> told.values.add(key(figure))));
        return told;
    }

    /** Whether the public was shown just this before. */
    public boolean knows(Figure figure) {
        return figure.value() != null && values.contains(key(figure));
    }

    private static List<Object> key(Figure f) {
        return List.of(
                f.indicator(),
                f.period(),
                f.region(),
                f.dimension(),
                f.dimensionValue(),
                plain(f.value()),
                plain(f.numerator()),
                plain(f.denominator()));
    }

    /** What the lake keeps: twelve places. */
    private static String plain(@Nullable BigDecimal value) {
        return value == null
                ? ""
                : value.setScale(12, java.math.RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** Whether a reader sees another figure: a value, or why there is none. */
    static boolean differs(Figure then, Figure now) {
        return !plain(then.value()).equals(plain(now.value()))
                || (then.value() == null && then.status() != now.status());
    }

    /** Why, in words for a table of revisions. */
    static String reasonZh(Revision revision) {
        Figure before = Objects.requireNonNull(revision.before());
        Figure after = revision.figure();
        return switch (revision.cause()) {
            case DEFINITION -> "口径由第" + before.definition() + "版改为第" + after.definition() + "版";
            case NEW_DATA -> "补报到数，报送完整率由" + percent(before) + "升至" + percent(after);
            case CORRECTED_DATA -> before.value() == null || after.value() == null ? "披露控制或数据状态变化" : "原始记录更正、补登或撤销";
        };
    }

    private static String percent(Figure figure) {
        return figure.completeness()
                        .movePointRight(2)
                        .setScale(0, java.math.RoundingMode.HALF_UP)
                        .toPlainString()
                + "%";
    }
}
