package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.site.Page.Count;
import org.ipwarehouse.reports.site.Page.Num;
import org.ipwarehouse.reports.site.Page.View;
import org.jspecify.annotations.Nullable;

/** Accounts and lists, as a template shows them: what is no series of an indicator. */
public final class Boards {
    private Boards() {}

    /** @param more rows that are not shown; a remainder is said, never dropped silently */
    public record Rest(int more, String command) {}

    /**
     * Townships of one indicator, in the order of their codes.
     *
     * @param caveat what limits the use; null where nothing
     * @param limits whether control limits could be computed for the period of the page
     * @param compared whether any township has a change on the year before
     * @param shrunk what stands once for a column in which every township would have the same; "—" where they differ
     * @param evidence address of the page with the rows behind the figures, from the edition's folder; "" for none
     */
    public record Spots(
            String code,
            Bilingual title,
            Bilingual finding,
            Bilingual unit,
            @Nullable Bilingual caveat,
            boolean limits,
            boolean compared,
            Bilingual shrunk,
            String evidence,
            List<SpotRow> rows)
            implements View {
        @Override
        public String kind() {
            return "spots";
        }
    }

    /**
     * @param change null where the indicator is not compared with the year before
     * @param range bar of the limits with the value on it; null where there are none
     * @param percent of the greatest township, for a plain bar where there are no limits
     */
    public record SpotRow(
            String region,
            Bilingual name,
            Num value,
            @Nullable Num change,
            @Nullable Range range,
            int percent) {}

    /**
     * @param low, high the control limits; rate, shrunk per 10 000 of exposure
     * @param lowAt, highAt, at in percent of the width
     * @param mark above, within, below or too_small
     */
    public record Range(
            Count low,
            Count high,
            Count rate,
            Count shrunk,
            int lowAt,
            int highAt,
            int at,
            String mark,
            Bilingual label,
            boolean persistent) {}

    /** Stages of the same cases. */
    public record Transfers(Bilingual title, Bilingual finding, List<Step> steps) implements View {
        @Override
        public String kind() {
            return "transfers";
        }
    }

    /** @param share of the stage before; "" for the first. @param percent width of the bar */
    public record Step(Bilingual name, Count cases, Count share, int percent) {}

    public record Tasks(List<StateCount> states, List<Group> groups, int total) implements View {
        @Override
        public String kind() {
            return "tasks";
        }
    }

    public record StateCount(String state, Bilingual label, Count count) {}

    public record Group(int number, String title, List<Task> tasks) {}

    public record Task(
            int number,
            String title,
            String deadline,
            String state,
            Bilingual label,
            Count reported,
            Count units,
            int percent,
            Count evidence,
            List<Named> indicators) {}

    /** An indicator's code with its name. */
    public record Named(String code, Bilingual name) {}

    public record TaskUnits(List<Unit> units, List<TaskRow> rows, List<StateCount> states) implements View {
        @Override
        public String kind() {
            return "task_units";
        }
    }

    public record Unit(String id, String name, String shortName) {}

    /** @param cells one for each unit, null where the task list does not name it */
    public record TaskRow(int number, String title, List<@Nullable Light> cells) {}

    /** @param symbol tells the state without colour */
    public record Light(String state, String symbol, Bilingual label, String title, Count evidence) {}

    public record Warnings(List<Alarm> alarms, Count open, Count red, Rest rest) implements View {
        @Override
        public String kind() {
            return "warnings";
        }
    }

    public record Alarm(
            String id,
            String level,
            Bilingual levelLabel,
            String rule,
            String ruleName,
            String subject,
            String summary,
            String region,
            String owner,
            String happened,
            String due,
            Bilingual state,
            List<EvidenceRow> evidence,
            List<String> history) {}

    /** @param values the columns that decided: name=value */
    public record EvidenceRow(String role, String place, String values) {}

    public record WarningRules(List<Rule> rules) implements View {
        @Override
        public String kind() {
            return "warning_rules";
        }
    }

    public record Rule(
            String code, Bilingual name, String level, String meaning, String owner, Count days, List<String> gaps) {}

    public record Deadlines(List<Item> items, List<StateCount> states, Rest rest) implements View {
        @Override
        public String kind() {
            return "deadlines";
        }
    }

    public record Item(
            String title,
            String number,
            String owner,
            String region,
            String township,
            String started,
            String due,
            String state,
            Bilingual label,
            String days,
            String place) {}

    /** @param groups by what is wrong, the gravest first, so that a reason is read once */
    public record Doubts(List<DoubtGroup> groups, Count trusted, Count all) implements View {
        @Override
        public String kind() {
            return "doubts";
        }
    }

    public record DoubtGroup(String gravity, Bilingual label, String why, List<Doubtful> doubts) {}

    /** @param why what is particular to it; "" where the group has said it all */
    public record Doubtful(String code, Bilingual name, Num value, Bilingual unit, String why) {}

    public record Arrivals(List<String> months, List<SourceRow> sources) implements View {
        @Override
        public String kind() {
            return "arrivals";
        }
    }

    public record SourceRow(String code, String name, List<Arrival> arrivals) {}

    public record Arrival(String state, Bilingual label, String symbol, String due) {}

    /** read = accepted + quarantined + repeated, for each source and in all */
    public record Accounts(List<SourceAccount> sources, SourceAccount total) implements View {
        @Override
        public String kind() {
            return "accounts";
        }
    }

    public record SourceAccount(
            String code,
            String name,
            Count files,
            String latest,
            Count read,
            Count accepted,
            Count quarantined,
            Count repeated) {}

    public record Files(List<Account> attention, Rest rest) implements View {
        @Override
        public String kind() {
            return "files";
        }
    }

    public record Account(
            String file,
            String received,
            String verdict,
            String verdictLabel,
            Count read,
            Count quarantined,
            String reasons,
            String remedy) {}
}
