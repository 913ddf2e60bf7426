package org.ipwarehouse.warehouse.internal.warning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.WarningRule.Gap;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** Judges the rules within a build and adds to the accounts what follows. */
public final class WarningRun {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    private final WarningLedger ledger;
    private final Judgement.Day day;
    private final Rules rules;
    private final int most;

    /** @param most rows of evidence that one rule may find; a rule that finds more is not judged, and says so as a gap */
    public WarningRun(KernelTables tables, Rules rules, BuildRequest request, int most) {
        ledger = new WarningLedger(tables);
        this.rules = rules;
        this.most = most;
        day = new Judgement.Day(
                request.now(),
                LocalDate.ofInstant(request.now(), BUSINESS),
                request.through().atEndOfMonth());
    }

    /** Whether a warning is open whose rule is no more. */
    public boolean hasOrphans() {
        return ledger.standing().values().stream().anyMatch(this::isOrphan);
    }

    private boolean isOrphan(Entry entry) {
        return entry.state().isOpen() && rules.find(entry.finding().rule()).isEmpty();
    }

    /**
     * Judges rules.
     *
     * @param stale those whose inputs have changed
     * @return how many cases each found
     */
    public Map<String, Long> judge(SparkSession spark, Binding binding, List<Rule> stale, Consumer<String> progress) {
        Map<String, Entry> standing = ledger.standing();
        Function<String, Set<String>> seen = seen();
        RuleRun run = new RuleRun(spark, binding, most);
        List<Entry> entries = new ArrayList<>();
        Map<String, Found> found = new HashMap<>();
        Map<String, List<Gap>> gaps = new TreeMap<>();
        Map<String, Long> counts = new TreeMap<>();
        for (Rule rule : stale) {
            progress.accept("判断预警 " + rule.code() + " " + rule.about().nameZh());
            RuleRun.Result result = run.of(rule);
            result.found().forEach(each -> found.put(each.id(), each));
            if (result.isJudged()) {
                entries.addAll(new Judgement(ofRule(standing, rule.code()), seen, day).of(rule, result.found()));
            }
            gaps.put(rule.code(), result.gaps());
            counts.put(rule.code(), (long) result.found().size());
        }
        Judgement judgement = new Judgement(standing, seen, day);
        standing.values().stream()
                .filter(this::isOrphan)
                .map(judgement::withoutRule)
                .forEach(entries::add);
        ledger.add(entries, found, day.now());
        ledger.addGaps(gaps, day.now());
        return counts;
    }

    private static Map<String, Entry> ofRule(Map<String, Entry> standing, String rule) {
        Map<String, Entry> of = new TreeMap<>();
        standing.forEach((id, entry) -> {
            if (entry.finding().rule().equals(rule)) {
                of.put(id, entry);
            }
        });
        return of;
    }

    /** Read only where a case has changed: most builds change none. */
    private Function<String, Set<String>> seen() {
        return new Function<>() {
            private @Nullable Map<String, Set<String>> read;

            @Override
            public Set<String> apply(String id) {
                Map<String, Set<String>> held = read;
                if (held == null) {
                    held = ledger.seen();
                    read = held;
                }
                return held.getOrDefault(id, new HashSet<>());
            }
        };
    }
}
