package org.ipwarehouse.warehouse.internal.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case as a rule finds it now.
 *
 * @param dueOn by when it has to be handled; null where the rule's days count
 */
record Found(Finding finding, @Nullable LocalDate dueOn, List<EvidenceRow> evidence) {
    Found {
        evidence = List.copyOf(evidence);
    }

    String id() {
        return finding.id();
    }

    Set<String> identities() {
        return evidence.stream().map(EvidenceRow::identity).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Changes where a row of evidence comes, goes or says something else. */
    String digest() {
        return Digest.of(
                evidence.stream().map(EvidenceRow::content).sorted().toList().toArray(String[]::new));
    }
}
