package org.ipwarehouse.warehouse.api;

import java.util.Arrays;
import java.util.Set;

/** Which warnings are asked for; an empty set asks for all. */
public record WarningQuery(Set<Warning.State> states, Set<String> rules, Set<String> owners, Set<String> ids) {
    public WarningQuery {
        states = Set.copyOf(states);
        rules = Set.copyOf(rules);
        owners = Set.copyOf(owners);
        ids = Set.copyOf(ids);
    }

    public static WarningQuery all() {
        return new WarningQuery(Set.of(), Set.of(), Set.of(), Set.of());
    }

    public static WarningQuery one(String id) {
        return new WarningQuery(Set.of(), Set.of(), Set.of(), Set.of(id));
    }

    public boolean admits(Warning warning) {
        return (states.isEmpty() || states.contains(warning.state()))
                && (rules.isEmpty() || rules.contains(warning.rule()))
                && (ids.isEmpty() || ids.contains(warning.id()))
                && (owners.isEmpty()
                        || Arrays.stream(warning.owner().split(";", -1)).anyMatch(owners::contains));
    }
}
