package org.ipwarehouse.app.answer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Revision;
import org.jspecify.annotations.Nullable;

/** Differences of two vintages for people and machines; values are rounded as published. */
public final class RevisionAnswer {
    private final Map<IndicatorId, Passport> passports;
    private final Map<RegionCode, String> regionNames;

    public RevisionAnswer(List<Passport> passports, Map<RegionCode, String> regionNames) {
        this.passports = passports.stream().collect(Collectors.toMap(Passport::id, p -> p, (a, b) -> a, TreeMap::new));
        this.regionNames = Map.copyOf(regionNames);
    }

    public List<String> jsonLines(List<Revision> revisions) {
        return revisions.stream().map(r -> Json.line(object(r))).toList();
    }

    public List<String> csvLines(List<Revision> revisions) {
        List<String> lines = new ArrayList<>();
        lines.add(Csv.line(List.of(
                "cause", "kind", "indicator", "period", "region", "dimension", "before", "after", "difference")));
        for (Revision revision : revisions) {
            lines.add(Csv.line(object(revision).values().stream()
                    .map(value -> Objects.requireNonNullElse(value, "").toString())
                    .toList()));
        }
        return lines;
    }

    private Map<String, @Nullable Object> object(Revision r) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("cause", r.cause().text());
        object.put("kind", r.kind());
        object.put("indicator", r.figure().indicator().code());
        object.put("period", r.figure().period().toString());
        object.put("region", r.figure().region().value());
        object.put("dimension", dimension(r.figure()));
        object.put("before", rounded(r, r.before() == null ? null : r.before().value()));
        object.put("after", rounded(r, r.after() == null ? null : r.after().value()));
        object.put("difference", rounded(r, r.difference()));
        return object;
    }

    /** @param limit at most so many of each cause, 0 for all */
    public List<String> lines(List<Revision> revisions, int limit) {
        if (revisions.isEmpty()) {
            return List.of("两个时点的数字完全相同。");
        }
        List<String> lines = new ArrayList<>();
        for (Revision.Cause cause : Revision.Cause.values()) {
            List<Revision> ofCause =
                    revisions.stream().filter(r -> r.cause() == cause).toList();
            if (!ofCause.isEmpty()) {
                lines.add(heading(cause, ofCause));
                lines.addAll(table(limit == 0 ? ofCause : ofCause.subList(0, Math.min(limit, ofCause.size()))));
            }
        }
        return lines;
    }

    private static String heading(Revision.Cause cause, List<Revision> revisions) {
        Map<String, Long> kinds =
                revisions.stream().collect(Collectors.groupingBy(Revision::kind, Collectors.counting()));
        return cause.labelZh() + "：新增 " + kinds.getOrDefault("added", 0L) + "，消失 " + kinds.getOrDefault("removed", 0L)
                + "，改变 " + kinds.getOrDefault("changed", 0L);
    }

    private List<String> table(List<Revision> revisions) {
        TextTable table = new TextTable(List.of("指标", "名称", "时期", "区域", "分组", "原数", "现数", "差", "单位"));
        for (Revision r : revisions) {
            Passport passport = passports.get(r.figure().indicator());
            table.row(List.of(
                    r.figure().indicator().code(),
                    passport == null ? "（已停用）" : passport.nameZh(),
                    r.figure().period().toString(),
                    regionNames.getOrDefault(
                            r.figure().region(), r.figure().region().value()),
                    dimension(r.figure()),
                    shown(r, r.before()),
                    shown(r, r.after()),
                    text(rounded(r, r.difference())),
                    passport == null ? "" : passport.unit()));
        }
        return table.lines();
    }

    private String shown(Revision revision, @Nullable Figure figure) {
        if (figure == null) {
            return "";
        }
        return figure.value() == null ? figure.status().symbol() : text(rounded(revision, figure.value()));
    }

    private static String text(@Nullable BigDecimal value) {
        return value == null ? "" : value.toPlainString();
    }

    private @Nullable BigDecimal rounded(Revision revision, @Nullable BigDecimal value) {
        Passport passport = passports.get(revision.figure().indicator());
        return passport == null ? value : passport.round(value);
    }

    private static String dimension(Figure f) {
        return f.dimension().isEmpty() ? "" : f.dimension() + "=" + f.dimensionValue();
    }
}
