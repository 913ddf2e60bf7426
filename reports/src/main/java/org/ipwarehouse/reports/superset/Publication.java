package org.ipwarehouse.reports.superset;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.reports.dashboard.Mailing;
import org.ipwarehouse.reports.serving.Marts;
import org.ipwarehouse.reports.superset.bundle.EditionBundle;
import org.ipwarehouse.reports.superset.bundle.FigureShelf;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;

/**
 * What is to be published: for each edition its tables, its objects and the figures that its charts have to show.
 *
 * @param mailings dashboards that the server sends by mail
 * @param adopted edits made by hand that have become part of the definition
 */
public record Publication(List<Part> parts, AccessSpec access, List<Mailing> mailings, AdoptedEdits adopted) {
    public Publication {
        parts = List.copyOf(parts);
        mailings = List.copyOf(mailings);
    }

    /** Nothing is mailed and nothing adopted. */
    public Publication(List<Part> parts, AccessSpec access) {
        this(parts, access, List.of(), AdoptedEdits.none());
    }

    public Publication with(AdoptedEdits edits) {
        return new Publication(parts, access, mailings, edits);
    }

    /**
     * @param password of the role by which Superset reads this edition's tables
     */
    public record Part(Marts marts, EditionBundle bundle, FigureShelf figures, String password) {}

    public Stream<SupersetObject> objects() {
        return parts.stream().flatMap(p -> p.bundle().objects().stream()).map(adopted::applied);
    }

    public List<String> notices() {
        return parts.stream().flatMap(p -> p.bundle().notices().stream()).toList();
    }

    /** Passwords of the connections by the file in the bundle, as the import wants them. */
    Map<String, String> passwords() {
        return parts.stream()
                .collect(java.util.stream.Collectors.toMap(
                        p -> p.bundle().edition().databasePath(), Part::password));
    }
}
