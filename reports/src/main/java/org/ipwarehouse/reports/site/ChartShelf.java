package org.ipwarehouse.reports.site;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.chart.Size;

/** Charts drawn once: two editions, or two pages, that show the same chart share its drawing. */
final class ChartShelf {
    private final ChartRenderer renderer;
    private final ConcurrentMap<Wanted, String> drawn = new ConcurrentHashMap<>();

    private record Wanted(ChartSpec spec, Size size, String id) {}

    ChartShelf(ChartRenderer renderer) {
        this.renderer = renderer;
    }

    String svg(ChartSpec spec, Size size, String id) {
        return drawn.computeIfAbsent(new Wanted(spec, size, id), w -> renderer.svg(w.spec(), w.size(), w.id()));
    }
}
