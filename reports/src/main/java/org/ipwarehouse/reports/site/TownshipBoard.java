package org.ipwarehouse.reports.site;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.chart.ChartSpec;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.Comparison;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.site.Page.GridCell;
import org.ipwarehouse.reports.site.Page.GridColumn;
import org.ipwarehouse.reports.site.Page.GridRow;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.HotSpots;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Townships side by side, in the order of their codes: who is beyond chance, never who is first. */
final class TownshipBoard {
    private final EditionFigures figures;
    private final Kit kit;
    private final FigureViews views;

    TownshipBoard(EditionFigures figures, Kit kit, FigureViews views) {
        this.figures = figures;
        this.kit = kit;
        this.views = views;
    }

    private Bilingual name(String zh) {
        return kit.english().both("region", zh);
    }

    Boards.Spots spots(Passport p) {
        Period period = views.period();
        HotSpots map = figures.spots(p.id(), period);
        Map<RegionCode, HotSpots.Spot> spots =
                map.spots().stream().collect(Collectors.toMap(HotSpots.Spot::region, Function.identity()));
        long most = map.spots().stream()
                .mapToLong(s -> Math.max(s.upper(), s.cases()))
                .max()
                .orElse(1);
        double greatest = figures.book().townships().stream()
                .mapToDouble(t -> amount(p, t.code()))
                .max()
                .orElse(0);
        List<Boards.SpotRow> rows = new ArrayList<>();
        for (Warehouse.Region township : figures.book().townships()) {
            int percent = greatest <= 0 ? 0 : (int) Math.round(100 * amount(p, township.code()) / greatest);
            rows.add(row(p, township, spots.get(township.code()), new Scale(most, percent)));
        }
        return new Boards.Spots(
                p.id().code(),
                new Bilingual("各乡镇" + p.nameZh(), FigureViews.name(p).en() + " by township"),
                finding(map),
                views.unit(p),
                caveat(map),
                !map.spots().isEmpty(),
                rows.stream()
                        .anyMatch(r -> r.change() != null && !r.change().text().equals(FigureText.NONE)),
                shrunk(map),
                views.rows(p.id()),
                rows);
    }

    /** How the bars of a row are drawn: the greatest count of all limits, and the row's part of the greatest value. */
    private record Scale(long most, int percent) {}

    private double amount(Passport p, RegionCode township) {
        return figures.book()
                .total(p.id(), views.period(), township)
                .map(f -> number(f.value()))
                .orElse(0.0);
    }

    /** What the analysis says of its base, without the names of files, which are no reader's business. */
    private @Nullable Bilingual caveat(HotSpots map) {
        String zh = map.caveatZh().replaceAll("（warehouse/[^）]*）", "");
        return zh.isBlank() ? null : new Bilingual(zh, kit.english().of("caveat", zh));
    }

    /** Where chance alone explains the differences, all townships shrink to the same rate: one sentence, not a column. */
    private static Bilingual shrunk(HotSpots map) {
        List<String> rates =
                map.spots().stream().map(s -> rate(s.shrunk())).distinct().toList();
        return map.spots().size() > 1 && rates.size() == 1
                ? new Bilingual(
                        "乡镇间的差异不超过偶然，收缩后各乡镇同为每万户" + rates.get(0) + "。",
                        "Differences are no more than chance: shrunk, all townships have " + rates.get(0) + " per 10k.")
                : Bilingual.same("—");
    }

    /** Names who is beyond the limits; nobody is first or last. */
    private Bilingual finding(HotSpots map) {
        if (map.spots().isEmpty()) {
            return new Bilingual("只列各乡镇的数值，不作比较。", "Values only, no comparison.");
        }
        List<HotSpots.Spot> beyond = map.spots().stream()
                .filter(s -> s.mark() == HotSpots.Mark.ABOVE || s.mark() == HotSpots.Mark.BELOW)
                .toList();
        if (beyond.isEmpty()) {
            return new Bilingual("没有乡镇超出控制限，差异在偶然波动之内。", "No township is beyond the control limits.");
        }
        String zh = beyond.stream()
                .map(s -> s.nameZh() + (s.mark() == HotSpots.Mark.ABOVE ? "高于" : "低于") + "控制限"
                        + (s.isPersistent() ? "（连续两期）" : ""))
                .collect(Collectors.joining("，"));
        String en = beyond.stream()
                .map(s -> name(s.nameZh()).en() + (s.mark() == HotSpots.Mark.ABOVE ? " above" : " below"))
                .collect(Collectors.joining(", "));
        return new Bilingual(zh + "。", "Beyond the control limits: " + en + ".");
    }

