package org.ipwarehouse.warehouse.internal.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.internal.warning.Entry.Act;
import org.ipwarehouse.warehouse.internal.warning.Entry.Dates;

/**
 * What the cases that a rule finds now add to the account: a case is raised once; one that was dismissed or closed by a
 * person is raised again only for evidence never seen with it; one that is open and not found any more is closed.
 */
final class Judgement {
    private static final String RAISED = "raised";
    private static final String CEASED = "ceased";

    private final Map<String, Entry> standing;
    private final Function<String, Set<String>> seen;
    private final Day day;

    /**
     * When it is judged.
     *
     * @param today the day of the build in Beijing
     * @param through last day of the figures
     */
    record Day(Instant now, LocalDate today, LocalDate through) {}

    /**
     * @param standing the latest entry of each warning of the rule, by its id
     * @param seen identities of all evidence ever seen with a warning
     */
    Judgement(Map<String, Entry> standing, Function<String, Set<String>> seen, Day day) {
        this.standing = standing;
        this.seen = seen;
        this.day = day;
    }

    /** The entries that follow, in the order of the cases, those that ceased last. */
    List<Entry> of(Rule rule, List<Found> found) {
        List<Entry> entries = new ArrayList<>();
        Set<String> still = new HashSet<>();
        for (Found each : found) {
            still.add(each.id());
            Entry last = standing.get(each.id());
            (last == null ? raised(rule, each) : follows(rule, each, last)).ifPresent(entries::add);
        }
        for (String id : new TreeSet<>(standing.keySet())) {
            Entry last = standing.get(id);
            if (last != null && last.state().isOpen() && !still.contains(id)) {
                entries.add(ceased(last, "条件不再成立，或据现有数据已不能判断"));
            }
        }
        return entries;
    }

    /** The entry that ends a warning whose rule is no more. */
    Entry withoutRule(Entry last) {
        return ceased(last, "规则已取消");
    }

    private Entry ceased(Entry last, String reason) {
        return last.next(day.now(), new Act(CEASED, State.CLOSED, Entry.SYSTEM, reason), day.today());
    }

    private Optional<Entry> raised(Rule rule, Found found) {
        return isRecent(rule, found)
                ? Optional.of(raised(rule, found, 1, found.evidence().size()))
                : Optional.empty();
    }

    private boolean isRecent(Rule rule, Found found) {
        LocalDate happened = found.finding().happenedOn();
        return happened == null
                || !happened.isBefore(day.through().minusDays(rule.about().raiseWithinDays()));
    }

    private Entry raised(Rule rule, Found found, long number, long newRows) {
        LocalDate due =
                found.dueOn() == null ? day.today().plusDays(rule.about().handleDays()) : found.dueOn();
        String reason = number == 1 ? "" : newRows == 0 ? "条件再次成立" : "新增依据 " + newRows + " 行";
        return new Entry(
                found.id(),
                number,
                day.now(),
                new Act(number == 1 ? RAISED : "raised_again", State.NEW, Entry.SYSTEM, reason),
                found.finding(),
                new Dates(day.today(), due, null),
                found.digest(),
                newRows);
    }

    private Optional<Entry> follows(Rule rule, Found found, Entry last) {
        boolean ceased = last.act().kind().equals(CEASED);
        boolean same = found.digest().equals(last.digest())
                && found.finding().level() == last.finding().level();
        if (same && !ceased) {
            return Optional.empty();
        }
        long newRows = newRows(found);
        if (ceased || (!last.state().isOpen() && newRows > 0)) {
            return isRecent(rule, found)
                    ? Optional.of(raised(rule, found, last.number() + 1, newRows))
                    : Optional.empty();
        }
        return changed(found, last, newRows);
    }

    private long newRows(Found found) {
        Set<String> known = seen.apply(found.id());
        return found.identities().stream().filter(i -> !known.contains(i)).count();
    }

    private Optional<Entry> changed(Found found, Entry last, long newRows) {
        boolean sameEvidence = found.digest().equals(last.digest());
        if (sameEvidence && !last.state().isOpen()) {
            return Optional.empty();
        }
        String kind = newRows > 0 ? "evidence_added" : sameEvidence ? "level_changed" : "evidence_corrected";
        String reason =
                switch (kind) {
                    case "evidence_added" -> "新增依据 " + newRows + " 行";
                    case "level_changed" ->
                        last.finding().level().labelZh() + "→"
                                + found.finding().level().labelZh();
                    default -> "依据有更正或减少";
                };
        return Optional.of(new Entry(
                last.id(),
                last.number() + 1,
                day.now(),
                new Act(kind, last.state(), Entry.SYSTEM, reason),
                found.finding(),
                last.dates(),
                found.digest(),
                newRows));
    }
}
