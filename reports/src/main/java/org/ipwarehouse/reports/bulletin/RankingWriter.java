package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.figure.FigureRef;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureStatus;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Says how a total is made up: leading townships, parts of a breakdown, states of the tasks. */
final class RankingWriter {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** How many more places than asked for a tie at the end may take. */
    private static final int TIE_ROOM = 2;

    private final Scene scene;

    RankingWriter(Scene scene) {
        this.scene = scene;
    }

    /** Whether nothing happened or is known, which has words of its own, or a township can be named. */
    boolean names(Figure total) {
        return total.value() == null
                || total.value().signum() == 0
                || !inFallingOrder(townships(total)).isEmpty();
    }

    /** 滨河镇（11件）、文昌镇（9件）、迎水桥镇（5件） */
    List<Run> top(Figure total, int places) {
        List<List<Run>> items = new ArrayList<>();
        for (Figure township : leading(total, places)) {
            String name = scene.townships().stream()
                    .filter(region -> region.code().equals(township.region()))
                    .map(Warehouse.Region::nameZh)
                    .findFirst()
                    .orElseThrow();
            items.add(scene.spec()
                    .wording()
                    .top()
                    .fill(Map.of(
                            "label",
                            List.of(Run.words(name)),
                            "value",
                            PhraseWriter.value(passport(total), township))));
        }
        if (!items.isEmpty() && isAnyHidden(townships(total))) {
            items.set(items.size() - 1, with(items.get(items.size() - 1), "（不含不公布的乡镇）"));
        }
        return items.isEmpty() ? unsaid(townships(total)) : joined(items, "、");
    }

    /** A place that is not told may be before those that are. */
    private static boolean isAnyHidden(List<Figure> figures) {
        return figures.stream().anyMatch(figure -> figure.status() == FigureStatus.SUPPRESSED);
    }

    private static List<Run> unsaid(List<Figure> figures) {
        return List.of(Run.words(isAnyHidden(figures) ? "各项均不公布" : FigureText.NONE));
    }

    private static List<Run> with(List<Run> runs, String words) {
        List<Run> more = new ArrayList<>(runs);
        more.add(Run.words(words));
        return more;
    }

    private List<Figure> townships(Figure total) {
        return scene.townships().stream()
                .filter(region -> !region.code().isUnknownTownship())
                .map(region -> scene.township(total.indicator(), region.code()))
                .toList();
    }

    /** 67.6%: the leading townships together, of the total. */
    List<Run> topShare(Figure total, int places) {
        return List.of(share(leading(total, places), total), Run.words("%"));
    }

    /** 商标案件28件，占75.7%；… in falling order; parts that are 0 are not named. */
    List<Run> parts(Figure total, String dimension) {
        List<List<Run>> items = new ArrayList<>();
        List<Figure> all = scene.figures().parts(FigureRef.of(total), dimension);
        for (Figure part : inFallingOrder(all)) {
            items.add(scene.spec()
                    .wording()
                    .part()
                    .fill(Map.of(
                            "label", List.of(Run.words(scene.parts().of(dimension, part.dimensionValue()))),
                            "value", PhraseWriter.value(passport(total), part),
                            "share", List.of(share(List.of(part), total)))));
        }
        if (items.isEmpty()) {
            return unsaid(all);
        }
        if (isAnyHidden(all)) {
            items.add(List.of(Run.words("其余不公布")));
        }
        return joined(items, "；");
    }

    List<Run> tasks(String form) {
        if (form.equals("total")) {
            return List.of(count(scene.tasks().size()));
        }
        Map<String, Long> states = scene.tasks().stream()
                .collect(
                        Collectors.groupingBy(Warehouse.TaskState::stateZh, LinkedHashMap::new, Collectors.counting()));
        List<List<Run>> items = new ArrayList<>();
        states.forEach((state, number) -> items.add(scene.spec()
                .wording()
                .state()
                .fill(Map.of("label", List.of(Run.words(state)), "count", List.of(count(number.intValue()))))));
        return joined(items, "，");
    }

    private static Run count(int number) {
        return new Run(String.valueOf(number), Run.Origin.TASKS, List.of());
    }

    private Passport passport(Figure figure) {
        return scene.passport(figure.indicator());
    }

    /**
     * The townships with the greatest values. A tie at the last place is named in full if it takes few places more,
     * else not at all, so that no township is left out by chance. The unknown township is never ranked.
     */
    private List<Figure> leading(Figure total, int places) {
        List<Figure> ranked = inFallingOrder(townships(total));
        if (ranked.size() <= places) {
            return ranked;
        }
        BigDecimal last = value(ranked.get(places - 1));
        List<Figure> withTie =
                ranked.stream().filter(f -> value(f).compareTo(last) >= 0).toList();
        List<Figure> withoutTie =
                ranked.stream().filter(f -> value(f).compareTo(last) > 0).toList();
        return withTie.size() <= places + TIE_ROOM || withoutTie.isEmpty() ? withTie : withoutTie;
    }

    private static List<Figure> inFallingOrder(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure.value() != null && figure.value().signum() > 0)
                .sorted(Comparator.comparing(RankingWriter::value)
                        .reversed()
                        .thenComparing(figure -> figure.region().value())
                        .thenComparing(Figure::dimensionValue))
                .toList();
    }

    private static BigDecimal value(Figure figure) {
        return Objects.requireNonNull(figure.value());
    }

    private static Run share(List<Figure> parts, Figure total) {
        BigDecimal sum = parts.stream().map(RankingWriter::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal share = sum.multiply(HUNDRED).divide(value(total), 1, RoundingMode.HALF_UP);
        List<Figure> behind = new ArrayList<>(parts);
        behind.add(total);
        return new Run(FigureText.number(share), Run.Origin.SHARE, behind);
    }

    private static List<Run> joined(List<List<Run>> items, String separator) {
        List<Run> runs = new ArrayList<>();
        for (List<Run> item : items) {
            if (!runs.isEmpty()) {
                runs.add(Run.words(separator));
            }
            runs.addAll(item);
        }
        return runs.isEmpty() ? List.of(Run.words(FigureText.NONE)) : runs;
    }
}
