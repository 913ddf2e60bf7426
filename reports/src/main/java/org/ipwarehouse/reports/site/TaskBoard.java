package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.ipwarehouse.reports.dashboard.Bilingual;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.reports.site.Page.Count;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.TaskUnit;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;
import org.jspecify.annotations.Nullable;

/** The 17 tasks by group, and by unit. A deadline that has passed is a state to verify, not an alarm. */
final class TaskBoard {
    private static final List<String> ORDER =
            List.of("accepted", "routine", "in_progress", "overdue", "due_unverified", "not_reported");
    /** A shape for each state, so that none is told by colour alone. */
    private static final Map<String, String> SYMBOLS =
            Map.of("accepted", "●", "routine", "◉", "in_progress", "◐", "overdue", "▲", "not_reported", "○");

    private final FigureBook book;
    private final Kit kit;

    TaskBoard(FigureBook book, Kit kit) {
        this.book = book;
        this.kit = kit;
    }

    Boards.Tasks of(List<TaskState> states) {
        Map<Integer, List<TaskState>> groups = new TreeMap<>();
        for (TaskState state : states) {
            groups.computeIfAbsent(state.group(), g -> new ArrayList<>()).add(state);
        }
        List<Boards.Group> shown = new ArrayList<>();
        groups.forEach((number, tasks) -> shown.add(new Boards.Group(
                number,
                tasks.get(0).groupZh(),
                tasks.stream()
                        .sorted(Comparator.comparingInt(TaskState::number))
                        .map(this::task)
                        .toList())));
        Map<String, String> labels = new LinkedHashMap<>();
        states.forEach(s -> labels.put(s.state(), s.stateZh()));
        return new Boards.Tasks(
                counts(states.stream().map(TaskState::state).toList(), labels, "task_state"), shown, states.size());
    }

    private List<Boards.StateCount> counts(List<String> states, Map<String, String> labels, String what) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        states.forEach(state -> counts.merge(state, 1, Integer::sum));
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt(e -> ORDER.indexOf(e.getKey())))
                .map(e -> new Boards.StateCount(
                        e.getKey(),
                        kit.english().coded("task_state", e.getKey(), labels.getOrDefault(e.getKey(), e.getKey())),
                        new Count(String.valueOf(e.getValue()), what + "|" + e.getKey())))
                .toList();
    }

    private Boards.Task task(TaskState s) {
        int percent = s.units() == 0 ? 0 : Math.min(100, s.reported() * 100 / s.units());
        String address = "task|" + s.number() + "|";
        return new Boards.Task(
                s.number(),
                s.titleZh(),
                s.deadline(),
                s.state(),
                kit.english().coded("task_state", s.state(), s.stateZh()),
                new Count(String.valueOf(s.reported()), address + "reported"),
                new Count(String.valueOf(s.units()), address + "units"),
                percent,
                new Count(String.valueOf(s.evidence()), address + "evidence"),
                s.indicators().stream()
                        .filter(i -> book.find(i).isPresent())
                        .map(this::named)
                        .toList());
    }

    private Boards.Named named(IndicatorId id) {
        return new Boards.Named(id.code(), FigureViews.name(book.passport(id)));
    }

    /** One row a task, one column a unit, in the order of their ids. */
    Boards.TaskUnits matrix(List<TaskUnit> obligations) {
        Map<String, TaskUnit> units = new TreeMap<>();
        Map<Integer, Map<String, TaskUnit>> tasks = new TreeMap<>();
        for (TaskUnit t : obligations) {
            units.putIfAbsent(t.unit(), t);
            tasks.computeIfAbsent(t.task(), n -> new TreeMap<>()).put(t.unit(), t);
        }
        List<Boards.TaskRow> rows = new ArrayList<>();
        tasks.forEach((number, held) -> {
            List<Boards.@Nullable Light> cells = new ArrayList<>();
            units.keySet().forEach(unit -> cells.add(light(held.get(unit))));
            String title =
                    Objects.requireNonNull(held.values().iterator().next()).taskTitleZh();
            rows.add(new Boards.TaskRow(number, title, java.util.Collections.unmodifiableList(cells)));
        });
        Map<String, String> labels = new LinkedHashMap<>();
        ORDER.forEach(state -> labels.put(state, kit.labels().value("task_state", state)));
        return new Boards.TaskUnits(
                units.values().stream()
                        .map(t -> new Boards.Unit(t.unit(), t.unitZh(), shortName(t.unitZh())))
                        .toList(),
                rows,
                counts(obligations.stream().map(TaskUnit::state).toList(), labels, "unit_state"));
    }

    private Boards.@Nullable Light light(@Nullable TaskUnit t) {
        if (t == null) {
            return null;
        }
        Bilingual label =
                kit.english().coded("task_state", t.state(), kit.labels().value("task_state", t.state()));
        String reported = t.lastReportedOn() == null ? "从未报送" : "最近报送至" + t.lastReportedOn();
        String title = t.unitZh() + " · 任务" + t.task() + "：" + label.zh() + "；" + reported + "；佐证" + t.evidence()
                + "件；依据 " + t.file() + " " + t.sheet() + " 第" + t.row() + "行";
        return new Boards.Light(
                t.state(),
                SYMBOLS.getOrDefault(t.state(), "·"),
                label,
                title,
                new Count(String.valueOf(t.evidence()), "unit|" + t.task() + "|" + t.unit() + "|evidence"));
    }

    /** 区市场监督管理分局 → 市场监管: what fits above a narrow column, read downwards. */
    private static String shortName(String name) {
        String plain = name.replaceFirst("^区委?", "").replace("人民", "").replace("监督管理分局", "监管局");
        if (plain.contains("联席会议")) {
            return "联席会议";
        }
        return plain.length() > 7 ? plain.substring(0, 7) : plain;
    }
}
