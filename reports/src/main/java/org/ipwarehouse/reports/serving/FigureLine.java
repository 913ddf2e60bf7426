package org.ipwarehouse.reports.serving;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;

/** A figure as a row of the figure table: rounded and worded as it is published. */
final class FigureLine {
    private final Map<IndicatorId, Passport> passports;
    private final Map<String, String> regions;
    private final Labels labels;
    private final Period newest;

    FigureLine(Map<IndicatorId, Passport> passports, Map<String, String> regions, Labels labels, Period newest) {
        this.passports = Map.copyOf(passports);
        this.regions = Map.copyOf(regions);
        this.labels = labels;
        this.newest = newest;
    }

    String of(Figure f) {
        Passport p = Objects.requireNonNull(passports.get(f.indicator()), f.indicator()::code);
        CopyLine line = new CopyLine();
        address(line, p, f);
        content(line, p, f);
        return line.add(pick(f)).end();
    }

    private void address(CopyLine line, Passport p, Figure f) {
        Period period = f.period();
        line.add(p.id())
                .add(p.nameZh())
                .add(p.topic())
                .add(labels.value("topic", p.topic()))
                .add(p.unit())
                .add(period)
                .add(period.kind().name().toLowerCase(Locale.ROOT))
                .add(period.labelZh())
                .add(period.start())
                .add(period.end().minusDays(1))
                .add(period.last().getYear())
                .add(f.region())
                .add(regions.getOrDefault(f.region().value(), f.region().value()))
                .add(f.region().isTownship() ? "township" : "district")
                .add(f.dimension())
                .add(f.dimension().isEmpty() ? "" : labels.dimension(f.dimension()))
                .add(f.dimensionValue())
                .add(part(f))
                .add(f.dimension().equals("ip_type") ? part(f) : null);
    }

    private String part(Figure f) {
        return f.dimension().isEmpty() ? "" : labels.value(f.dimension(), f.dimensionValue());
    }

    private static void content(CopyLine line, Passport p, Figure f) {
        line.add(p.round(f.value()))
                .add(FigureText.value(p, f))
                .add(f.numerator())
                .add(f.denominator());
        compared(line, p, f, Comparison.YOY);
        compared(line, p, f, Comparison.QOQ);
        line.add(f.status().text())
                .add(FigureText.statusLabel(f.status()))
                .add(f.completeness())
                .add(f.definition())
                .add(f.note());
    }

    private static void compared(CopyLine line, Passport p, Figure f, Comparison with) {
        line.add(p.round(with.base(f)))
                .add(Passport.roundChange(with.change(f)))
                .add(FigureText.signedChange(p, f, with));
    }

    /** Newer before older, the district before its townships, the whole before its parts. */
    private int pick(Figure f) {
        long age = ChronoUnit.MONTHS.between(f.period().last(), newest.last());
        int detail = (f.region().isTownship() ? 1 : 0) + (f.dimension().isEmpty() ? 0 : 2);
        return Math.toIntExact(age * 4 + detail);
    }
}
