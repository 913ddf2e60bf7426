package org.ipwarehouse.warehouse.internal.warning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.api.WarningRule;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;

/** Warnings as they stand, with the rows they rest on. */
public final class WarningReader {
    private static final Comparator<Warning> MOST_PRESSING_FIRST = Comparator.comparing(
                    (Warning w) -> !w.state().isOpen())
            .thenComparing(Warning::level)
            .thenComparing(Warning::dueOn)
            .thenComparing(Warning::id);

    private final WarningLedger ledger;
    private final Rules rules;

    public WarningReader(Path home, KernelTables tables) {
        ledger = new WarningLedger(tables);
        rules = Rules.load(home);
    }

    /** What matches: open ones first, red before yellow, the soonest due first. */
    public List<Warning> warnings(WarningQuery query) {
        List<Where> conditions = new ArrayList<>();
        if (!query.ids().isEmpty()) {
            conditions.add(Where.anyOf("warning_id", query.ids()));
        }
        if (!query.rules().isEmpty()) {
            conditions.add(Where.anyOf("rule", query.rules()));
        }
        Map<String, List<Entry>> accounts = ledger.accounts(conditions);
        Map<String, List<EvidenceRow>> evidence = ledger.evidence(
                accounts.values().stream().map(WarningReader::last).toList());
        return accounts.values().stream()
                .map(entries -> warning(entries, evidence))
                .filter(query::admits)
                .sorted(MOST_PRESSING_FIRST)
                .toList();
    }

    /** The rules, each with what it could not judge last. */
    public List<WarningRule> rules() {
        Map<String, List<WarningRule.Gap>> gaps = ledger.gaps();
        return rules.all().stream()
                .map(rule -> rule.about().withGaps(gaps.getOrDefault(rule.code(), List.of())))
                .toList();
    }

    private static Entry last(List<Entry> entries) {
        return entries.get(entries.size() - 1);
    }

    private Warning warning(List<Entry> entries, Map<String, List<EvidenceRow>> evidence) {
        Entry last = last(entries);
        Finding finding = last.finding();
        return new Warning(
                last.id(),
                finding.rule(),
                rules.find(finding.rule()).map(rule -> rule.about().nameZh()).orElse(""),
                finding.level(),
                last.state(),
                finding.subject(),
                finding.summary(),
                finding.region(),
                finding.owner(),
                finding.happenedOn(),
                last.dates().raisedOn(),
                last.dates().dueOn(),
                last.dates().handledOn(),
                last.isFalseAlarm(),
                evidence.getOrDefault(WarningLedger.key(last.id(), last.digest()), List.of()).stream()
                        .map(WarningReader::row)
                        .toList(),
                entries.stream().map(WarningReader::event).toList());
    }

    private static Warning.Row row(EvidenceRow row) {
        return new Warning.Row(
                row.role(), row.fact(), row.file(), row.submission(), row.sheet(), row.row(), row.shown());
    }

    private static Warning.Event event(Entry entry) {
        return new Warning.Event(
                entry.at(),
                entry.act().kind(),
                entry.state(),
                entry.act().by(),
                entry.act().reason(),
                entry.newRows());
    }
}
