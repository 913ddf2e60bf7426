package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.serving.AppliedObjects.Applied;
import org.ipwarehouse.reports.superset.Plan.Change;
import org.ipwarehouse.reports.superset.Plan.Step;
import org.ipwarehouse.reports.superset.bundle.Normal;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;

/**
 * Compares three states of each object: what the files want, what was applied last, and what stands in Superset.
 *
 * <p>An apply that was cut short left a record without what the server made of it: such an object is ours and unfinished,
 * not edited by hand.
 */
final class Planner {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DETAILS = 4;

    private final Map<String, Applied> applied;
    private final Standing standing;

    Planner(Map<String, Applied> applied, Standing standing) {
        this.applied = applied;
        this.standing = standing;
    }

    List<Step> steps(List<SupersetObject> wanted) {
        List<Step> steps = new ArrayList<>();
        wanted.forEach(object -> steps.add(step(object)));
        Set<String> known = wanted.stream().map(SupersetObject::uuid).collect(Collectors.toCollection(HashSet::new));
        for (Applied old : applied.values()) {
            if (!known.contains(old.uuid()) && standing.id(old.uuid()).isPresent()) {
                steps.add(new Step(Change.REMOVED, forgotten(old), List.of()));
            }
        }
        return steps;
    }

    private Step step(SupersetObject wanted) {
        Optional<SupersetObject> there = standing.content(wanted.uuid());
        if (there.isEmpty()) {
            return new Step(Change.CREATED, wanted, List.of());
        }
        Applied last = applied.get(wanted.uuid());
        if (last == null) {
            return new Step(Change.DRIFTED, wanted, List.of("Superset 里已有同一编号的对象，但没有发布记录"));
        }
        boolean isUnfinished = last.observed().isEmpty();
        if (!isUnfinished && !last.observed().equals(Normal.text(there.get().content()))) {
            JsonNode before = parsed(last.observed());
            JsonNode after = there.get().content();
            List<Normal.Edit> edits = Normal.edits(before, after);
            List<String> details =
                    edits.stream().limit(MOST_DETAILS).map(Normal.Edit::told).toList();
            return new Step(Change.DRIFTED, wanted, details, edits);
        }
        if (isUnfinished || !last.wanted().equals(wanted.digest())) {
            return new Step(Change.CHANGED, wanted, last.adopted() ? List.of("将覆盖已采纳的手工修改") : List.of());
        }
        return new Step(last.adopted() ? Change.ADOPTED : Change.UNCHANGED, wanted, List.of());
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The record of what was applied is not JSON", e);
        }
    }

    private static SupersetObject forgotten(Applied old) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        return new SupersetObject(SupersetObject.Kind.valueOf(old.kind()), old.uuid(), "", old.name(), "", nothing);
    }
}
