package org.ipwarehouse.reports.document;

import java.math.BigDecimal;
import java.util.function.BiFunction;
import org.ipwarehouse.reports.bulletin.IndicatorTable.Line;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/** The columns of the indicator table, the same in workbook and CSV; described for machines in its metadata. */
enum IndicatorColumn {
    CODE("indicator", "指标代码", "indicator code", "string", (p, f) -> f.indicator()
            .code()),
    NAME("name", "指标名称", "indicator name", "string", (p, f) -> p.nameZh()),
    PERIOD("period", "期间", "period: 2026Q3, 2026-07, 2026, 2026-01..09 (cumulative)", "string", (p, f) -> f.period()
            .toString()),
    REGION("region", "区划代码", "region code", "string", (p, f) -> f.region().value()),
    REGION_NAME("region_name", "区划名称", "region name", "string", null),
    DIMENSION("dimension", "分组", "dimension, empty for a total", "string", (p, f) -> f.dimension()),
    PART("part", "分组取值", "value of the dimension", "string", (p, f) -> f.dimensionValue()),
    PART_NAME("part_name", "分组取值名称", "name of that value", "string", null),
    VALUE("value", "数值", "value as published; empty where symbol says why there is none", "decimal", null),
    SYMBOL(
            "symbol",
            "符号",
            "… not reported, — does not exist, * not published",
            "string",
            (p, f) -> f.value() == null ? f.status().symbol() : ""),
    UNIT("unit", "计量单位", "unit of the value", "string", (p, f) -> p.unit()),
    YOY_BASE("yoy_base", "上年同期", "value of the same period a year before", "decimal", null),
    YOY("yoy", "同比增减", "change on the year before, in the unit beside it", "decimal", null),
    QOQ_BASE("qoq_base", "上期", "value of the period before", "decimal", null),
    QOQ("qoq", "环比增减", "change on the period before, in the unit beside it", "decimal", null),
    CHANGE_UNIT("change_unit", "增减的单位", "% or percentage points", "string", (p, f) -> FigureText.changeUnit(p)),
    STATUS("status", "状态", "status of the value", "string", (p, f) -> f.status().text()),
    DEFINITION("definition", "口径版本", "version of the definition", "integer", null);

    private final String code;
    private final String titleZh;
    private final String titleEn;
    private final String datatype;
    private final @Nullable BiFunction<Passport, Figure, String> words;

    IndicatorColumn(
            String code,
            String titleZh,
            String titleEn,
            String datatype,
            @Nullable BiFunction<Passport, Figure, String> words) {
        this.code = code;
        this.titleZh = titleZh;
        this.titleEn = titleEn;
        this.datatype = datatype;
        this.words = words;
    }

    /** The name in the CSV's header. */
    String code() {
        return code;
    }

    String titleZh() {
        return titleZh;
    }

    String titleEn() {
        return titleEn;
    }

    /** As CSVW names it. */
    String datatype() {
        return datatype;
    }

    AnnexSheet.Cell cell(Line line) {
        if (words != null) {
            return AnnexSheet.Cell.words(words.apply(line.passport(), line.figure()));
        }
        return switch (this) {
            case REGION_NAME -> AnnexSheet.Cell.words(line.regionZh());
            case PART_NAME -> AnnexSheet.Cell.words(line.partZh());
            case DEFINITION ->
                AnnexSheet.Cell.printed(String.valueOf(line.figure().definition()));
            default -> number(line);
        };
    }

    private AnnexSheet.Cell number(Line line) {
        Figure figure = line.figure();
        Passport passport = line.passport();
        @Nullable
        BigDecimal number =
                switch (this) {
                    case VALUE -> passport.round(figure.value());
                    case YOY_BASE -> passport.round(figure.yoyBase());
                    case QOQ_BASE -> passport.round(figure.qoqBase());
                    case YOY -> Passport.roundChange(figure.yoy());
                    default -> Passport.roundChange(figure.qoq());
                };
        return number == null ? AnnexSheet.Cell.words("") : new AnnexSheet.Cell(number.toPlainString(), number);
    }
}
