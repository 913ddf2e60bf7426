package org.ipwarehouse.reports.site;

import java.nio.file.Path;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;

/** What all pages of both editions are made with; each file is read once. */
record Kit(Path home, ChartShelf charts, Palette palette, Labels labels, English english, Templates templates) {
    static Kit load(Path home) {
        return new Kit(
                home,
                new ChartShelf(ChartRenderer.of(home)),
                Palette.load(home),
                Labels.load(home),
                English.load(home),
                new Templates(home));
    }
}
