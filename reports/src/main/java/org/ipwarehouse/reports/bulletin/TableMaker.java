package org.ipwarehouse.reports.bulletin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.warehouse.api.Figure;

/** Collects the figures behind the blocks of an edition. */
final class TableMaker {
    private static final Comparator<FigureRef> ORDER = Comparator.comparing(FigureRef::indicator)
            .thenComparing(FigureRef::period)
            .thenComparing(ref -> ref.region().value())
            .thenComparing(FigureRef::dimension)
            .thenComparing(FigureRef::dimensionValue);

    private final Scene scene;

    TableMaker(Scene scene) {
        this.scene = scene;
    }

    IndicatorTable make(List<Block> blocks) {
        Map<FigureRef, Figure> figures = new TreeMap<>(ORDER);
        blocks.stream().flatMap(this::figures).forEach(figure -> figures.put(FigureRef.of(figure), figure));
        return new IndicatorTable(figures.values().stream().map(this::line).toList());
    }

    private Stream<Figure> figures(Block block) {
        if (block instanceof Block.Picture picture) {
            return picture.chart().toTable().rows().stream()
                    .flatMap(row -> row.cells().stream())
                    .map(Cell::figure)
                    .filter(ref -> ref != null)
                    .map(this::figure);
        }
        return Bulletin.runsOf(block)
                .filter(run -> run.origin() != Run.Origin.AS_PUBLISHED)
                .flatMap(run -> run.figures().stream());
    }

    private Figure figure(FigureRef ref) {
        return scene.figures().find(ref).or(() -> scene.charts().find(ref)).orElseGet(() -> scene.figures()
                .total(ref.indicator(), ref.period(), ref.region()));
    }

    private IndicatorTable.Line line(Figure figure) {
        boolean whole = figure.dimension().isEmpty();
        return new IndicatorTable.Line(
                scene.passport(figure.indicator()),
                figure,
                scene.regionName(figure.region()),
                whole ? "" : scene.parts().dimension(figure.dimension()),
                whole ? "" : scene.parts().of(figure.dimension(), figure.dimensionValue()));
    }
}
