package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.WarningQuery;

/** Turns words of the command line into things the warehouse knows, or names the nearest that it does know. */
final class Wording {
    private static final int SHOWN = 3;

    private final Warehouse door;

    Wording(Warehouse door) {
        this.door = door;
    }

    Passport indicator(String code) {
        Optional<Passport> found = door.indicators().stream()
                .filter(p -> p.id().code().equalsIgnoreCase(code) || p.nameZh().equals(code))
                .findFirst();
        List<String> codes = door.indicators().stream().map(p -> p.id().code()).toList();
        return found.orElseThrow(() -> AppErrors.unknown("指标", code, Nearest.to(code, codes, SHOWN)));
    }

    Passport passport(IndicatorId id) {
        return door.indicator(id).orElseThrow(() -> AppErrors.unknown("指标", id.code(), List.of()));
    }

    Period period(String text) {
        List<Period> held = door.periods();
        Period period;
        try {
            period = Period.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw AppErrors.usage("时期 '" + text + "' 写法不对：应为 2026-07、2026Q3、2026H2、2026 或 2026-01..09（累计）。");
        }
        if (!held.contains(period)) {
            throw AppErrors.unknown("时期", text, nearestPeriods(period, held));
        }
        return period;
    }

    RegionCode region(String text) {
        List<String> known = new ArrayList<>();
        for (Warehouse.Region region : door.regions()) {
            if (region.code().value().equals(text) || region.nameZh().equals(text)) {
                return region.code();
            }
            known.add(region.nameZh());
            known.add(region.code().value());
        }
        throw AppErrors.unknown("区域", text, Nearest.to(text, known, SHOWN));
    }

    /** A unit that owns an indicator, a deadline or a warning. */
    String unit(String text) {
        TreeSet<String> known = new TreeSet<>();
        door.indicators().forEach(passport -> known.addAll(passport.owners()));
        door.deadlines().forEach(item -> known.add(item.owner()));
        door.warnings(WarningQuery.all())
                .forEach(warning -> known.addAll(List.of(warning.owner().split(";"))));
        if (!known.contains(text)) {
            throw AppErrors.unknown("单位", text, Nearest.to(text, known, SHOWN));
        }
        return text;
    }

    /** A breakdown that at least one of the indicators allows. */
    String dimension(String text, Collection<Passport> indicators) {
        TreeSet<String> allowed = new TreeSet<>();
        indicators.forEach(p -> allowed.addAll(p.dimensions()));
        if (!allowed.contains(text)) {
            List<String> shown = allowed.size() <= 12 ? List.copyOf(allowed) : Nearest.to(text, allowed, 12);
            throw AppErrors.unknown("分组", text, shown);
        }
        return text;
    }

    private static List<String> nearestPeriods(Period wanted, List<Period> held) {
        List<String> sameKind = held.stream()
                .filter(p -> p.kind() == wanted.kind())
                .map(Period::toString)
                .toList();
        return Nearest.to(wanted.toString(), sameKind, SHOWN);
    }
}
