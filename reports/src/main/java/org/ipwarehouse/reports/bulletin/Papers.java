package org.ipwarehouse.reports.bulletin;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Warehouse;

/**
 * What an edition has to say of earlier ones.
 *
 * @param revised published figures that it states otherwise
 * @param notices of editions withdrawn or corrected, the newest first
 */
public record Papers(List<Revised> revised, List<Notice> notices) {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    public Papers {
        revised = List.copyOf(revised);
        notices = List.copyOf(notices);
    }

    /**
     * @param withdrawn true: the edition is no longer to be used; false: another has taken its place
     * @param period label of the edition's period
     */
    public record Notice(boolean withdrawn, String edition, String period, LocalDate day, String reason) {}

    public static Papers none() {
        return new Papers(List.of(), List.of());
    }

    /** What the edition must say: its revisions, and the earlier editions of its series that no longer hold. */
    public static Papers of(Warehouse warehouse, Release edition) {
        List<Notice> notices = new ArrayList<>();
        warehouse.releases().stream()
                .filter(r -> r.series().equals(edition.series()) && !r.id().equals(edition.id()))
                // what came later is not in it, so that it can be made again as it was
                .filter(r -> r.last().at().isBefore(edition.steps().get(0).at()))
                .forEach(r -> notice(r).ifPresent(notices::add));
        return new Papers(warehouse.revisedIn(edition.id()), notices);
    }

    private static Optional<Notice> notice(Release release) {
        boolean withdrawn = release.state() == Release.State.WITHDRAWN;
        if (!release.wasSigned() || !(withdrawn || release.state() == Release.State.CORRECTED)) {
            return Optional.empty();
        }
        Release.Step last = release.last();
        return Optional.of(new Notice(
                withdrawn,
                release.id(),
                release.period().labelZh(),
                last.at().atZone(HERE).toLocalDate(),
                last.reason()));
    }
}
