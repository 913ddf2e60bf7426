package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.reports.superset.bundle.Bundle;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;
import org.ipwarehouse.reports.superset.bundle.SupersetObject.Kind;
import org.ipwarehouse.reports.superset.client.Rison;
import org.ipwarehouse.reports.superset.client.SupersetClient;

/** Which of our objects stand in a Superset, under which number and with what content: read once, by its own export. */
final class Standing {
    private static final int MOST_AT_ONCE = 200;

    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, SupersetObject> contents = new HashMap<>();

    private Standing() {}

    /** @param ours UUIDs to look for; all else is not looked at */
    static Standing of(SupersetClient client, Set<String> ours) {
        Standing standing = new Standing();
        Map<Kind, List<Integer>> found = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            List<Integer> numbers = new ArrayList<>();
            for (JsonNode row : client.list(kind.word(), List.of("id", "uuid"))) {
                String uuid = row.path("uuid").asText();
                if (ours.contains(uuid)) {
                    standing.ids.put(uuid, row.path("id").asInt());
                    numbers.add(row.path("id").asInt());
                }
            }
            found.put(kind, numbers);
        }
        // a dashboard brings its charts, a chart its dataset: what is exported already is not asked for again
        for (Kind kind : List.of(Kind.DASHBOARD, Kind.CHART, Kind.DATASET, Kind.DATABASE)) {
            standing.export(client, kind, found.getOrDefault(kind, List.of()));
        }
        return standing;
    }

    private void export(SupersetClient client, Kind kind, List<Integer> numbers) {
        List<Integer> missing =
                numbers.stream().filter(id -> isMissing(kind, id)).sorted().toList();
        for (int from = 0; from < missing.size(); from += MOST_AT_ONCE) {
            List<Integer> some = missing.subList(from, Math.min(missing.size(), from + MOST_AT_ONCE));
            byte[] zip = client.download("/api/v1/" + kind.word() + "/export/" + Rison.query(some));
            Bundle.read(zip).stream()
                    .filter(object -> ids.containsKey(object.uuid()))
                    .forEach(object -> contents.put(object.uuid(), object));
        }
    }

    private boolean isMissing(Kind kind, int id) {
        return contents.values().stream().noneMatch(o -> o.kind() == kind && ids.getOrDefault(o.uuid(), -1) == id);
    }

    /** Its number on the server. */
    Optional<Integer> id(String uuid) {
        return Optional.ofNullable(ids.get(uuid));
    }

    Optional<SupersetObject> content(String uuid) {
        return Optional.ofNullable(contents.get(uuid));
    }
}
