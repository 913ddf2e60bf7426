package org.ipwarehouse.reports.site;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Townships side by side: a table of several indicators, and a matrix of one indicator over months. */
final class TownshipBoard {
    private final FigureBook book;
    private final Palette palette;

    TownshipBoard(FigureBook book, Palette palette) {
        this.book = book;
        this.palette = palette;
    }

    /** One row a township, the district last as the total. */
    DataTable table(List<IndicatorId> indicators, Period period) {
        List<Passport> passports = indicators.stream().map(book::passport).toList();
        List<DataTable.Column> columns = new ArrayList<>(List.of(DataTable.Column.words("乡镇")));
        passports.forEach(p -> columns.add(new DataTable.Column(p.nameZh(), DataTable.Align.RIGHT, p.unit())));
        List<DataTable.Row> rows = new ArrayList<>();
        for (Warehouse.Region township : book.townships()) {
            rows.add(DataTable.Row.of(cells(township, passports, period)));
        }
        Warehouse.Region whole = new Warehouse.Region(book.district(), "全区");
        rows.add(DataTable.Row.total(cells(whole, passports, period)));
        return DataTable.of(period.labelZh() + "各乡镇主要指标", columns, rows);
    }

    private List<Cell> cells(Warehouse.Region region, List<Passport> passports, Period period) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(region.nameZh())));
        passports.forEach(p -> cells.add(cell(p, period, region.code())));
        return cells;
    }

    private Cell cell(Passport p, Period period, RegionCode region) {
        return book.total(p.id(), period, region)
                .map(f -> Cell.value(p, f))
                .orElseGet(() -> Cell.text(FigureStatus.MISSING.symbol()));
    }

    Page.Heat heat(ChartSpec.Heat spec) {
        double most = spec.rows().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> number(v.value()))
                .max()
                .orElse(0);
        List<Page.HeatRow> rows = spec.rows().stream()
                .map(row -> new Page.HeatRow(
                        row.name(),
                        row.values().stream().map(v -> cell(v, most)).toList()))
                .toList();
        List<String> columns = spec.columns().stream()
                .map(c -> c.tick().isEmpty() ? c.name() : c.tick())
                .toList();
        return new Page.Heat(spec.caption(), columns, rows);
    }

    private Page.HeatCell cell(ChartSpec.Value value, double most) {
        Color background = value.isKnown() ? palette.amount(most == 0 ? 0 : number(value.value()) / most) : Color.WHITE;
        boolean dark = background.getRed() + background.getGreen() + background.getBlue() < 400;
        Color ink = palette.of(dark ? Palette.Tone.PAPER : Palette.Tone.INK);
        String figure = value.figure() == null ? "" : value.figure().toString();
        return new Page.HeatCell(value.text(), figure, Palette.hex(background), Palette.hex(ink));
    }

    private static double number(@Nullable BigDecimal value) {
        return value == null ? 0 : value.doubleValue();
    }
}
