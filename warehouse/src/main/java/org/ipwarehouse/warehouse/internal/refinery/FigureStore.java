package org.ipwarehouse.warehouse.internal.refinery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.indicator.Contributed;
import org.ipwarehouse.warehouse.internal.indicator.FigureTable;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Replacement;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * The figures in the lake: of each indicator only the periods are made again that are made from something else than
 * before ({@link PeriodLedger}); what a value was moves to {@code indicator.superseded} ({@link Vintages}). The figures of
 * an indicator lie in files of their own, those of one that has very many in a file for each year, so that what was not
 * made again is not written again.
 */
final class FigureStore {
    private static final TableShape SHAPE = FigureTable.SHAPE;

    /** An indicator with more figures has a file for each year; smaller files cost more to open than they save. */
    private static final long MOST_IN_ONE_FILE = 20_000;

    /** Sorts after all that can follow a year in the text of a period. */
    private static final String END = "~";

    private final KernelTables tables;
    private final Instant now;
    private final PeriodLedger ledger;

    FigureStore(KernelTables tables, Instant now) {
        this.tables = tables;
        this.now = now;
        ledger = new PeriodLedger(tables);
    }

    /** What makes the figures that are asked for. */
    @FunctionalInterface
    interface Making {
        void into(Indicators.Taking taking);
    }

    /**
     * @param figures how many the lake has of each indicator now
     * @param periods how many periods of all indicators were looked at, {@code again}: how many of them were made again
     */
    record Made(Map<String, Long> figures, long periods, long again) {}

    /** The indicators that the lake has figures of. */
    Set<String> indicators() {
        Set<String> codes = new HashSet<>();
        tables.scan(SHAPE.table(), List.of("indicator"), Where.everything(), row -> codes.add(String.valueOf(row[0])));
        return codes;
    }

    /**
     * Puts new figures in the place of those that are made from something else than before.
     *
     * @param definitions digests of the definitions of these indicators, by code
     * @param gone codes of indicators that have no figures afterwards
     */
    Made replace(Map<String, String> definitions, Set<String> gone, Making making) {
        Set<String> codes = new HashSet<>(definitions.keySet());
        codes.addAll(gone);
        boolean isNew = !tables.lake().holds(SHAPE.table());
        tables.ensure(SHAPE);
        if (codes.isEmpty()) {
            return new Made(Map.of(), 0, 0);
        }
        Work work = new Work(definitions, isNew ? Map.of() : ledger.held());
        tables.replace(SHAPE, replacement -> {
            work.replacement = replacement;
            making.into(work);
            gone.forEach(work::remove);
            tables.append(FigureTable.SUPERSEDED, work.vintages.superseded(), "superseded " + now);
            return work.replaced;
        });
        replaceContributors(codes, work.contributed);
        ledger.replace(work.all(codes));
        return work.made();
    }

    /** Puts what is known of contributors in the place of all that the lake knows of some indicators. */
    private void replaceContributors(Set<String> codes, List<Contributed> contributed) {
        tables.ensure(Contributed.SHAPE);
        tables.replace(Contributed.SHAPE, replacement -> {
            replacement.add(contributed.stream().map(Contributed::row).toList());
            return List.of(List.of(Where.anyOf("indicator", codes)));
        });
    }

    /** One replacement, indicator after indicator. */
    private final class Work implements Indicators.Taking {
        private final Map<String, String> definitions;
        private final Map<String, Map<String, PeriodLedger.Made>> before;
        private final Map<String, Map<String, PeriodLedger.Made>> now = new HashMap<>();
        private final List<List<Where>> replaced = new ArrayList<>();
        private final Vintages vintages = new Vintages(FigureStore.this.now);
        private @Nullable Replacement replacement;
        private final List<Contributed> contributed = new ArrayList<>();
        private Map<String, String> prints = Map.of();
        private Set<String> touched = Set.of();
        private long periods;
        private long again;

        Work(Map<String, String> definitions, Map<String, Map<String, PeriodLedger.Made>> before) {
            this.definitions = definitions;
            this.before = before;
        }

