package org.ipwarehouse.reports.site;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;

/** Reads a dashboard file strictly: an unknown key, indicator or dimension is a fault with file and line. */
final class DashboardReader {
    private static final Set<String> KEYS =
            Set.of("title", "title_en", "place", "subtitle", "lead", "cards", "trends", "townships", "structure");

    private final Map<IndicatorId, Passport> passports;

    DashboardReader(List<Passport> passports) {
        this.passports = passports.stream().collect(Collectors.toUnmodifiableMap(Passport::id, Function.identity()));
    }

    Dashboard read(Path file) {
        SpecNode root = SpecNode.read(file);
        root.entries(KEYS);
        return new Dashboard(
                root.child("title").text(),
                root.child("title_en").text(),
                root.child("place").text(),
                root.child("subtitle").text(),
                indicators(root.child("lead")),
                indicators(root.child("cards")),
                root.child("trends").items().stream().map(this::trend).toList(),
                townships(root.child("townships")),
                root.child("structure").items().stream().map(this::structure).toList());
    }

    private Dashboard.Townships townships(SpecNode node) {
        node.entries(Set.of("ranking", "table", "matrix"));
        return new Dashboard.Townships(
                indicator(node.child("ranking")), indicators(node.child("table")), trend(node.child("matrix")));
    }

    private Dashboard.Trend trend(SpecNode node) {
        node.entries(Set.of("indicator", "months"));
        return new Dashboard.Trend(indicator(node.child("indicator")), between(node.child("months"), 3, 36));
    }

    private Dashboard.Structure structure(SpecNode node) {
        node.entries(Set.of("indicator", "dimension", "periods"));
        IndicatorId id = indicator(node.child("indicator"));
        Passport passport = Objects.requireNonNull(passports.get(id), id::code);
        String dimension = node.child("dimension").text();
        if (!passport.dimensions().contains(dimension)) {
            throw node.child("dimension")
                    .mistake(
                            "指标 " + id + " 不能按“" + dimension + "”分。",
                            "可用的维度：" + String.join("、", passport.dimensions()) + "。");
        }
        if (passport.isRate()) {
            throw node.child("indicator").mistake("指标 " + id + " 是比率，不能分解为部分。", "改用件数或金额类指标。");
        }
        return new Dashboard.Structure(id, dimension, between(node.child("periods"), 2, 12));
    }

    private List<IndicatorId> indicators(SpecNode node) {
        return node.items().stream().map(this::indicator).toList();
    }

    private IndicatorId indicator(SpecNode node) {
        IndicatorId id;
        try {
            id = new IndicatorId(node.text());
        } catch (IllegalArgumentException e) {
            throw node.mistake("“" + node.text() + "”不是指标代码。", "写成两个大写字母加两位数字，例如 XZ01。");
        }
        if (!passports.containsKey(id)) {
            throw node.mistake("没有指标 " + id + "。", "查看 warehouse/indicators，或用 ipw figures 列出已有指标。");
        }
        return id;
    }

    private static int between(SpecNode node, int least, int most) {
        int number = node.number();
        if (number < least || number > most) {
            throw node.mistake("“" + number + "”超出范围。", "写 " + least + " 到 " + most + " 之间的整数。");
        }
        return number;
    }
}
