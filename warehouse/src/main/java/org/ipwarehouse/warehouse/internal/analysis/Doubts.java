package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Doubt;
import org.ipwarehouse.warehouse.api.Doubt.Gravity;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Which figures of a period cannot be trusted, and why. */
public final class Doubts {
    private final Warehouse warehouse;

    public Doubts(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** The district's figures that have a flaw: the gravest first, then the least complete, then by code. */
    public List<Doubt> of(Period period) {
        Map<IndicatorId, Figure> before = totals(period.yearBefore());
        List<Found> found = new ArrayList<>();
        totals(period).forEach((id, figure) -> doubt(figure, Optional.ofNullable(before.get(id)))
                .ifPresent(doubt -> found.add(new Found(doubt, figure.completeness()))));
        found.sort(Comparator.comparing((Found f) -> f.doubt().gravity())
                .thenComparing(Found::completeness)
                .thenComparing(f -> f.doubt().indicator()));
        return found.stream().map(Found::doubt).toList();
    }

    private record Found(Doubt doubt, BigDecimal completeness) {}

    private Map<IndicatorId, Figure> totals(Period period) {
        RegionCode district = warehouse.regions().get(0).code();
        Map<IndicatorId, Figure> totals = new HashMap<>();
        warehouse
                .figures(new FigureQuery(Set.of(), List.of(period), Set.of(district), ""))
                .forEach(figure -> totals.put(figure.indicator(), figure));
        return totals;
    }

    private Optional<Doubt> doubt(Figure figure, Optional<Figure> before) {
        List<String> reasons = new ArrayList<>();
        Optional<Gravity> gravity = byStatus(figure, reasons);
        boolean changed = before.isPresent() && before.get().definition() != figure.definition();
        if (changed) {
            reasons.add("口径与上年同期不同（第" + before.get().definition() + "版改为第" + figure.definition() + "版），不作同比");
        }
        if (gravity.isEmpty() && !changed) {
            return Optional.empty();
        }
        if (!figure.note().isBlank()) {
            reasons.add(figure.note());
        }
        String name =
                warehouse.indicator(figure.indicator()).map(Passport::nameZh).orElse("");
        return Optional.of(
                new Doubt(figure.indicator(), name, figure.period(), gravity.orElse(Gravity.NOT_COMPARABLE), reasons));
    }

    private static Optional<Gravity> byStatus(Figure figure, List<String> reasons) {
        return switch (figure.status()) {
            case OK -> Optional.empty();
            case MISSING -> of(Gravity.NO_VALUE, reasons, "本期没有一份报送，不等于零");
            case UNRELIABLE -> of(Gravity.NO_VALUE, reasons, "关键字段缺失过多，不发布");
            case NOT_CONFIGURED -> of(Gravity.NO_VALUE, reasons, "所依据的期限或规则未录入，不计算");
            case NO_DENOMINATOR -> of(Gravity.NO_VALUE, reasons, "分母为零，没有比率");
            case SUPPRESSED -> of(Gravity.NO_VALUE, reasons, "为保护可识别主体，不公布");
            case INCOMPLETE -> of(Gravity.LOWER_BOUND, reasons, "应报未齐，已到 " + percent(figure) + "%");
            case REFERENCE -> of(Gravity.REFERENCE, reasons, "关键字段缺失较多");
            case PROVISIONAL -> of(Gravity.PROVISIONAL, reasons, "期限按未确认的地方假日推算");
        };
    }

    private static Optional<Gravity> of(Gravity gravity, List<String> reasons, String reason) {
        reasons.add(reason);
        return Optional.of(gravity);
    }

    private static String percent(Figure figure) {
        return figure.completeness()
                .movePointRight(2)
                .setScale(0, RoundingMode.DOWN)
                .toPlainString();
    }
}
