package org.ipwarehouse.warehouse.internal.warning;

import java.time.LocalDate;
import org.ipwarehouse.warehouse.api.Warning.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of one case.
 *
 * @param subjectKey and {@code caseKey}: what makes it one and the same case in every build
 * @param region "" where the rule gives none
 * @param owner units joined by ';'
 */
record Finding(
        String rule,
        int version,
        String subjectKey,
        String caseKey,
        String subject,
        Level level,
        String region,
        String owner,
        @Nullable LocalDate happenedOn,
        String summary) {

    /** The warning's number: the rule and a digest of what makes the case, so that it does not hang on the order of builds. */
    String id() {
        return rule + "-" + Digest.of(rule, subjectKey, caseKey).substring(0, 12);
    }
}
