package org.ipwarehouse.reports.superset;

import java.util.List;
import org.ipwarehouse.reports.superset.bundle.Normal;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;

/**
 * What an apply would do.
 *
 * @param steps objects in the order of the bundle, then those that are no longer defined
 * @param loads editions whose tables hold something else than the warehouse
 * @param access what is to change of roles, rights, row-level rules and embedding
 * @param notices what the dashboard files ask for and Superset does not get
 */
public record Plan(List<Step> steps, List<String> loads, List<String> access, List<String> notices) {

    /** What becomes of an object. */
    public enum Change {
        CREATED("新建"),
        CHANGED("更新"),
        UNCHANGED("不变"),
        ADOPTED("保留手工修改"),
        DRIFTED("被手工改过"),
        REMOVED("已无定义，由 prune 删除");

        private final String labelZh;

        Change(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }
    }

    /**
     * @param details for drift, what was edited: path, value before and after
     * @param edits the same, whole; empty where there is no record to hold it against
     */
    public record Step(Change change, SupersetObject object, List<String> details, List<Normal.Edit> edits) {
        public Step {
            details = List.copyOf(details);
            edits = List.copyOf(edits);
        }

        Step(Change change, SupersetObject object, List<String> details) {
            this(change, object, details, List.of());
        }
    }

    public Plan {
        steps = List.copyOf(steps);
        loads = List.copyOf(loads);
        access = List.copyOf(access);
        notices = List.copyOf(notices);
    }

    public List<Step> of(Change change) {
        return steps.stream().filter(s -> s.change() == change).toList();
    }

    /** Whether objects have to be imported. */
    public boolean needsImport() {
        return !of(Change.CREATED).isEmpty() || !of(Change.CHANGED).isEmpty();
    }

    /** Nothing to do at all, but for what only a prune removes. */
    public boolean isDone() {
        return !needsImport()
                && loads.isEmpty()
                && access.isEmpty()
                && of(Change.DRIFTED).isEmpty();
    }

    /** 新建 3，更新 1，不变 120. */
    public String summary() {
        StringBuilder text = new StringBuilder();
        for (Change change : Change.values()) {
            int count = of(change).size();
            if (count > 0) {
                text.append(text.length() == 0 ? "" : "，")
                        .append(change.labelZh())
                        .append(' ')
                        .append(count);
            }
        }
        return text.toString();
    }
}
