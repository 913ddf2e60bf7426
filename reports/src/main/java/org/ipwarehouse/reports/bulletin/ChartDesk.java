package org.ipwarehouse.reports.bulletin;

import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.reports.chart.AnalysisCharts;
import org.ipwarehouse.reports.chart.FigureCharts;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** The charts that page and bulletin share; the figures of its indicators are read when the first of them is drawn. */
final class ChartDesk {
    private final Warehouse warehouse;
    private final Labels labels;
    private final Set<IndicatorId> indicators;
    private @Nullable FigureBook book;

    /** @param indicators that the edition speaks of */
    ChartDesk(Warehouse warehouse, Labels labels, Set<IndicatorId> indicators) {
        this.warehouse = warehouse;
        this.indicators = Set.copyOf(indicators);
        this.labels = labels;
    }

    private FigureBook book() {
        FigureBook read = book;
        if (read == null) {
            read = FigureBook.read(warehouse, indicators);
            book = read;
        }
        return read;
    }

    FigureCharts usual() {
        return new FigureCharts(book(), labels);
    }

    AnalysisCharts analysis() {
        return new AnalysisCharts(warehouse, book(), labels);
    }

    /** The figure at an address that one of these charts shows. */
    Optional<Figure> find(FigureRef ref) {
        return ref.dimension().isEmpty()
                ? book().total(ref.indicator(), ref.period(), ref.region())
                : book().breakdown(ref.indicator(), ref.dimension()).stream()
                        .filter(figure -> FigureRef.of(figure).equals(ref))
                        .findFirst();
    }
}
