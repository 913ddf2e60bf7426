package org.ipwarehouse.reports.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.reports.figure.FigureBook;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Warehouse.TaskState;

/** The 17 tasks by group. A deadline that has passed is a state to verify, not an alarm. */
final class TaskBoard {
    private static final List<String> ORDER =
            List.of("accepted", "routine", "in_progress", "due_unverified", "not_reported");

    private final FigureBook book;

    TaskBoard(FigureBook book) {
        this.book = book;
    }

    Page.Tasks of(List<TaskState> states) {
        Map<Integer, List<TaskState>> groups = new TreeMap<>();
        for (TaskState state : states) {
            groups.computeIfAbsent(state.group(), g -> new ArrayList<>()).add(state);
        }
        List<Page.Group> shown = new ArrayList<>();
        groups.forEach((number, tasks) -> shown.add(new Page.Group(
                number,
                tasks.get(0).groupZh(),
                tasks.stream()
                        .sorted(Comparator.comparingInt(TaskState::number))
                        .map(this::task)
                        .toList())));
        return new Page.Tasks(counts(states), shown, states.size());
    }

    private static List<Page.StateCount> counts(List<TaskState> states) {
        Map<String, String> labels = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (TaskState s : states) {
            labels.put(s.state(), s.stateZh());
            counts.merge(s.state(), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(e -> new Page.StateCount(e.getKey(), String.valueOf(labels.get(e.getKey())), e.getValue()))
                .sorted(Comparator.comparingInt(c -> ORDER.indexOf(c.state())))
                .toList();
    }

    private Page.Task task(TaskState s) {
        int percent = s.units() == 0 ? 0 : Math.min(100, s.reported() * 100 / s.units());
        return new Page.Task(
                s.number(),
                s.titleZh(),
                s.deadline(),
                s.state(),
                s.stateZh(),
                s.reported(),
                s.units(),
                percent,
                s.evidence(),
                s.indicators().stream()
                        .filter(i -> book.find(i).isPresent())
                        .map(this::link)
                        .toList());
    }

    private Page.Link link(IndicatorId id) {
        return new Page.Link(id.code(), book.passport(id).nameZh());
    }
}
