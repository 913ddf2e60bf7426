package org.ipwarehouse.warehouse.internal.door;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.PartyHistory;
import org.ipwarehouse.warehouse.api.PartyHistory.Event;
import org.ipwarehouse.warehouse.api.PartyHistory.KeyParty;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Reads {@code mart.party_timeline} and {@code mart.key_party} as the last build left them. */
final class Parties {
    private static final TableName TIMELINE = TableName.parse("mart.party_timeline");
    private static final TableName KEY = TableName.parse("mart.key_party");
    private static final TableName PARTY = TableName.parse("linked.party");
    private static final List<String> EVENT_COLUMNS = List.of(
            "happened_on",
            "source",
            "source_group",
            "event",
            "is_adverse",
            "event_key",
            "document_no",
            "detail",
            "link_level",
            "source_file",
            "sheet",
            "row_number");
    private static final List<String> KEY_COLUMNS = List.of(
            "party_key", "name", "party_kind", "is_name_only", "source_groups", "penalties", "complaints", "reasons");
    private static final Comparator<Event> BY_DAY = Comparator.comparing(
                    Event::happenedOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(Event::source)
            .thenComparing(Event::file)
            .thenComparing(Event::sheet)
            .thenComparing(Event::row);

    private Parties() {}

    static List<KeyParty> key(KernelTables tables) {
        List<KeyParty> parties = new ArrayList<>();
        if (tables.version(KEY) >= 0) {
            tables.scan(KEY, KEY_COLUMNS, Where.everything(), row -> parties.add(keyParty(row)));
        }
        parties.sort(Comparator.comparing(KeyParty::partyKey));
        return List.copyOf(parties);
    }

    static Optional<PartyHistory> history(KernelTables tables, String partyKey) {
        if (tables.version(TIMELINE) < 0) {
            return Optional.empty();
        }
        List<Where> ofParty = List.of(Where.equal("party_key", partyKey));
        List<Event> events = new ArrayList<>();
        tables.scan(TIMELINE, EVENT_COLUMNS, ofParty, row -> events.add(event(row)));
        events.sort(BY_DAY);
        List<PartyHistory> found = new ArrayList<>();
        tables.scan(
                PARTY,
                List.of("name", "party_kind"),
                ofParty,
                row -> found.add(new PartyHistory(partyKey, said(row[0]), said(row[1]), events)));
        return found.stream().findFirst();
    }

    private static KeyParty keyParty(@Nullable Object[] row) {
        return new KeyParty(
                said(row[0]),
                said(row[1]),
                said(row[2]),
                Boolean.TRUE.equals(row[3]),
                said(row[4]),
                (Long) Objects.requireNonNull(row[5]),
                (Long) Objects.requireNonNull(row[6]),
                said(row[7]));
    }

    private static Event event(@Nullable Object[] row) {
        return new Event(
                (LocalDate) row[0],
                said(row[1]),
                said(row[2]),
                said(row[3]),
                Boolean.TRUE.equals(row[4]),
                said(row[5]),
                said(row[6]),
                said(row[7]),
                said(row[8]),
                said(row[9]),
                said(row[10]),
                (Long) Objects.requireNonNull(row[11]));
    }

    private static String said(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }
}
