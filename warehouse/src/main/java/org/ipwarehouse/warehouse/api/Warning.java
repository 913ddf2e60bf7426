package org.ipwarehouse.warehouse.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An early warning as it stands now.
 *
 * @param id for example {@code W03-1a2b3c4d5e6f}; the same case has the same id in every build
 * @param subject who or what it is about, for people: a party, a case number, a document number
 * @param summary what was found, in Chinese
 * @param region code of a township or of the district's unknown township; "" where the rule has none
 * @param owner units that handle it, joined by ';'; "" where none is known
 * @param happenedOn when the condition came about; null where the rule does not say
 * @param raisedOn when it was raised last
 * @param dueOn by when it has to be handled
 * @param handledOn when it was dismissed or closed; null while it is open
 * @param isFalseAlarm dismissed by a person
 * @param evidence the rows it rests on
 * @param history all that happened to it, the oldest first
 */
public record Warning(
        String id,
        String rule,
        String ruleZh,
        Level level,
        State state,
        String subject,
        String summary,
        String region,
        String owner,
        @Nullable LocalDate happenedOn,
        LocalDate raisedOn,
        LocalDate dueOn,
        @Nullable LocalDate handledOn,
        boolean isFalseAlarm,
        List<Row> evidence,
        List<Event> history) {

    public Warning {
        evidence = List.copyOf(evidence);
        history = List.copyOf(history);
    }

    /** How grave it is. */
    public enum Level {
        RED("红"),
        YELLOW("黄");

        private final String labelZh;

        Level(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        /** @throws IllegalArgumentException where the label is not one of the levels */
        public static Level ofZh(String label) {
            for (Level level : values()) {
                if (level.labelZh.equals(label)) {
                    return level;
                }
            }
            throw new IllegalArgumentException("No level '" + label + "'");
        }
    }

    /** Where it stands: only a person confirms or dismisses; a person closes it, or the warehouse when it no longer holds. */
    public enum State {
        NEW("新"),
        CONFIRMED("已确认"),
        DISMISSED("误报"),
        CLOSED("已关闭");

        private final String labelZh;

        State(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static State parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        /** Whether somebody still has to handle it. */
        public boolean isOpen() {
            return this == NEW || this == CONFIRMED;
        }
    }

    /**
     * A row that a warning rests on.
     *
     * @param role what the row is in the case, in Chinese
     * @param fact table that showed it
     * @param file name, sheet and row of the original
     * @param values the columns that decided, by name, without personal data
     */
    public record Row(
            String role,
            String fact,
            String file,
            String sha256,
            String sheet,
            long row,
            SortedMap<String, String> values) {
        public Row {
            values = new TreeMap<>(values);
        }
    }

    /**
     * One thing that happened to a warning.
     *
     * @param kind what happened: raised, raised_again, evidence_added, evidence_corrected, level_changed, confirmed,
     *     dismissed, closed, ceased
     * @param by who did it; the warehouse itself as {@code ipw}
     * @param newRows how many evidence rows came with it
     */
    public record Event(Instant at, String kind, State state, String by, String reason, long newRows) {}
}