        /** What the lake has of an indicator of which nothing is noted, is replaced as a whole. */
        @Override
        public Set<Period> asked(IndicatorId indicator, Map<Period, Long> made) {
            Map<String, PeriodLedger.Made> held = before.getOrDefault(indicator.code(), Map.of());
            prints = new TreeMap<>();
            touched = new HashSet<>(held.keySet());
            Set<Period> asked = new HashSet<>();
            made.forEach((period, print) -> {
                String text = period.toString();
                String digest = definitions.get(indicator.code()) + " " + Long.toHexString(print);
                prints.put(text, digest);
                PeriodLedger.Made last = held.get(text);
                if (last != null && last.fingerprint().equals(digest)) {
                    touched.remove(text);
                } else {
                    touched.add(text);
                    asked.add(period);
                }
            });
            periods += made.size();
            again += asked.size();
            return asked;
        }

        @Override
        public void take(IndicatorId indicator, List<Figure> figures) {
            String code = indicator.code();
            Map<String, PeriodLedger.Made> held = before.getOrDefault(code, Map.of());
            Map<String, Long> counts = new HashMap<>();
            figures.forEach(f -> counts.merge(f.period().toString(), 1L, Long::sum));
            Map<String, PeriodLedger.Made> noted = new HashMap<>();
            prints.forEach((period, digest) -> {
                PeriodLedger.Made last = held.get(period);
                long count =
                        last == null || touched.contains(period) ? counts.getOrDefault(period, 0L) : last.figures();
                noted.put(period, new PeriodLedger.Made(digest, count));
            });
            now.put(code, noted);
            if (!touched.isEmpty()) {
                write(code, figures, held, sum(noted));
            }
        }

        @Override
        public void contributed(List<Contributed> ofOne) {
            contributed.addAll(ofOne);
        }

        private void write(String code, List<Figure> figures, Map<String, PeriodLedger.Made> held, long after) {
            boolean byYear = after > MOST_IN_ONE_FILE;
            // which files an indicator has follows from how many figures it had
            boolean wasByYear = sum(held) > MOST_IN_ONE_FILE;
            boolean isWhole = held.isEmpty() || !byYear || !wasByYear;
            Set<String> years = new HashSet<>();
            touched.forEach(period -> years.add(year(period)));
            List<List<Where>> places = isWhole
                    ? List.of(List.of(Where.equal("indicator", code)))
                    : years.stream().sorted().map(year -> ofYear(code, year)).toList();
            Vintages.Held rows = new Vintages.Held(held.isEmpty() ? Set.of() : touched);
            places.forEach(place -> tables.scan(SHAPE.table(), SHAPE.names(), place, rows));
            replaced.addAll(places);
            Map<String, List<@Nullable Object[]>> files = new TreeMap<>();
            vintages.of(figures, rows).forEach(row -> files.computeIfAbsent(
                            byYear ? year(String.valueOf(row[FigureTable.PERIOD])) : "", y -> new ArrayList<>())
                    .add(row));
            files.values().forEach(Objects.requireNonNull(replacement)::add);
        }

        void remove(String code) {
            List<Where> place = List.of(Where.equal("indicator", code));
            Vintages.Held rows = new Vintages.Held(Set.of());
            tables.scan(SHAPE.table(), SHAPE.names(), place, rows);
            vintages.of(List.of(), rows);
            replaced.add(place);
        }

        /** What is noted of all indicators afterwards. */
        Map<String, Map<String, PeriodLedger.Made>> all(Set<String> codes) {
            Map<String, Map<String, PeriodLedger.Made>> all = new HashMap<>(before);
            codes.forEach(all::remove);
            all.putAll(now);
            return all;
        }

        Made made() {
            Map<String, Long> figures = new HashMap<>();
            now.forEach((code, noted) -> figures.put(code, sum(noted)));
            return new Made(figures, periods, again);
        }
    }

    private static List<Where> ofYear(String code, String year) {
        return List.of(Where.equal("indicator", code), Where.between("period", year, year + END));
    }

    private static String year(String period) {
        return period.substring(0, 4);
    }

    private static long sum(Map<String, PeriodLedger.Made> periods) {
        return periods.values().stream().mapToLong(PeriodLedger.Made::figures).sum();
    }
}
