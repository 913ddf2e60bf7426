package org.ipwarehouse.warehouse.internal.refinery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Refinery.BuildRequest;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.indicator.Definition;
import org.ipwarehouse.warehouse.internal.linkage.LinkMerges;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/**
 * What each table and indicator is made from, as a digest: the text of its definition, the files and tables it reads, and
 * the reports of its sources. Where the digest is as at the last build, the table or the figures need not be made again.
 */
final class Prints {
    /** Raised where the same inputs give other figures because this program counts otherwise. */
    private static final String ENGINE = "figures 3";

    private static final String PARAMETERS = "warehouse/reference/parameters.csv";
    private static final Set<String> OF_SOURCES = Set.of("current", "effective", "history", "difference", "clean");

    private final Path home;
    private final KernelTables tables;
    private final ModelCatalogue catalogue;
    private final Reported reported;
    private final Map<String, String> tableBySource = new HashMap<>();
    private final String run;
    private final RegionCode district;
    private final Map<String, String> files = new HashMap<>();
    private final Map<TableName, String> known = new HashMap<>();

    /** What has come in and what should have. */
    record Reported(List<SubmissionRecord> submissions, List<ExpectedReport> expected) {}

    Prints(
            LakeSettings settings,
            KernelTables tables,
            ModelCatalogue catalogue,
            BuildRequest request,
            Reported reported) {
        home = settings.home();
        this.tables = tables;
        this.catalogue = catalogue;
        this.reported = reported;
        district = settings.district();
        request.sources()
                .forEach(source ->
                        tableBySource.put(source.id(), source.table().table().name()));
        run = new Fingerprint()
                .text(ENGINE)
                .text(request.from())
                .text(request.through())
                .text(request.sources())
                .text(settings.district())
                .hex();
    }

    String of(Model model) {
        String made = known.get(model.table());
        if (made == null) {
            Fingerprint print = new Fingerprint()
                    .text(run)
                    .text(model.sql())
                    .text(model.shape())
                    .text(model.grain())
                    .text(String.valueOf(model.rowsOf()));
            model.reads().forEach(read -> print.text(of(read)));
            references(model.sql(), print);
            made = print.hex();
            known.put(model.table(), made);
        }
        return made;
    }

    /** A digest of a table and of a file of the installation by which something is made from it. */
    String of(Model model, String path) {
        return new Fingerprint().text(of(model)).text(file(path)).hex();
    }

    /** @param definition whose figures stand on the tables of its facts and the reports of its sources */
    String of(Definition definition) {
        Fingerprint print = new Fingerprint().text(run).text(ofMeaning(definition));
        definition.facts().forEach(fact -> print.text(of(fact)));
        for (String source : definition.passport().sources()) {
            print.text(ofSource(source));
        }
        return print.hex();
    }

    /** What makes figures of one indicator differ where the rows that they count do not. */
    String ofMeaning(Definition definition) {
        return new Fingerprint()
                .text(ENGINE)
                .text(definition)
                .text(file(PARAMETERS))
                .text(file("warehouse/reference/regions.csv"))
                .text(district)
                .hex();
    }

    private String of(TableName table) {
        if (!OF_SOURCES.contains(table.layer())) {
            return of(catalogue.model(table));
        }
        return known.computeIfAbsent(table, name -> {
            TableName clean = new TableName("clean", name.name());
            return new Fingerprint()
                    .text(name)
                    .text(tables.version(clean))
                    .text(ofTable(name.name()))
                    .hex();
        });
    }

    /** A file without a new row can still say that a row was seen again, which may decide which version holds. */
    private List<String> ofTable(String table) {
        return reported.submissions().stream()
                .filter(r -> tableOf(r).equals(table))
                .map(Prints::text)
                .sorted()
                .toList();
    }

    private String tableOf(SubmissionRecord submission) {
        return tableBySource.getOrDefault(submission.submission().source(), "");
    }

    private List<String> ofSource(String source) {
        return reported.submissions().stream()
                .filter(r -> r.submission().source().equals(source))
                .map(Prints::text)
                .sorted()
                .toList();
    }

    private static String text(SubmissionRecord record) {
        return record.submission().sha256()
                + record.verdict()
                + record.submission().asOf()
                + record.submission().months()
                + record.accepted();
    }

    private void references(String sql, Fingerprint print) {
        print.text(sql.contains("run_parameters") ? file(PARAMETERS) : "");
        for (Path file : csvFiles()) {
            String name = String.valueOf(file.getFileName()).replace(".csv", "");
            if (sql.contains("reference_" + name) || sql.contains("codelist_" + name)) {
                print.text(file(home.relativize(file).toString()));
            }
        }
        if (sql.contains("ledger_submission")) {
            print.text(reported.submissions());
        }
        if (sql.contains("ledger_link_merge")) {
            print.text(tables.version(LinkMerges.DECISIONS));
        }
        if (sql.contains("ledger_expected_report")) {
            print.text(reported.expected());
        }
        if (sql.contains("ledger_warning")) {
            print.text(tables.version(LedgerViews.WARNINGS));
        }
    }

    private List<Path> csvFiles() {
        return Stream.of("warehouse/reference", "etl/codelists")
                .map(home::resolve)
                .flatMap(Prints::list)
                .filter(file -> file.toString().endsWith(".csv"))
                .sorted()
                .toList();
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(folder, unreadable);
        }
    }

    private String file(String path) {
        return files.computeIfAbsent(path, p -> {
            try {
                return new Fingerprint().text(Files.readString(home.resolve(p))).hex();
            } catch (IOException unreadable) {
                throw DefinitionErrors.unreadable(home.resolve(p), unreadable);
            }
        });
    }
}
