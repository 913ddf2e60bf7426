package org.ipwarehouse.etl.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.Intake;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Quarantine;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;
import org.jspecify.annotations.Nullable;

/** A warehouse in memory that keeps the door's promises: repeated rows, conflicting keys, each submission once. */
final class InMemoryIntake implements Intake, Quarantine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, SubmissionRecord> records = new LinkedHashMap<>();
    private final Map<String, List<QuarantinedRow>> quarantine = new HashMap<>();
    private final Map<String, Set<List<Object>>> clean = new TreeMap<>();
    private final Set<String> failing = new HashSet<>();
    final List<String> stored = new ArrayList<>();
    int refusals;

    /** The next time a file of this name is to be stored, the machine stops. */
    synchronized void failOnceAt(String file) {
        failing.add(file);
    }

    synchronized long cleanRows() {
        return clean.values().stream().mapToLong(Set::size).sum();
    }

    synchronized void loseEverything() {
        records.clear();
        quarantine.clear();
        clean.clear();
    }

    @Override
    public synchronized Optional<SubmissionRecord> held(String sha256) {
        return Optional.ofNullable(records.get(sha256));
    }

    @Override
    public List<SubmissionRecord> store(List<Delivery> deliveries, Consumer<SubmissionRecord> progress) {
        List<SubmissionRecord> made = new ArrayList<>();
        for (Delivery delivery : deliveries) {
            SubmissionRecord record = storeOne(delivery);
            progress.accept(record);
            made.add(record);
        }
        return made;
    }

    private synchronized SubmissionRecord storeOne(Delivery delivery) {
        SubmissionRecord before = records.get(delivery.submission().sha256());
        if (before != null && before.verdict() != Verdict.REFUSED) {
            return before;
        }
        if (failing.remove(delivery.submission().file())) {
            throw new IllegalStateException(
                    "The machine stopped at " + delivery.submission().file());
        }
        Gathered gathered = gather(delivery.rows());
        SubmissionRecord record = settle(delivery, gathered);
        stored.add(delivery.submission().file());
        records.put(delivery.submission().sha256(), record);
        return record;
    }

    private static Gathered gather(RowSource rows) {
        Gathered gathered = new Gathered();
        for (RowSource.Split split : rows.splits(64)) {
            try {
                rows.read(split, gathered);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return gathered;
    }

    private SubmissionRecord settle(Delivery delivery, Gathered gathered) {
        Set<List<Object>> table =
                clean.computeIfAbsent(delivery.rows().shape().table().toString(), t -> new HashSet<>());
        List<QuarantinedRow> rejected = new ArrayList<>(gathered.rejected);
        long accepted = 0;
        long repeated = 0;
        for (List<Row> rows : gathered.byKey.values()) {
            boolean conflict = rows.stream().map(Row::values).distinct().count() > 1;
            for (Row row : rows) {
                if (conflict) {
                    rejected.add(new QuarantinedRow(
                            row.origin,
                            Map.of("key", row.key),
                            List.of(new Rejection("KEY_DUP_CONFLICT", "", row.key, "同键内容冲突"))));
                } else if (table.add(row.values)) {
                    accepted++;
                } else {
                    repeated++;
                }
            }
        }
        rejected.sort(Comparator.comparing((QuarantinedRow r) -> r.origin().sheet())
                .thenComparing(r -> r.origin().row()));
        quarantine.put(delivery.submission().sha256(), rejected);
        TreeMap<String, Long> reasons = new TreeMap<>();
        rejected.forEach(r -> r.reasons().forEach(reason -> reasons.merge(reason.code(), 1L, Long::sum)));
        return new SubmissionRecord(
                delivery.submission(),
                rejected.isEmpty() ? Verdict.ACCEPTED : Verdict.PARTLY,
                accepted + rejected.size() + repeated,
                accepted,
                rejected.size(),
                repeated,
                reasons,
                gathered.warnings,
                rejected.isEmpty() ? "" : "请改正退回行后重报。");
    }

    @Override
    public synchronized void settle(List<SubmissionRecord> accounts) {
        accounts.forEach(this::settle);
    }

    private void settle(SubmissionRecord refused) {
        refusals++;
        records.put(refused.submission().sha256(), refused);
    }

    @Override
    public synchronized Map<String, List<QuarantinedRow>> rows(Set<String> sha256s) {
        Map<String, List<QuarantinedRow>> rows = new HashMap<>(quarantine);
        rows.keySet().retainAll(sha256s);
        return rows;
    }

    private record Row(String key, List<Object> values, Origin origin) {}

    private static final class Gathered implements RowSink {
        final Map<String, List<Row>> byKey = new LinkedHashMap<>();
        final List<QuarantinedRow> rejected = new ArrayList<>();
        final TreeMap<String, Long> warnings = new TreeMap<>();

        @Override
        public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(new Row(key, Arrays.asList(values.clone()), origin));
        }

        @Override
        public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
            try {
                Map<String, String> map = JSON.readValue(cells, new TypeReference<LinkedHashMap<String, String>>() {});
                rejected.add(new QuarantinedRow(origin, map, reasons));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void warning(String code, Origin origin, String message) {
            warnings.merge(code, 1L, Long::sum);
        }
    }
}
