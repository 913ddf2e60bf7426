package org.ipwarehouse.app.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Figures for people and machines. {@code value}, {@code yoy} and {@code qoq} are rounded as published; numerator and
 * denominator are not, so that the rate can be worked out again.
 */
public final class FigureAnswer {
    /** The field names of the JSON object and the CSV header. */
    public static final List<String> FIELDS = List.of(
            "indicator", "period", "region", "dimension", "value", "numerator", "denominator", "yoy", "qoq", "status");

    private final Function<IndicatorId, Passport> passports;
    private final Map<RegionCode, String> regionNames;

    public FigureAnswer(Function<IndicatorId, Passport> passports, Map<RegionCode, String> regionNames) {
        this.passports = passports;
        this.regionNames = Map.copyOf(regionNames);
    }

    public List<String> jsonLines(List<Figure> figures) {
        return figures.stream().map(f -> Json.line(object(f))).toList();
    }

    public List<String> csvLines(List<Figure> figures) {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(FIELDS));
        for (Figure figure : figures) {
            lines.add(Csv.line(
                    object(figure).values().stream().map(FigureAnswer::cell).toList()));
        }
        return lines;
    }

    public List<String> table(List<Figure> figures) {
        TextTable table =
                new TextTable(List.of("指标", "名称", "时期", "区域", "分组", "数值", "单位", "分子", "分母", "同比", "环比", "状态"));
        figures.forEach(f -> table.row(row(f)));
        List<String> lines = new ArrayList<>(table.lines());
        figures.stream().map(Figure::note).filter(n -> !n.isEmpty()).distinct().forEach(n -> lines.add("注：" + n));
        return lines;
    }

    /** The object of one figure, fields in the order of {@link #FIELDS}. */
    public Map<String, @Nullable Object> object(Figure f) {
        Passport passport = passports.apply(f.indicator());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("indicator", f.indicator().code());
        object.put("period", f.period().toString());
        object.put("region", f.region().value());
        object.put("dimension", dimension(f));
        object.put("value", passport.round(f.value()));
        object.put("numerator", plain(f.numerator()));
        object.put("denominator", plain(f.denominator()));
        object.put("yoy", Passport.roundChange(f.yoy()));
        object.put("qoq", Passport.roundChange(f.qoq()));
        object.put("status", f.status().text());
        return object;
    }

    private List<String> row(Figure f) {
        Passport p = passports.apply(f.indicator());
        BigDecimal value = p.round(f.value());
        return List.of(
                f.indicator().code(),
                p.nameZh(),
                f.period().toString(),
                regionNames.getOrDefault(f.region(), f.region().value()),
                dimension(f),
                value == null ? f.status().symbol() : value.toPlainString(),
                p.unit(),
                cell(plain(f.numerator())),
                cell(plain(f.denominator())),
                change(f.yoy(), p),
                change(f.qoq(), p),
                f.status().text());
    }

    private static String dimension(Figure f) {
        return f.dimension().isEmpty() ? "" : f.dimension() + "=" + f.dimensionValue();
    }

    private static String change(@Nullable BigDecimal change, Passport passport) {
        BigDecimal rounded = Passport.roundChange(change);
        return rounded == null
                ? "—"
                : (rounded.signum() > 0 ? "+" : "") + rounded.toPlainString() + (passport.isRate() ? "个百分点" : "%");
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value instanceof BigDecimal d ? d.toPlainString() : value.toString();
    }
}
