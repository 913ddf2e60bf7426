package org.ipwarehouse.warehouse.api;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the warehouse knows. All answers are immutable values in a stable order. */
public interface Warehouse {

    /** All passports, by code. */
    List<Passport> indicators();

    default Optional<Passport> indicator(IndicatorId id) {
        return indicators().stream().filter(p -> p.id().equals(id)).findFirst();
    }

    /** What indicators are to reach, by indicator and first day. */
    default List<Target> targets() {
        return List.of();
    }

    /** Figures in the order indicator, period, region, dimension, value. Empty before the first build. */
    List<Figure> figures(FigureQuery query);

    /** Periods for which figures exist, ascending. */
    List<Period> periods();

    /** The district first, then its townships by code, the unknown township last. */
    List<Region> regions();

    /** The 17 tasks with their state at the end of the period. */
    List<TaskState> taskBoard(Period period);

    /** Accounts of all submissions, newest first. */
    List<SubmissionRecord> submissions();

    /** Submissions of which a run was interrupted while it stored their rows, oldest first: sending them again ends it. */
    default List<Unfinished> unfinished() {
        return List.of();
    }

    /** For each source and month from the contracts: what was expected and what came. */
    List<ExpectedReport> expectedReports(Period period);

    /** The rows behind a figure. @throws IllegalArgumentException where there is no such indicator or figure */
    Evidence why(IndicatorId indicator, Period period, RegionCode region);

    /** When figures were made, ascending: each is a vintage that {@link #revisions} can compare. */
    default List<Instant> vintages() {
        return List.of();
    }

    /**
     * What the figures of two vintages differ in: the state that was known at each moment.
     *
     * @return by cause, in each cause the largest change first
     */
    default List<Revision> revisions(Instant from, Instant to) {
        return List.of();
    }

    /** Early warnings: open ones first, red before yellow, the soonest due first. Empty before the first build. */
    default List<Warning> warnings(WarningQuery query) {
        return List.of();
    }

    /** The rules of early warning by code, each with what it could not judge last. */
    default List<WarningRule> warningRules() {
        return List.of();
    }

    /**
     * What the change of a count or an amount consists of.
     *
     * @param breakdown {@code township} or a dimension of the passport
     * @return empty where one of the two periods has no value, or the indicator is a rate
     */
    default Optional<Decomposition> explain(
            IndicatorId indicator, Period period, Decomposition.Comparison comparison, String breakdown) {
        return Optional.empty();
    }

    /** Townships against the district's level, without a ranking. */
    default HotSpots hotSpots(IndicatorId indicator, Period period) {
        return new HotSpots(indicator, period, "", List.of());
    }

    /** The range that each month was to be expected in, months ascending; empty without monthly figures. */
    default List<Expected> expected(IndicatorId indicator, RegionCode region) {
        return List.of();
    }

    /** The ranges of all indicators in a region, as {@link #expected} has them; those without monthly figures are left out. */
    default Map<IndicatorId, List<Expected>> expectedRanges(RegionCode region) {
        Map<IndicatorId, List<Expected>> ranges = new LinkedHashMap<>();
        for (Passport passport : indicators()) {
            List<Expected> months = expected(passport.id(), region);
            if (!months.isEmpty()) {
                ranges.put(passport.id(), months);
            }
        }
        return ranges;
    }

    /** Values that a later build replaced, in the order of {@link #figures} and then of time. */
    default List<Superseded> superseded(FigureQuery query) {
        return List.of();
    }

    /** Tasks × units as of the last build, by task and unit. Empty before the first build. */
    default List<TaskUnit> taskUnits() {
        return List.of();
    }

    /** The district's figures of a period that cannot be trusted wholly, the gravest first. */
    default List<Doubt> doubts(Period period) {
        return List.of();
    }

    /** Items with a limit that are open or were closed late, as of the last build, the longest overdue first. */
    default List<Deadline> deadlines() {
        return List.of();
    }

    /**
     * The cases that should have gone to the police because they reached a threshold in a period, by how far each has
     * come by the last build; later stages are among the earlier ones, so that no count exceeds the one before.
     *
     * @return six stages from reaching the threshold to judgment; empty before the first build
     */
    default List<FunnelStage> transferFunnel(Period period) {
        return List.of();
    }

