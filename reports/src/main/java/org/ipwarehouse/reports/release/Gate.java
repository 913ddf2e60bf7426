package org.ipwarehouse.reports.release;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/**
 * Whether the figures of an edition are complete, sound and reconciled enough, by {@code reports/release/gate.yaml}.
 *
 * @param leastCompleteness percent of expected reports
 * @param mostWithoutValue percent of district totals
 * @param mostDoubtful percent of district totals with a value
 * @param excepted indicators that are not looked at
 */
record Gate(
        int leastCompleteness, int mostWithoutValue, int mostDoubtful, boolean reconciles, Set<IndicatorId> excepted) {
    private static final Set<String> KEYS = Set.of(
            "least_completeness_percent",
            "most_without_value_percent",
            "most_doubtful_percent",
            "reconcile",
            "except");

    static Gate load(Path home) {
        SpecNode file = SpecNode.read(home.resolve("reports/release/gate.yaml"));
        file.entries(KEYS);
        Set<IndicatorId> excepted = new HashSet<>();
        for (SpecNode item : file.child("except").items()) {
            item.entries(Set.of("indicator", "reason"));
            item.child("reason").text();
            excepted.add(new IndicatorId(item.child("indicator").text()));
        }
        return new Gate(
                percent(file.child("least_completeness_percent")),
                percent(file.child("most_without_value_percent")),
                percent(file.child("most_doubtful_percent")),
                yes(file.child("reconcile")),
                Set.copyOf(excepted));
    }

    private static int percent(SpecNode node) {
        if (node.number() < 0 || node.number() > 100) {
            throw node.mistake("“" + node.text() + "”不是 0 到 100 的百分数。", "例如 100。");
        }
        return node.number();
    }

    private static boolean yes(SpecNode node) {
        if (!Set.of("yes", "no").contains(node.text())) {
            throw node.mistake("“" + node.text() + "”不是 yes 或 no。", "请写 yes 或 no。");
        }
        return node.text().equals("yes");
    }

    /** @return why the edition is held back, in Chinese, the gravest first; empty where it may go on */
    List<String> objections(Warehouse edition, Period period) {
        List<Figure> figures = edition.figures(new FigureQuery(Set.of(), List.of(period), Set.of(), "")).stream()
                .filter(f -> !excepted.contains(f.indicator()))
                .toList();
        List<Figure> totals =
                figures.stream().filter(f -> !f.region().isTownship()).toList();
        List<String> objections = new ArrayList<>();
        incomplete(totals, objections);
        beyond(totals, f -> f.value() == null && f.status() != FigureStatus.SUPPRESSED
                && f.status() != FigureStatus.NO_DENOMINATOR, mostWithoutValue, "没有数", objections);
        beyond(totals, f -> f.status() == FigureStatus.PROVISIONAL || f.status() == FigureStatus.REFERENCE, mostDoubtful,
                "是暂定数或只作参考", objections);
        if (reconciles) {
            unreconciled(edition, figures, objections);
        }
        return objections;
    }

    private void incomplete(List<Figure> totals, List<String> objections) {
        BigDecimal least = BigDecimal.valueOf(leastCompleteness).movePointLeft(2);
        List<String> codes = totals.stream()
                .filter(f -> f.value() != null && f.completeness().compareTo(least) < 0)
                .map(f -> f.indicator().code())
                .toList();
        if (!codes.isEmpty()) {
            objections.add("报送不全：" + codes.size() + " 个指标的报送完整率低于 " + leastCompleteness + "%（" + some(codes) + "）");
        }
    }

    private static void beyond(
            List<Figure> totals, Predicate<Figure> flawed, int most, String what, List<String> objections) {
        List<String> codes =
                totals.stream().filter(flawed).map(f -> f.indicator().code()).toList();
        if (codes.size() * 100L > (long) most * totals.size()) {
            objections.add("质量不足：" + totals.size() + " 个指标中 " + codes.size() + " 个" + what + "，超过 " + most + "%（"
                    + some(codes) + "）");
        }
    }

    private static String some(List<String> codes) {
        return String.join("、", codes.subList(0, Math.min(6, codes.size()))) + (codes.size() > 6 ? "等" : "");
    }

    /** Where every township is shown, they add up to the district; only counts and amounts of flows do. */
    private static void unreconciled(Warehouse edition, List<Figure> figures, List<String> objections) {
        Map<IndicatorId, Passport.Kind> kinds = new HashMap<>();
        edition.indicators().forEach(p -> kinds.put(p.id(), p.kind()));
        Map<IndicatorId, List<Figure>> byIndicator = new HashMap<>();
        figures.forEach(
                f -> byIndicator.computeIfAbsent(f.indicator(), id -> new ArrayList<>()).add(f));
        List<String> wrong = new ArrayList<>();
        byIndicator.forEach((id, own) -> {
            if (kinds.get(id) == Passport.Kind.COUNT && !adds(own)) {
                wrong.add(id.code());
            }
        });
        if (!wrong.isEmpty()) {
            objections.add("不勾稽：" + wrong.size() + " 个指标的全区数大于各乡镇之和（" + some(wrong.stream().sorted().toList()) + "）");
        }
    }

    /** A party that is counted in two townships is counted once in the district, never the other way round. */
    private static boolean adds(List<Figure> figures) {
        BigDecimal townships = BigDecimal.ZERO;
        BigDecimal district = null;
        int parts = 0;
        for (Figure figure : figures) {
            BigDecimal value = figure.value();
            if (value == null) {
                return true;
            }
            if (figure.region().isTownship()) {
                townships = townships.add(value);
                parts++;
            } else {
                district = value;
            }
        }
        return parts == 0 || district == null || district.compareTo(townships) <= 0;
    }
}
