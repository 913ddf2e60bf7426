package org.ipwarehouse.etl.contract;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.standardise.Problem;

/** All contracts and code lists of an installation, read strictly: one mistake anywhere, and nothing is accepted. */
public final class Contracts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Contract> contracts;
    private final CodeLists codeLists;

    private Contracts(List<Contract> contracts, CodeLists codeLists) {
        this.contracts = new ArrayList<>(contracts);
        this.codeLists = codeLists;
    }

    /**
     * Reads {@code etl/contracts/*.yaml} and {@code etl/codelists/*.csv}.
     *
     * @param home the installation's home folder
     * @throws org.ipwarehouse.warehouse.api.Fault with every mistake, each with file and line
     */
    public static Contracts load(Path home) {
        Mistakes mistakes = new Mistakes();
        CodeLists codeLists = codeLists(home.resolve("etl").resolve("codelists"), mistakes);
        List<Contract> contracts = new ArrayList<>();
        for (Path file : files(home.resolve("etl").resolve("contracts"), ".yaml")) {
            Contract contract = new ContractReader(file, codeLists, mistakes).read();
            if (contract != null) {
                contracts.add(contract);
            }
        }
        refuseDoubles(contracts, mistakes);
        mistakes.raise();
        return new Contracts(contracts, codeLists);
    }

    /** In the order of the sources. */
    public List<Contract> all() {
        return List.copyOf(contracts);
    }

    public Optional<Contract> source(String source) {
        return contracts.stream().filter(c -> c.source().equals(source)).findFirst();
    }

    public CodeLists codeLists() {
        return codeLists;
    }

    private static CodeLists codeLists(Path folder, Mistakes mistakes) {
        return complete(lists(folder, mistakes), mistakes);
    }

    /** The lists, and mistakes for those that the work cannot do without. */
    static CodeLists complete(Map<String, CodeList> lists, Mistakes mistakes) {
        for (String needed : List.of("reason_codes", "townships", "outside_areas", "district", "units")) {
            if (!lists.containsKey(needed)) {
                mistakes.add("etl/codelists/" + needed + ".csv", 1, "缺少这个码表");
            }
        }
        reasonsAreThere(lists, mistakes);
        return new CodeLists(lists);
    }

    /** The code lists of the installation by name, without asking whether all that are needed are there. */
    static Map<String, CodeList> lists(Path folder, Mistakes mistakes) {
        Map<String, CodeList> lists = new HashMap<>();
        for (Path file : files(folder, ".csv")) {
            String fileName = String.valueOf(file.getFileName());
            String name = fileName.substring(0, fileName.length() - ".csv".length());
            lists.put(name, new CodeListReader(file, "etl/codelists/" + fileName, mistakes).read(name));
        }
        return lists;
    }

    private static void reasonsAreThere(Map<String, CodeList> lists, Mistakes mistakes) {
        CodeList reasons = lists.get("reason_codes");
        if (reasons == null) {
            return;
        }
        for (Problem problem : Problem.values()) {
            if (!reasons.byCode().containsKey(problem.name())) {
                mistakes.add("etl/codelists/reason_codes.csv", 1, "缺少原因代码 " + problem.name());
            }
        }
    }

    static void refuseDoubles(List<Contract> contracts, Mistakes mistakes) {
        Map<String, String> seen = new HashMap<>();
        for (Contract contract : contracts) {
            String file = "etl/contracts/" + contract.source() + "-"
                    + contract.table().name() + ".yaml";
            for (String what : List.of("来源 " + contract.source(), "表 " + contract.table())) {
                String other = seen.putIfAbsent(what, file);
                if (other != null) {
                    mistakes.add(file, 1, what + " 已由 " + other + " 约定");
                }
            }
        }
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> String.valueOf(f.getFileName()).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw EtlErrors.folderUnreadable(folder, e);
        }
    }
}