    private Boards.SpotRow row(Passport p, Warehouse.Region township, HotSpots.@Nullable Spot spot, Scale scale) {
        var figure = figures.book().total(p.id(), views.period(), township.code());
        Page.Num value = figure.map(f -> Page.Num.of(FigureText.value(p, f), FigureRef.of(f), "value"))
                .orElseGet(() -> new Page.Num(FigureStatus.MISSING.symbol(), "", ""));
        Page.Num change = p.comparisons().contains("yoy")
                ? figure.map(f -> Page.Num.of(
                                FigureText.signedChange(p, f, Comparison.YOY), FigureRef.of(f), "signed-yoy"))
                        .orElse(null)
                : null;
        return new Boards.SpotRow(
                township.code().value(),
                name(township.nameZh()),
                value,
                change,
                spot == null ? null : range(p.id(), spot, scale.most()),
                scale.percent());
    }

    private Boards.Range range(IndicatorId id, HotSpots.Spot spot, long most) {
        String mark = spot.mark().name().toLowerCase(java.util.Locale.ROOT);
        String address = "spot|" + id + "|" + views.period() + "|" + spot.region() + "|";
        return new Boards.Range(
                new Page.Count(String.valueOf(spot.lower()), address + "lower"),
                new Page.Count(String.valueOf(spot.upper()), address + "upper"),
                new Page.Count(rate(spot.rate()), address + "rate"),
                new Page.Count(rate(spot.shrunk()), address + "shrunk"),
                at(spot.lower(), most),
                at(spot.upper(), most),
                at(spot.cases(), most),
                mark,
                kit.english().coded("mark", mark, kit.labels().value("mark", mark)),
                spot.isPersistent());
    }

    static String rate(BigDecimal perTenThousand) {
        return FigureText.number(perTenThousand.setScale(1, java.math.RoundingMode.HALF_UP));
    }

    private static int at(long cases, long most) {
        return (int) Math.round(100.0 * cases / Math.max(1, most));
    }

    /** One row a township, the district last as the total. */
    Page.Table table(List<IndicatorId> indicators) {
        List<Passport> passports =
                indicators.stream().map(figures.book()::passport).toList();
        List<GridColumn> columns = new ArrayList<>();
        columns.add(new GridColumn(kit.english().both("series", "乡镇"), Bilingual.same("—"), "", false));
        passports.forEach(p -> columns.add(new GridColumn(FigureViews.name(p), views.unit(p), p.id().code(), true)));
        List<GridRow> rows = new ArrayList<>();
        for (Warehouse.Region township : figures.book().townships()) {
            rows.add(new GridRow(
                    false, township.code().value(), name(township.nameZh()), cells(township.code(), passports)));
        }
        RegionCode district = figures.book().district();
        rows.add(new GridRow(true, district.value(), name("全区"), cells(district, passports)));
        Bilingual title = new Bilingual("各乡镇主要指标", "Townships side by side");
        return new Page.Table(title, new Page.Grid(title, columns, rows), true);
    }

    private List<GridCell> cells(RegionCode region, List<Passport> passports) {
        return passports.stream()
                .map(p -> figures.book()
                        .total(p.id(), views.period(), region)
                        .map(f -> Cell.value(p, f))
                        .orElseGet(() -> Cell.text(FigureStatus.MISSING.symbol())))
                .map(GridCell::of)
                .toList();
    }

    Page.Heat heat(Passport p, ChartSpec.Heat spec, String recipe) {
        double most = spec.rows().stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(v -> number(v.value()))
                .max()
                .orElse(0);
        List<Warehouse.Region> townships = figures.book().townships();
        List<Page.HeatRow> rows = new ArrayList<>();
        for (int i = 0; i < spec.rows().size(); i++) {
            ChartSpec.Series row = spec.rows().get(i);
            rows.add(new Page.HeatRow(
                    name(row.name()),
                    townships.get(i).code().value(),
                    row.values().stream().map(v -> cell(v, most)).toList()));
        }
        List<String> columns = spec.columns().stream()
                .map(c -> c.tick().isEmpty() ? c.name() : c.tick())
                .toList();
        return new Page.Heat(
                "matrix-" + p.id(),
                new Bilingual(spec.caption().title(), FigureViews.name(p).en() + ", townships by month"),
                new Bilingual(spec.caption().finding(), "The darker the cell, the more; each cell says its number."),
                views.unit(p),
                columns,
                rows,
                recipe);
    }

    private Page.HeatCell cell(ChartSpec.Value value, double most) {
        Palette palette = kit.palette();
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
