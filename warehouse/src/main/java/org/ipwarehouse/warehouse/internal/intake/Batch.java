package org.ipwarehouse.warehouse.internal.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Intake.Delivery;
import org.ipwarehouse.warehouse.api.Submission;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Deliveries of one source that are committed together; at least one. */
record Batch(List<Delivery> deliveries, TableShape contract) {

    static Batch of(List<Delivery> deliveries) {
        Delivery first = deliveries.get(0);
        for (Delivery other : deliveries) {
            if (!other.submission().source().equals(first.submission().source())
                    || !other.rows().shape().equals(first.rows().shape())) {
                throw WarehouseErrors.sourcesMixed(
                        first.submission().file(), other.submission().file());
            }
        }
        return new Batch(List.copyOf(deliveries), first.rows().shape());
    }

    String source() {
        return deliveries.get(0).submission().source();
    }

    TableShape clean() {
        return StoredShapes.clean(contract);
    }

    long bytes() {
        return deliveries.stream().mapToLong(d -> d.rows().bytes()).sum();
    }

    /**
     * The batch cut where it would become too large to be held in memory; the order of deliveries stays.
     *
     * @param most bytes of a portion; a single delivery may have more
     */
    List<Batch> portions(long most) {
        List<Batch> portions = new ArrayList<>();
        List<Delivery> portion = new ArrayList<>();
        long bytes = 0;
        for (Delivery delivery : deliveries) {
            if (!portion.isEmpty() && bytes + delivery.rows().bytes() >= most) {
                portions.add(new Batch(List.copyOf(portion), contract));
                portion.clear();
                bytes = 0;
            }
            portion.add(delivery);
            bytes += delivery.rows().bytes();
        }
        portions.add(new Batch(List.copyOf(portion), contract));
        return portions;
    }

    List<Submission> submissions() {
        return deliveries.stream().map(Delivery::submission).toList();
    }

    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        submissions().forEach(s -> ids.add(s.sha256()));
        return ids;
    }

    /** The name under which rows of exactly these submissions are committed. */
    String transaction(Set<String> submissions) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash =
                    digest.digest(String.join(",", new TreeSet<>(submissions)).getBytes(StandardCharsets.UTF_8));
            return "intake:" + source() + ":" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lists keys of the clean table that have more than one version, each once. */
    void writeContested(KernelTables tables, Set<String> keys) {
        Set<String> fresh = new TreeSet<>(keys);
        fresh.removeAll(listed(tables, keys));
        if (fresh.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        fresh.forEach(key -> rows.add(new Object[] {contract.table().name(), source(), key}));
        tables.append(StoredShapes.CONTESTED, rows, transaction(ids()));
    }

    private Set<String> listed(KernelTables tables, Set<String> keys) {
        Set<String> listed = new HashSet<>();
        if (!keys.isEmpty()) {
            List<Where> ours =
                    List.of(Where.equal("table_name", contract.table().name()), Where.anyOf("row_key", keys));
            tables.scan(
                    StoredShapes.CONTESTED.table(),
                    List.of("row_key"),
                    ours,
                    row -> listed.add(String.valueOf(row[0])));
        }
        return listed;
    }
}
