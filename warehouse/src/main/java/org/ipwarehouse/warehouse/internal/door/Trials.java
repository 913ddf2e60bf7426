package org.ipwarehouse.warehouse.internal.door;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Trial;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.indicator.Passports;
import org.ipwarehouse.warehouse.internal.indicator.Summing;
import org.ipwarehouse.warehouse.internal.indicator.Trust;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.jspecify.annotations.Nullable;

/** Computes one definition over the facts of the last build, beside the figures that the lake holds. It only reads. */
final class Trials {
    private static final int QUARTERS = 4;

    private final Warehouse door;
    private final LakeSettings settings;
    private final Sessions sessions;

    Trials(Warehouse door, LakeSettings settings, Sessions sessions) {
        this.door = door;
        this.settings = settings;
        this.sessions = sessions;
    }

    Trial of(Path passport, List<Period> asked) {
        Definition definition = Passports.read(passport);
        List<Period> periods = asked.isEmpty() ? lastQuarters(definition) : asked;
        Map<Cell, Figure> present =
                byCell(door.figures(new FigureQuery(Set.of(definition.passport().id()), periods, Set.of(), null)));
        Map<Cell, Figure> tried = byCell(
                periods.isEmpty()
                        ? List.of()
                        : figures(passport, definition, periods).stream()
                                .filter(figure -> periods.contains(figure.period()))
                                .toList());
        Map<Cell, Trial.Line> lines = new TreeMap<>(Cell.ORDER);
        present.forEach((cell, figure) -> lines.put(cell, cell.line(figure, tried.get(cell))));
        tried.forEach((cell, figure) -> lines.putIfAbsent(cell, cell.line(null, figure)));
        return new Trial(definition.passport(), List.copyOf(lines.values()));
    }

    private List<Period> lastQuarters(Definition definition) {
        List<Period> quarters = door.periods().stream()
                .filter(period -> period.kind() == Period.Kind.QUARTER)
                .toList();
        return quarters.subList(Math.max(0, quarters.size() - QUARTERS), quarters.size()).stream()
                .map(quarter ->
                        definition.frequency() == Definition.Frequency.YEAR ? Period.toDate(quarter.last()) : quarter)
                .toList();
    }

    /** What Spark does not understand of the passport is the passport's mistake, not ours. */
    private List<Figure> figures(Path passport, Definition definition, List<Period> periods) {
        try {
            return figures(definition, periods);
        } catch (Exception failed) {
            if (failed instanceof AnalysisException) {
                throw DefinitionErrors.wrong(
                        passport, 1, "口径不能计算", "请核对 numerator、denominator、dimensions 里的列名和写法。", failed);
            }
            throw failed;
        }
    }

    private List<Figure> figures(Definition definition, List<Period> periods) {
        List<SubmissionRecord> submissions = door.submissions();
        Profile profile = Profile.ofRows(
                submissions.stream().mapToLong(SubmissionRecord::accepted).sum());
        SparkSession spark = sessions.open(profile);
        for (TableName fact : definition.facts()) {
            if (!sessions.holds(fact)) {
                throw WarehouseErrors.tableMissing(fact, settings.lake());
            }
        }
        sessions.register(definition.facts());
        Summing summing = profile == Profile.SMALL ? Summing.HERE : Summing.BY_SPARK;
        return new Indicators(List.of(definition), scope(periods), summing)
                .figures(fact -> spark.table(fact.toString()), new Indicators.Reports(settings.sources(), submissions));
    }

    private Indicators.Scope scope(List<Period> periods) {
        YearMonth from = periods.stream()
                .map(Period::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        YearMonth through = periods.stream()
                .map(Period::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Indicators.Scope(
                Regions.codes(settings.home(), settings.district()), from, through, Trust.load(settings.home()));
    }

    private static Map<Cell, Figure> byCell(List<Figure> figures) {
        Map<Cell, Figure> byCell = new HashMap<>();
        figures.forEach(figure -> byCell.put(Cell.of(figure), figure));
        return byCell;
    }

    private record Cell(Period period, RegionCode region, String dimension, String value) {
        static final Comparator<Cell> ORDER = Comparator.comparing(Cell::period)
                .thenComparing(Cell::region)
                .thenComparing(Cell::dimension)
                .thenComparing(Cell::value);

        static Cell of(Figure figure) {
            return new Cell(figure.period(), figure.region(), figure.dimension(), figure.dimensionValue());
        }

        Trial.Line line(@Nullable Figure present, @Nullable Figure tried) {
            return new Trial.Line(period, region, dimension, value, present, tried);
        }
    }
}
