package org.ipwarehouse.warehouse.internal.warning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A rule of early warning.
 *
 * @param about what it says of itself, without gaps
 * @param cases the SELECT of its cases, a row for each row of evidence
 * @param evidence columns of that SELECT which are shown with each row of evidence
 * @param gaps the SELECT of what it cannot judge; null where it can judge everything
 */
public record Rule(
        WarningRule about,
        Model cases,
        List<String> evidence,
        @Nullable Model gaps) {
    public Rule {
        evidence = List.copyOf(evidence);
    }

    public String code() {
        return about.code();
    }

    /** Its SELECTs. */
    public List<Model> models() {
        return Stream.concat(Stream.of(cases), Optional.ofNullable(gaps).stream())
                .toList();
    }
}
