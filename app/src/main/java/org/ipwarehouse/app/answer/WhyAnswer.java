package org.ipwarehouse.app.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Evidence;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/** A figure with its passport and the rows behind it. */
public final class WhyAnswer {
    private final FigureAnswer figures;

    public WhyAnswer(FigureAnswer figures) {
        this.figures = figures;
    }

    public String json(Evidence evidence) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>(figures.object(evidence.figure()));
        object.put("passport", passport(evidence.passport()));
        object.put("rows", objects(evidence.rows()));
        object.put("left", objects(evidence.left()));
        return Json.line(object);
    }

    private static List<Map<String, Object>> objects(List<Evidence.Row> rows) {
        return rows.stream().map(row -> SourceRow.of(row).object()).toList();
    }

    public List<String> text(Evidence evidence) {
        Passport p = evidence.passport();
        Figure f = evidence.figure();
        List<String> lines = new ArrayList<>();
        lines.add(p.id() + " " + p.nameZh() + "（" + p.nameEn() + "） 口径第 " + p.version() + " 版");
        lines.add("定义：" + p.definition());
        lines.add("计算：" + p.formula());
        lines.add("时间：" + p.dateField() + "  单位：" + p.unit() + "  来源：" + String.join("、", p.sources()));
        if (!p.pitfall().isBlank()) {
            lines.add("注意：" + p.pitfall());
        }
        lines.add("");
        lines.addAll(figures.table(List.of(f)));
        lines.add("");
        lines.add("依据 " + evidence.rows().size() + " 行：");
        lines.addAll(SourceRow.lines(evidence.rows().stream().map(SourceRow::of).toList()));
        if (!evidence.left().isEmpty()) {
            lines.add("");
            lines.add("期内未计入 " + evidence.left().size() + " 行：");
            lines.addAll(
                    SourceRow.lines(evidence.left().stream().map(SourceRow::of).toList()));
        }
        return lines;
    }

    private static Map<String, Object> passport(Passport p) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("code", p.id().code());
        object.put("name_zh", p.nameZh());
        object.put("name_en", p.nameEn());
        object.put("definition", p.definition());
        object.put("formula", p.formula());
        object.put("date_field", p.dateField());
        object.put("unit", p.unit());
        object.put("decimals", p.decimals());
        object.put("rounding", p.rounding().name());
        object.put("dimensions", p.dimensions());
        object.put("comparisons", p.comparisons());
        object.put("tasks", p.tasks());
        object.put("owners", p.owners());
        object.put("sources", p.sources());
        object.put("pitfall", p.pitfall());
        object.put("confidence", p.confidence());
        object.put("version", p.version());
        object.put("topic", p.topic());
        return object;
    }
}
