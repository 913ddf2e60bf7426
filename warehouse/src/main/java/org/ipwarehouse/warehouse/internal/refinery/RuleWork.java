package org.ipwarehouse.warehouse.internal.refinery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.model.Binding;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.reference.Parameters;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.warning.Rule;
import org.ipwarehouse.warehouse.internal.warning.Rules;
import org.ipwarehouse.warehouse.internal.warning.WarningRun;

/** The rules of early warning whose inputs are not as they were when they were judged last. */
final class RuleWork {
    private final Rules rules;
    private final WarningRun run;
    private final Map<Rule, String> stale = new LinkedHashMap<>();
    private final boolean hasOrphans;

    RuleWork(LakeSettings settings, KernelTables tables, BuildRequest request) {
        rules = Rules.load(settings.home());
        run = new WarningRun(
                tables, rules, request, Parameters.load(settings.home()).whole("warning_most_rows"));
        hasOrphans = run.hasOrphans();
    }

    void compare(Prints prints, Map<String, MadeLedger.Made> before) {
        for (Rule rule : rules.all()) {
            Fingerprint print = new Fingerprint().text(rule.about()).text(rule.evidence());
            rule.models().forEach(model -> print.text(prints.of(model)));
            String made = print.hex();
            MadeLedger.Made last = before.get(name(rule));
            if (last == null || !last.fingerprint().equals(made)) {
                stale.put(rule, made);
            }
        }
    }

    private static String name(Rule rule) {
        return "rule " + rule.code();
    }

    boolean isNothing() {
        return stale.isEmpty() && !hasOrphans;
    }

    /** The SELECTs that are to be run. */
    List<Model> models() {
        return stale.keySet().stream().flatMap(rule -> rule.models().stream()).toList();
    }

    /** Runs them and keeps the account of the warnings. @return what is to be noted as made */
    Collection<MadeLedger.Made> judge(SparkSession spark, Binding binding, Consumer<String> progress) {
        Map<String, Long> found = run.judge(spark, binding, List.copyOf(stale.keySet()), progress);
        List<MadeLedger.Made> made = new ArrayList<>();
        stale.forEach(
                (rule, print) -> made.add(new MadeLedger.Made(name(rule), print, found.getOrDefault(rule.code(), 0L))));
        return made;
    }

    /** The tables that are made from the warnings, and those made from them: they are made after the rules are judged. */
    static Set<TableName> after(ModelCatalogue catalogue) {
        Set<TableName> after = new HashSet<>();
        for (Model model : catalogue.models()) {
            boolean readsWarnings = model.sql().contains("ledger_warning");
            if (readsWarnings || model.reads().stream().anyMatch(after::contains)) {
                after.add(model.table());
            }
        }
        return after;
    }
}