    /**
     * Tries a definition before it is adopted: its figures are computed from the rows of the last build and stored nowhere.
     *
     * @param passport a passport file, wherever it lies and whatever it is called
     * @param periods for which; where empty the last four quarters (of a yearly indicator: since the new year at their ends)
     * @throws Fault where the file is no passport, or names a table or a column that does not exist
     */
    default Trial trial(Path passport, List<Period> periods) {
        throw new UnsupportedOperationException("This warehouse tries no definitions");
    }

    /** Parties that several sources tell of, or that were complained of after a penalty (Q2), by key. For inside use. */
    default List<PartyHistory.KeyParty> keyParties() {
        return List.of();
    }

    /** What all sources say of one party; empty where none names it. For inside use. */
    default Optional<PartyHistory> party(String partyKey) {
        return Optional.empty();
    }

    /** The three books of each geographical sign against its harvest (Q4), the newest season first. */
    default List<GiBook> giBooks() {
        return List.of();
    }

    /** What penalties and judgments weigh, quarter by quarter (Q9). */
    default List<Deterrence> deterrence() {
        return List.of();
    }

    /** When the figures were made, empty before the first build. */
    Optional<Instant> builtAt();

    /**
     * The same warehouse, which reads its figures from the lake once and keeps them: for work that asks for most of them,
     * and more than once. It does not see a later build. A figure takes some 400 bytes.
     */
    default Warehouse remembering() {
        return this;
    }

    /**
     * The same warehouse as an audience may see it: everything that is made for that audience reads only this.
     *
     * @return for {@link Audience#INTERNAL} this; for {@link Audience#PUBLIC} figures under disclosure control and no rows
     */
    default Warehouse seenBy(Audience audience) {
        if (audience == Audience.INTERNAL) {
            return this;
        }
        throw new UnsupportedOperationException("This warehouse has no disclosure control");
    }

    /** All editions, the newest first. */
    default List<Release> releases() {
        return List.of();
    }

    /**
     * The warehouse as an edition froze it: figures and periods of the edition, from which its documents are made, today
     * or in years. @throws Fault where there is no such edition
     */
    default Warehouse released(String id) {
        throw new UnsupportedOperationException("This warehouse has no releases");
    }

    /**
     * What this edition says otherwise than the signed one before it of the same series (for a correction: the one that
     * it corrects), of figures that both have: what the next edition must list.
     *
     * @return by cause, in each the largest change first; empty where there is none before
     */
    default List<Revised> revisedIn(String id) {
        return List.of();
    }

    /** True where any submission that the lake holds says that it is synthetic: everything shown must say so too. */
    boolean holdsSyntheticData();

    /** What the amounts of each column were like at the last build, by source and column. Empty before the first build. */
    default List<AmountRange> usualAmounts() {
        return List.of();
    }

    /**
     * Amounts above 0 in the rows that hold, in 元.
     *
     * @param low first percentile, by nearest rank
     * @param high 99th percentile
     * @param amounts how many there are
     */
    record AmountRange(String source, String column, BigDecimal low, BigDecimal high, long amounts) {}

    record Region(RegionCode code, String nameZh) {}

    /** @param stage {@code reached}, {@code transferred}, {@code received}, {@code filed}, {@code prosecuted}, {@code judged} */
    record FunnelStage(String stage, String labelZh, long cases) {}

    /** A submission whose account was never closed. */
    record Unfinished(String sha256, String source, Instant openedAt) {}

    /**
     * @param deadline as the task list writes it: 2022年, 2025年, 长期坚持
     * @param state one of {@code accepted}, {@code routine}, {@code in_progress}, {@code due_unverified} (past its year,
     *     no accepted report of completion), {@code not_reported}
     * @param stateZh the label of the state
     * @param reported units that reported in the period
     * @param indicators codes of indicators that serve the task
     */
    record TaskState(
            int number,
            int group,
            String groupZh,
            String titleZh,
            String deadline,
            String state,
            String stateZh,
            int units,
            int reported,
            int evidence,
            List<IndicatorId> indicators) {
        public TaskState {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * @param month for example 2026-07
     * @param state {@code in_time}, {@code late}, {@code missing} or {@code not_due}
     */
    record ExpectedReport(
            String source, String sourceZh, List<String> owners, String month, String dueOn, String state) {}
}
