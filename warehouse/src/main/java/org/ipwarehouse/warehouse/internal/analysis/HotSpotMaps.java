package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.HotSpots.Mark;
import org.ipwarehouse.warehouse.api.HotSpots.Spot;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.analysis.Shrinkage.Area;

/**
 * Townships against the district's rate. Control limits are the Poisson quantiles of the cases expected at that rate with
 * the tail probabilities of three standard deviations (0.135 % on each side), as on a u chart (Shewhart; GB/T 17989).
 */
public final class HotSpotMaps {
    private static final double TAIL = 0.00135;
    private static final int PER = 10_000;
    private static final int SCALE = 4;

    private final Warehouse warehouse;
    private final AnalysisRules rules;

    public HotSpotMaps(Warehouse warehouse, AnalysisRules rules) {
        this.warehouse = warehouse;
        this.rules = rules;
    }

    /** The map of a count in a period, and whether it was above the limits in the period before as well. */
    public HotSpots of(IndicatorId indicator, Period period) {
        HotSpots now = in(indicator, period);
        List<RegionCode> before = period.previous().map(p -> in(indicator, p)).stream()
                .flatMap(map -> map.spots().stream())
                .filter(spot -> spot.mark() == Mark.ABOVE)
                .map(Spot::region)
                .toList();
        List<Spot> spots = now.spots().stream()
                .map(spot -> spot.mark() == Mark.ABOVE && before.contains(spot.region()) ? persistent(spot) : spot)
                .toList();
        return new HotSpots(indicator, period, now.caveatZh(), spots);
    }

    private HotSpots in(IndicatorId indicator, Period period) {
        Optional<AnalysisRules.Against> exposure = rules.of(indicator).stream()
                .filter(against -> against.kind() == AnalysisRules.Kind.EXPOSURE)
                .findFirst();
        if (exposure.isEmpty()) {
            return none(indicator, period, "没有约定按什么作基数（warehouse/reference/pressure.csv）。");
        }
        Map<RegionCode, Figure> cases = figures(indicator, period);
        Map<RegionCode, Figure> exposures = figures(exposure.get().other(), period);
        if (unknownShare(cases) > rules.unknownPercent()) {
            return none(indicator, period, "乡镇不详的超过 " + rules.unknownPercent() + "%，不作热点分析。");
        }
        Map<RegionCode, Area> areas = areas(cases, exposures, exposure.get());
        if (areas.size() < 2) {
            return none(indicator, period, "有件数和基数（" + exposure.get().titleZh() + "）的乡镇不足两个。");
        }
        return new HotSpots(indicator, period, "按每万户" + exposure.get().titleZh() + "计；只看是否超出控制限，不排名。", spots(areas));
    }

    private static HotSpots none(IndicatorId indicator, Period period, String caveat) {
        return new HotSpots(indicator, period, caveat, List.of());
    }

    private Map<RegionCode, Figure> figures(IndicatorId indicator, Period period) {
        Map<RegionCode, Figure> figures = new HashMap<>();
        warehouse
                .figures(new FigureQuery(Set.of(indicator), List.of(period), Set.of(), ""))
                .forEach(figure -> figures.put(figure.region(), figure));
        return figures;
    }

    private static double unknownShare(Map<RegionCode, Figure> cases) {
        double all = 0;
        double unknown = 0;
        for (Figure figure : cases.values()) {
            BigDecimal value = figure.value();
            if (value != null && figure.region().isTownship()) {
                all += value.doubleValue();
                unknown += figure.region().isUnknownTownship() ? value.doubleValue() : 0;
            }
        }
        return all == 0 ? 0 : 100 * unknown / all;
    }

    private Map<RegionCode, Area> areas(
            Map<RegionCode, Figure> cases, Map<RegionCode, Figure> exposures, AnalysisRules.Against against) {
        Map<RegionCode, Area> areas = new HashMap<>();
        cases.forEach((region, figure) -> {
            Figure other = exposures.get(region);
            BigDecimal exposed = other == null ? null : against.isDenominator() ? other.denominator() : other.value();
            BigDecimal counted = figure.value();
            if (region.isTownship()
                    && !region.isUnknownTownship()
                    && counted != null
                    && exposed != null
                    && exposed.signum() > 0) {
                areas.put(region, new Area(counted.longValueExact(), exposed.doubleValue()));
            }
        });
        return areas;
    }

    private List<Spot> spots(Map<RegionCode, Area> areas) {
        Shrinkage shrinkage = Shrinkage.of(List.copyOf(areas.values()));
        List<Spot> spots = new ArrayList<>();
        for (Warehouse.Region region : warehouse.regions()) {
            Area area = areas.get(region.code());
            if (area != null) {
                spots.add(spot(region, area, shrinkage));
            }
        }
        return spots;
    }

    private Spot spot(Warehouse.Region region, Area area, Shrinkage shrinkage) {
        double expected = shrinkage.mean() * area.exposure();
        long lower = limit(expected, TAIL);
        long upper = limit(expected, 1 - TAIL);
        return new Spot(
                region.code(),
                region.nameZh(),
                area.cases(),
                decimal(area.exposure()),
                decimal(area.rate() * PER),
                decimal(shrinkage.rate(area) * PER),
                decimal(expected),
                lower,
                upper,
                mark(area.cases(), expected, lower, upper),
                false);
    }

    private static long limit(double expected, double probability) {
        return expected == 0 ? 0 : new PoissonDistribution(expected).inverseCumulativeProbability(probability);
    }

    private Mark mark(long cases, double expected, long lower, long upper) {
        if (expected < rules.leastExpected()) {
            return Mark.TOO_SMALL;
        }
        return cases > upper ? Mark.ABOVE : cases < lower ? Mark.BELOW : Mark.WITHIN;
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static Spot persistent(Spot spot) {
        return new Spot(
                spot.region(),
                spot.nameZh(),
                spot.cases(),
                spot.exposure(),
                spot.rate(),
                spot.shrunk(),
                spot.expected(),
                spot.lower(),
                spot.upper(),
                spot.mark(),
                true);
    }
}
