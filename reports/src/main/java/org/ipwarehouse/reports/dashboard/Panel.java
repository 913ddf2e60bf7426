package org.ipwarehouse.reports.dashboard;

import java.util.List;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.IndicatorId;

/** One thing on a page. Each shows figures of indicators, but for {@link Board}, which shows accounts and lists. */
public sealed interface Panel {

    /** Whose figures it shows; empty for a board. */
    List<IndicatorId> indicators();

    /** Whether it can be shown to an audience at all: lists of single cases, parties or files are internal. */
    default boolean isFor(Audience audience) {
        return true;
    }

    /** The opening sentence: the value of each and its change on the year. */
    record Lead(List<IndicatorId> indicators) implements Panel {
        public Lead {
            indicators = List.copyOf(indicators);
        }
    }

    /** Headline figures: value, changes, shape of the last months. */
    record Cards(List<IndicatorId> indicators) implements Panel {
        public Cards {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * Months up to the end of the period.
     *
     * @param months 3 to 36
     */
    record Trend(IndicatorId indicator, int months, Against against) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }

    /** What the months of a trend are held against. */
    enum Against {
        NOTHING,
        YEAR_BEFORE,
        /** The range in which each month was to be expected. */
        EXPECTED
    }

    /**
     * The parts of a count or an amount.
     *
     * @param by a dimension of the passport
     * @param periods 2 to 12, the last one the period of the page
     */
    record Parts(IndicatorId indicator, String by, int periods) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }

    /**
     * What the change on the year before of a count or an amount consists of.
     *
     * @param by {@code township} or a dimension of the passport
     */
    record Changes(IndicatorId indicator, String by) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }

    /** The townships of one indicator in the order of their codes: no ranking. */
    record Townships(IndicatorId indicator) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }

    /** Townships × months. */
    record Matrix(IndicatorId indicator, int months) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of(indicator);
        }
    }

    /** Several indicators side by side. */
    record Table(List<IndicatorId> indicators, Rows rows) implements Panel {
        public Table {
            indicators = List.copyOf(indicators);
        }
    }

    /** What a table has one row for. */
    enum Rows {
        /** An indicator, with its changes and what to know of it. */
        INDICATORS,
        /** A township, the district last. */
        TOWNSHIPS
    }

    /** Stages of one procedure, each a count: how many reached it. */
    record Funnel(Bilingual title, List<IndicatorId> indicators) implements Panel {
        public Funnel {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * What is no figure of an indicator.
     *
     * @param most rows shown; the rest is counted
     */
    record Board(Kind kind, int most) implements Panel {
        @Override
        public List<IndicatorId> indicators() {
            return List.of();
        }

        @Override
        public boolean isFor(Audience audience) {
            return audience == Audience.INTERNAL || kind.isPublic;
        }
    }

    /** The accounts and lists that there are. */
    enum Kind {
        /** The 17 tasks with their states. */
        TASKS(true),
        /** Tasks × units, with evidence. */
        TASK_UNITS(false),
        /** Early warnings with the rows they rest on. */
        WARNINGS(false),
        /** What the rules of early warning say, and what they could not judge. */
        WARNING_RULES(false),
        /** Items near or past their limit. */
        DEADLINES(false),
        /** The cases of the period that belong on the platform for transfers, and how far they have come. */
        TRANSFERS(false),
        /** Which figures not to use, and why. */
        DOUBTS(true),
        /** What was expected and what came. */
        ARRIVALS(false),
        /** One account for each source. */
        ACCOUNTS(false),
        /** Files of which somebody must do something. */
        FILES(false),
        /** All indicators by topic. */
        INDICATORS(true);

        private final boolean isPublic;

        Kind(boolean isPublic) {
            this.isPublic = isPublic;
        }
    }
}
