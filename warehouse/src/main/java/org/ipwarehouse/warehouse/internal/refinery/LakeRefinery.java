package org.ipwarehouse.warehouse.internal.refinery;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Refinery;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.intake.SubmissionLedger;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/** Rebuilds dimensions, facts and figures from the clean layer, where anything has changed. */
public final class LakeRefinery implements Refinery {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    /** Tables that a build writes into the layer of accounts. */
    private static final Set<String> OWN = Set.of("control.build", "control.made", PeriodLedger.NAME.toString());

    private final LakeSettings settings;
    private final KernelTables tables;
    private final Sessions sessions;
    private final SubmissionLedger ledger;
    private final BuildLedger builds;

    public LakeRefinery(LakeSettings settings, KernelTables tables, Sessions sessions) {
        this.settings = settings;
        this.tables = tables;
        this.sessions = sessions;
        ledger = new SubmissionLedger(tables);
        builds = new BuildLedger(tables);
    }

    @Override
    public boolean isStale(BuildRequest request) {
        return builds.last()
                .map(last -> !last.fingerprint().equals(fingerprint(request, expected(request))))
                .orElse(true);
    }

    @Override
    public BuildOutcome build(BuildRequest request, Consumer<String> progress) {
        List<ExpectedReport> expected = expected(request);
        String fingerprint = fingerprint(request, expected);
        BuildLedger.Build last = builds.last().orElse(null);
        if (last != null && last.fingerprint().equals(fingerprint)) {
            return new BuildOutcome(List.of(), last.figures(), true);
        }
        Build build = new Build(settings, tables, sessions, request);
        Build.Made made = build.run(new Prints.Reported(ledger.submissions(), expected), progress);
        // the warnings that the build itself raised make nothing stale
        String after = fingerprint(request, expected);
        builds.add(new BuildLedger.Build(request.now(), after, request.from(), request.through(), made.figures()));
        return new BuildOutcome(made.tables(), made.figures(), false);
    }

    private List<ExpectedReport> expected(BuildRequest request) {
        LocalDate today = LocalDate.ofInstant(request.now(), BUSINESS);
        Map<String, ExpectedReport> expected = new TreeMap<>();
        for (Period year : years(request)) {
            for (ExpectedReport report : ledger.expectedReports(year, request.sources(), today)) {
                expected.put(report.source() + " " + report.month(), report);
            }
        }
        return List.copyOf(expected.values());
    }

    private static List<Period> years(BuildRequest request) {
        List<Period> years = new ArrayList<>();
        for (int year = request.from().getYear(); year < request.through().getYear(); year++) {
            years.add(Period.year(year));
        }
        years.add(Period.toDate(request.through()));
        return years;
    }

    private String fingerprint(BuildRequest request, List<ExpectedReport> expected) {
        Fingerprint print = new Fingerprint().definitions(settings.home());
        print.text(request.from()).text(request.through()).text(request.sources());
        print.text(settings.district()).text(expected);
        for (String layer : List.of("clean", "control")) {
            for (TableName table : tables.lake().tables(layer)) {
                if (!OWN.contains(table.toString())) {
                    print.text(table).text(tables.version(table));
                }
            }
        }
        return print.hex();
    }
}
