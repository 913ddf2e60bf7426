package org.ipwarehouse.reports.serving;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.jspecify.annotations.Nullable;

/**
 * The rows of each table as one audience may see them. For the public it asks only {@link Warehouse#seenBy}, and no table
 * of single rows is made.
 */
public final class Marts {
    private final Warehouse warehouse;
    private final Audience audience;
    private final Labels labels;
    private final Map<IndicatorId, Passport> passports;
    private final Map<String, String> regions;
    private @Nullable String digest;

    private Marts(Warehouse warehouse, Audience audience, Labels labels) {
        this.warehouse = warehouse;
        this.audience = audience;
        this.labels = labels;
        this.passports = warehouse.indicators().stream().collect(Collectors.toMap(Passport::id, Function.identity()));
        this.regions = warehouse.regions().stream()
                .collect(Collectors.toMap(r -> r.code().value(), Warehouse.Region::nameZh));
    }

    public static Marts seenBy(Warehouse warehouse, Audience audience, Labels labels) {
        return new Marts(warehouse.seenBy(audience), audience, labels);
    }

    public Audience audience() {
        return audience;
    }

    /** What the tables hold, without a database; worked out once: a warehouse that is published does not change meanwhile. */
    public synchronized String digest() {
        String known = digest;
        if (known == null) {
            known = MartDigest.of(this).hex();
            digest = known;
        }
        return known;
    }

    /** Hands over each row of a table as a line of COPY, always in the same order. */
    void rows(Mart mart, Consumer<String> line) {
        switch (mart) {
            case FIGURE -> figures(line);
            case INDICATOR -> warehouse.indicators().forEach(p -> line.accept(indicator(p)));
            case TASK_STATE -> quarters().forEach(q -> warehouse.taskBoard(q).forEach(t -> line.accept(task(q, t))));
            case WARNING -> RowLines.warnings(warehouse.warnings(WarningQuery.all()), regions, line);
            case DEADLINE -> RowLines.deadlines(warehouse.deadlines(), regions, line);
            case SUBMISSION -> RowLines.submissions(warehouse.submissions(), labels, line);
        }
    }

    private void figures(Consumer<String> line) {
        Period newest = warehouse.periods().stream()
                .max(Comparator.comparing(Period::last))
                .orElse(null);
        if (newest == null) {
            return;
        }
        FigureLine lines = new FigureLine(passports, regions, labels, newest);
        // one indicator at a time: a million figures are never in memory at once
        passports.keySet().stream().sorted().forEach(id -> warehouse
                .figures(new FigureQuery(java.util.Set.of(id), List.of(), java.util.Set.of(), null))
                .forEach(f -> line.accept(lines.of(f))));
    }

    private List<Period> quarters() {
        return warehouse.periods().stream()
                .filter(p -> p.kind() == Period.Kind.QUARTER)
                .toList();
    }

    private String indicator(Passport p) {
        return new CopyLine()
                .add(p.id())
                .add(p.nameZh())
                .add(p.nameEn())
                .add(p.topic())
                .add(labels.value("topic", p.topic()))
                .add(p.unit())
                .add(p.decimals())
                .add(p.kind().name().toLowerCase(java.util.Locale.ROOT))
                .add(p.direction())
                .add(p.frequency())
                .add(p.definition())
                .add(p.formula())
                .add(p.dateField())
                .joined(p.owners())
                .joined(p.sources())
                .joined(p.tasks())
                .add(p.pitfall())
                .add(p.version())
                .end();
    }

    private static String task(Period quarter, Warehouse.TaskState t) {
        return new CopyLine()
                .add(quarter)
                .add(quarter.labelZh())
                .add(quarter.end().minusDays(1))
                .add(t.number())
                .add(t.group())
                .add(t.groupZh())
                .add(t.titleZh())
                .add(t.deadline())
                .add(t.state())
                .add(t.stateZh())
                .add(t.units())
                .add(t.reported())
                .add(t.evidence())
                .joined(t.indicators())
                .end();
    }
}
