package org.ipwarehouse.warehouse.internal.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.WarningRule.Gap;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The accounts of all warnings. */
public final class WarningLedger {
    private final KernelTables tables;

    public WarningLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** The entries of each warning, the oldest first, by id. */
    Map<String, List<Entry>> accounts() {
        return accounts(Where.everything());
    }

    Map<String, List<Entry>> accounts(List<Where> conditions) {
        Map<String, List<Entry>> accounts = new TreeMap<>();
        tables.scan(WarningTables.ENTRY.table(), WarningTables.ENTRY.names(), conditions, row -> {
            Entry entry = WarningTables.entry(row);
            accounts.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(entry);
        });
        accounts.values().forEach(entries -> entries.sort(Comparator.comparingLong(Entry::number)));
        return accounts;
    }

    /** How each warning stands, by id. */
    Map<String, Entry> standing() {
        Map<String, Entry> standing = new TreeMap<>();
        accounts().forEach((id, entries) -> standing.put(id, entries.get(entries.size() - 1)));
        return standing;
    }

    /** All evidence ever seen with each warning. */
    Map<String, Set<String>> seen() {
        Map<String, Set<String>> seen = new HashMap<>();
        evidence(Where.everything(), (id, digest, row) -> seen.computeIfAbsent(id, k -> new HashSet<>())
                .add(row.identity()));
        return seen;
    }

    /** The rows of evidence by the warning's id and the digest of the evidence. */
    Map<String, List<EvidenceRow>> evidence(Collection<Entry> of) {
        Map<String, Map<String, EvidenceRow>> found = new HashMap<>();
        if (!of.isEmpty()) {
            List<String> ids = of.stream().map(Entry::id).toList();
            evidence(
                    List.of(Where.anyOf("warning_id", ids)),
                    // a build that was killed between its two writes leaves the same rows twice
                    (id, digest, row) -> found.computeIfAbsent(key(id, digest), k -> new LinkedHashMap<>())
                            .put(row.identity(), row));
        }
        Map<String, List<EvidenceRow>> evidence = new HashMap<>();
        found.forEach((key, rows) -> evidence.put(key, List.copyOf(rows.values())));
        return evidence;
    }

    static String key(String id, String digest) {
        return id + " " + digest;
    }

    @FunctionalInterface
    private interface EvidenceConsumer {
        void take(String id, String digest, EvidenceRow row);
    }

    private void evidence(List<Where> conditions, EvidenceConsumer rows) {
        tables.scan(
                WarningTables.EVIDENCE.table(),
                WarningTables.EVIDENCE.names(),
                conditions,
                row -> rows.take(String.valueOf(row[0]), String.valueOf(row[1]), WarningTables.evidence(row)));
    }

    /** Adds entries; the evidence that they rest on is written before them, so that no entry is ever without it. */
    void add(List<Entry> entries, Map<String, Found> found, Instant now) {
        if (entries.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> evidence = new ArrayList<>();
        for (Entry entry : entries) {
            Found with = found.get(entry.id());
            if (with != null && with.digest().equals(entry.digest())) {
                with.evidence().forEach(row -> evidence.add(WarningTables.row(entry.id(), entry.digest(), row)));
            }
        }
        String transaction = now + " " + entries.size() + " " + entries.hashCode();
        if (!evidence.isEmpty()) {
            tables.append(WarningTables.EVIDENCE, evidence, "evidence " + transaction);
        }
        tables.append(
                WarningTables.ENTRY, entries.stream().map(WarningTables::row).toList(), "warnings " + transaction);
    }

    void addGaps(Map<String, List<Gap>> gaps, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        gaps.forEach((rule, found) -> {
            rows.add(WarningTables.row(rule, now, new Gap("", 0)));
            found.forEach(gap -> rows.add(WarningTables.row(rule, now, gap)));
        });
        tables.append(WarningTables.GAP, rows, "gaps " + now + " " + gaps.keySet());
    }

    /** What each rule could not judge when it ran last. */
    Map<String, List<Gap>> gaps() {
        Map<String, Map<Instant, List<Gap>>> all = new TreeMap<>();
        tables.scan(
                WarningTables.GAP.table(), WarningTables.GAP.names(), Where.everything(), row -> all.computeIfAbsent(
                                String.valueOf(row[0]), rule -> new TreeMap<>())
                        .computeIfAbsent((Instant) Objects.requireNonNull(row[1]), at -> new ArrayList<>())
                        .add(new Gap(String.valueOf(row[2]), (Long) Objects.requireNonNull(row[3]))));
        Map<String, List<Gap>> last = new TreeMap<>();
        all.forEach((rule, byTime) -> last.put(
                rule,
                ((TreeMap<Instant, List<Gap>>) byTime)
                        .lastEntry().getValue().stream()
                                .filter(gap -> !gap.reason().isEmpty())
                                .sorted(Comparator.comparing(Gap::reason))
                                .toList()));
        return last;
    }
}
