package org.ipwarehouse.reports.serving;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Deadline;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warning;

/** Single warnings, items and submissions as rows of the internal tables. */
final class RowLines {
    private RowLines() {}

    static void warnings(List<Warning> warnings, Map<String, String> regions, Consumer<String> line) {
        warnings.forEach(w -> line.accept(new CopyLine()
                .add(w.id())
                .add(w.rule())
                .add(w.ruleZh())
                .add(w.level().labelZh())
                .add(w.state().labelZh())
                .add(w.state().isOpen())
                .add(w.subject())
                .add(w.summary())
                .add(w.region())
                .add(regions.getOrDefault(w.region(), w.region()))
                .add(w.owner())
                .add(w.happenedOn())
                .add(w.raisedOn())
                .add(w.dueOn())
                .add(w.handledOn())
                .add(w.evidence().size())
                .end()));
    }

    static void deadlines(List<Deadline> items, Map<String, String> regions, Consumer<String> line) {
        items.forEach(d -> line.accept(new CopyLine()
                .add(d.kind())
                .add(d.itemNo())
                .add(d.titleZh())
                .add(d.rule())
                .add(d.owner())
                .add(d.region())
                .add(regions.getOrDefault(d.region().value(), d.region().value()))
                .add(d.startedOn())
                .add(d.dueOn())
                .add(d.closedOn())
                .add(d.state())
                .add(d.daysOver())
                .add(d.daysLeft())
                .add(d.isProvisional())
                .add(d.file())
                .add(d.sheet())
                .add(d.row())
                .end()));
    }

    static void submissions(List<SubmissionRecord> records, Labels labels, Consumer<String> line) {
        records.forEach(r -> line.accept(new CopyLine()
                .add(r.submission().sha256())
                .add(r.submission().file())
                .add(r.submission().source())
                .add(labels.value("source", r.submission().source()))
                .add(r.submission().receivedAt())
                .add(r.verdict().text())
                .add(labels.value("verdict", r.verdict().text()))
                .add(r.rowsRead())
                .add(r.accepted())
                .add(r.quarantined())
                .add(r.repeated())
                .end()));
    }
}
