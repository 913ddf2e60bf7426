package org.ipwarehouse.warehouse.internal.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Quarantine;
import org.ipwarehouse.warehouse.api.QuarantinedRow;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Reads {@code quarantine.row} back, with the cells in the order of the file. */
public final class LakeQuarantine implements Quarantine {
    private static final List<String> COLUMNS = List.of("sheet", "row_number", "cells", "reasons", "submission");
    private static final List<String> SEALED = List.of("sheet", "row_number", "submission", "sealed", "kind");
    private static final Comparator<QuarantinedRow> BY_PLACE = Comparator.comparing(
                    (QuarantinedRow r) -> r.origin().sheet())
            .thenComparing(r -> r.origin().row());
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KernelTables tables;

    public LakeQuarantine(KernelTables tables) {
        this.tables = tables;
    }

    @Override
    public Map<String, List<QuarantinedRow>> rows(Set<String> sha256s) {
        Map<String, List<QuarantinedRow>> rows = new HashMap<>();
        Map<Place, String> sealed = sealed(sha256s);
        if (!sha256s.isEmpty() && tables.version(StoredShapes.QUARANTINE.table()) >= 0) {
            tables.scan(
                    StoredShapes.QUARANTINE.table(),
                    COLUMNS,
                    List.of(Where.anyOf("submission", sha256s)),
                    values -> rows.computeIfAbsent(text(values[4]), id -> new ArrayList<>())
                            .add(row(values, sealed)));
        }
        rows.values().forEach(r -> r.sort(BY_PLACE));
        return rows;
    }

    private Map<Place, String> sealed(Set<String> sha256s) {
        Map<Place, String> sealed = new HashMap<>();
        if (!sha256s.isEmpty()) {
            tables.scan(
                    StoredShapes.RESTRICTED.table(),
                    SEALED,
                    List.of(Where.anyOf("submission", sha256s), Where.equal("kind", SealedRows.QUARANTINED)),
                    values -> sealed.put(new Place(text(values[2]), origin(values)), text(values[3])));
        }
        return sealed;
    }

    private static QuarantinedRow row(@Nullable Object[] values, Map<Place, String> sealed) {
        Origin origin = origin(values);
        return new QuarantinedRow(
                origin,
                cells(text(values[2])),
                reasons(text(values[3])),
                sealed.getOrDefault(new Place(text(values[4]), origin), ""));
    }

    private static Origin origin(@Nullable Object[] values) {
        Object number = values[1];
        return new Origin(text(values[0]), number == null ? 0 : (Long) number);
    }

    private record Place(String submission, Origin origin) {}

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> cells(String json) {
        Map<String, String> cells = new LinkedHashMap<>();
        tree(json).properties().forEach(e -> cells.put(e.getKey(), e.getValue().asText()));
        return cells;
    }

    private static List<Rejection> reasons(String json) {
        List<Rejection> reasons = new ArrayList<>();
        for (JsonNode reason : tree(json)) {
            reasons.add(new Rejection(
                    reason.path("code").asText(),
                    reason.path("column").asText(),
                    reason.path("raw").asText(),
                    reason.path("message").asText()));
        }
        return reasons;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json.isEmpty() ? "{}" : json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
