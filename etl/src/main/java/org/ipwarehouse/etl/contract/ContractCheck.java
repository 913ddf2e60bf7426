package org.ipwarehouse.etl.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.etl.EtlErrors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Looks through contracts and tells every mistake with file and line: first by the official JSON schema of ODCS v3.1.0,
 * then by the rules of our own reader. Nothing is loaded into the work by it.
 */
public final class ContractCheck {
    private static final String LISTS = "codelists";

    private final Path home;
    private final Mistakes mistakes = new Mistakes();
    private final List<Contract> sound = new ArrayList<>();
    private final Map<String, CodeList> lists;

    /**
     * @param contracts how many are in order
     * @param fields how many fields these have
     * @param lists how many code lists were read
     * @param mistakes each with file, line, what is wrong and what to do; empty where all is well
     */
    public record Outcome(int contracts, int fields, int lists, List<String> mistakes) {
        public Outcome {
            mistakes = List.copyOf(mistakes);
        }
    }

    private ContractCheck(Path home) {
        this.home = home;
        this.lists = new HashMap<>(Contracts.lists(etl().resolve(LISTS), mistakes));
    }

    /** All contracts and code lists of the installation. */
    public static Outcome installed(Path home) {
        ContractCheck check = new ContractCheck(home);
        return check.run(Contracts.files(check.contracts(), ".yaml"));
    }

    /**
     * Some contracts, installed or still drafts. A draft may bring its code lists: they lie beside it, or in
     * {@code codelists} beside its folder. A file with the name of an installed contract stands for it.
     */
    public static Outcome of(Path home, List<Path> files) {
        ContractCheck check = new ContractCheck(home);
        files.forEach(file -> check.listsBeside(file.toAbsolutePath().normalize()));
        return check.run(files);
    }

    private Outcome run(List<Path> files) {
        CodeLists known = Contracts.complete(lists, mistakes);
        files.forEach(file -> look(file, known));
        List<Contract> all = new ArrayList<>(sound);
        all.addAll(others(files, known));
        Mistakes doubles = new Mistakes();
        Contracts.refuseDoubles(all, doubles);
        mistakes.addUntold(doubles);
        int fields = sound.stream().mapToInt(c -> c.fields().size()).sum();
        return new Outcome(sound.size(), fields, lists.size(), mistakes.all());
    }

    private void look(Path file, CodeLists known) {
        if (!Files.isRegularFile(file)) {
            throw EtlErrors.fileMissing(file);
        }
        String shown = shown(file);
        Mistakes rules = new Mistakes();
        ContractReader reader = new ContractReader(file, shown, known, rules);
        Node root = reader.root();
        if (root != null) {
            Mistakes standard = new Mistakes();
            OdcsSchema.check(root, shown, standard);
            Contract contract = reader.read(root);
            keep(contract, standard.count() == 0);
            mistakes.addUntold(standard);
        }
        mistakes.addUntold(rules);
    }

    private void keep(@Nullable Contract contract, boolean standard) {
        if (contract != null && standard) {
            sound.add(contract);
        }
    }

    /** The installed contracts that were not asked about: a draft must not take their source or table. */
    private List<Contract> others(List<Path> files, CodeLists known) {
        Set<String> asked = new LinkedHashSet<>();
        files.forEach(file -> asked.add(String.valueOf(file.getFileName())));
        List<Contract> others = new ArrayList<>();
        for (Path file : Contracts.files(contracts(), ".yaml")) {
            if (!asked.contains(String.valueOf(file.getFileName()))) {
                Contract contract = new ContractReader(file, known, new Mistakes()).read();
                if (contract != null) {
                    others.add(contract);
                }
            }
        }
        return others;
    }

    private void listsBeside(Path file) {
        Path folder = file.getParent();
        if (folder == null || folder.equals(contracts().toAbsolutePath().normalize())) {
            return;
        }
        for (Path place : List.of(folder, folder.resolveSibling(LISTS))) {
            if (Files.isDirectory(place)) {
                // other tables may lie there too: only what a contract names has to be a code list
                Contracts.lists(place, new Mistakes()).forEach(lists::putIfAbsent);
            }
        }
    }

    private String shown(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path base = home.toAbsolutePath().normalize();
        return absolute.startsWith(base) ? base.relativize(absolute).toString().replace('\\', '/') : file.toString();
    }

    private Path etl() {
        return home.resolve("etl");
    }

    private Path contracts() {
        return etl().resolve("contracts");
    }
}
