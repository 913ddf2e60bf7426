package org.ipwarehouse.warehouse.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all sources together say of one party, as of the last build. For inside use: a list of leads, no judgment.
 *
 * @param partyKey credit code, or {@code ID:} or {@code NAME:} with a digest
 * @param name as the register has it; a person's is masked already where it came in
 * @param kind as the register calls it (公司, 个体工商户 …), "" where it is not known
 * @param events ascending by day, those without a day last
 */
public record PartyHistory(String partyKey, String name, String kind, List<Event> events) {
    private static final List<String> PERSONAL = List.of("个体", "自然人", "个人", "农户");

    public PartyHistory {
        events = List.copyOf(events);
    }

    /**
     * Whether the party is a person or a person's business: it must not be named where others look on (docs/privacy.md).
     * A party that only a name is known of counts as one, since nobody can tell.
     */
    public boolean isPersonal() {
        return isPersonal(partyKey, kind);
    }

    private static boolean isPersonal(String partyKey, String kind) {
        return partyKey.contains(":") || PERSONAL.stream().anyMatch(kind::contains);
    }

    /**
     * One mention of the party in one row.
     *
     * @param happenedOn null where the row states no day
     * @param sourceGroup 处罚, 投诉举报, 法院, 失信, 地理标志
     * @param eventKey equal where two sources tell of one and the same event
     * @param linkLevel what the link rests on: {@code code}, {@code old_number}, {@code org_code}, {@code person},
     *     {@code confirmed}, or {@code name}, which proves nothing
     */
    public record Event(
            @Nullable LocalDate happenedOn,
            String source,
            String sourceGroup,
            String event,
            boolean isAdverse,
            String eventKey,
            String documentNo,
            String detail,
            String linkLevel,
            String file,
            String sheet,
            long row) {}

    /**
     * A party that a meeting should look at (Q2), with the reasons.
     *
     * @param sourceGroups in how many kinds of sources it was seen within the window
     */
    public record KeyParty(
            String partyKey,
            String name,
            String kind,
            boolean isNameOnly,
            String sourceGroups,
            long penalties,
            long complaints,
            String reasons) {

        /** As {@link PartyHistory#isPersonal()}. */
        public boolean isPersonal() {
            return PartyHistory.isPersonal(partyKey, kind);
        }
    }
}
