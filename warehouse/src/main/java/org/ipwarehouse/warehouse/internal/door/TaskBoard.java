package org.ipwarehouse.warehouse.internal.door;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/**
 * The 17 tasks with their state at the end of a period. A dated task whose year is over without a report of completion
 * is "due, to be verified", never a failure: the list sets a year, and says nothing of what follows. A task for ever
 * (长期坚持) is routine as soon as anyone reports on it.
 */
final class TaskBoard {
    private final Path reference;
    private final KernelTables tables;
    private final List<Passport> passports;

    TaskBoard(Path home, KernelTables tables, List<Passport> passports) {
        reference = home.resolve("warehouse/reference");
        this.tables = tables;
        this.passports = passports;
    }

    List<TaskState> at(Period period) {
        Map<Long, Progress> progress = new HashMap<>();
        obligations(period, progress);
        reports(period, progress);
        Map<String, String> groups = new HashMap<>();
        CsvFile.read(reference.resolve("groups.csv"))
                .rows()
                .forEach(g -> groups.put(g.text("group_no"), g.text("title")));
        Map<Long, Integer> units = new HashMap<>();
        CsvFile.read(reference.resolve("task_unit.csv"))
                .rows()
                .forEach(line -> units.merge(Long.valueOf(line.text("task_no")), 1, Integer::sum));
        List<TaskState> board = new ArrayList<>();
        for (CsvFile.Line task : CsvFile.read(reference.resolve("tasks.csv")).rows()) {
            long number = Long.parseLong(task.text("task_no"));
            Progress made = progress.getOrDefault(number, new Progress());
            board.add(state(
                    task, period, made, groups.getOrDefault(task.text("group_no"), ""), units.getOrDefault(number, 0)));
        }
        return List.copyOf(board);
    }

    private TaskState state(CsvFile.Line task, Period period, Progress made, String group, int units) {
        int number = Integer.parseInt(task.text("task_no"));
        State state = State.of(task, period, made);
        List<IndicatorId> serving = passports.stream()
                .filter(passport -> passport.tasks().contains(number))
                .map(Passport::id)
                .toList();
        return new TaskState(
                number,
                Integer.parseInt(task.text("group_no")),
                group,
                task.text("title"),
                task.text("deadline"),
                state.code,
                state.labelZh,
                units,
                made.reporting.size(),
                made.evidence,
                serving);
    }

    private void obligations(Period period, Map<Long, Progress> progress) {
        List<String> columns = List.of("task_no", "completed_on");
        tables.scan(new TableName("fact", "task_obligation"), columns, Where.everything(), row -> {
            Progress made = of(progress, row[0]);
            LocalDate completedOn = (LocalDate) row[1];
            made.obligations++;
            made.completed += completedOn != null && completedOn.isBefore(period.end()) ? 1 : 0;
        });
    }

    private void reports(Period period, Map<Long, Progress> progress) {
        List<String> columns = List.of("task_no", "unit_id", "period_ends_on", "has_evidence");
        tables.scan(new TableName("fact", "task_report"), columns, Where.everything(), row -> {
            LocalDate endsOn = (LocalDate) row[2];
            if (endsOn != null && endsOn.isBefore(period.end())) {
                Progress made = of(progress, row[0]);
                made.everReported = true;
                if (period.contains(endsOn)) {
                    made.reporting.add(String.valueOf(row[1]));
                    made.evidence += Boolean.TRUE.equals(row[3]) ? 1 : 0;
                }
            }
        });
    }

    private static Progress of(Map<Long, Progress> progress, @Nullable Object task) {
        return progress.computeIfAbsent((Long) Objects.requireNonNull(task), t -> new Progress());
    }

    /** What was reported on one task up to the end of the period. */
    private static final class Progress {
        private int obligations;
        private int completed;
        private boolean everReported;
        private final Set<String> reporting = new HashSet<>();
        private int evidence;
    }

    private enum State {
        ACCEPTED("accepted", "已完成并有佐证"),
        ROUTINE("routine", "常态化推进"),
        IN_PROGRESS("in_progress", "推进中"),
        DUE_UNVERIFIED("due_unverified", "到期待验收"),
        NOT_REPORTED("not_reported", "本期未报送");

        private final String code;
        private final String labelZh;

        State(String code, String labelZh) {
            this.code = code;
            this.labelZh = labelZh;
        }

        static State of(CsvFile.Line task, Period period, Progress made) {
            if ("long_term".equals(task.text("deadline_kind"))) {
                return made.everReported ? ROUTINE : NOT_REPORTED;
            }
            if (made.obligations > 0 && made.completed == made.obligations) {
                return ACCEPTED;
            }
            if (LocalDate.parse(task.text("deadline_assumed_on")).isBefore(period.end())) {
                return DUE_UNVERIFIED;
            }
            return made.reporting.isEmpty() ? NOT_REPORTED : IN_PROGRESS;
        }
    }
}
