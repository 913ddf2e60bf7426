package org.ipwarehouse.etl.contract;

import java.util.LinkedHashSet;
import java.util.List;
import org.ipwarehouse.etl.EtlErrors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with the analysts' files, so that one run tells all of it. */
final class Mistakes {
    private final LinkedHashSet<Mistake> found = new LinkedHashSet<>();

    /** @param line counted from 1 */
    record Mistake(String file, int line, String message) {
        @Override
        public String toString() {
            return file + ":" + line + ": " + message;
        }

        boolean sameLine(Mistake other) {
            return line == other.line && file.equals(other.file);
        }
    }

    /** @param line counted from 1 */
    void add(String file, int line, String message) {
        found.add(new Mistake(file, line, message));
    }

    void add(String file, Node node, String message) {
        add(file, node.getStartMark(), message);
    }

    void add(String file, Mark mark, String message) {
        add(file, mark.getLine() + 1, message);
    }

    /** Takes over what another look found, but for lines of which something is told already. */
    void addUntold(Mistakes later) {
        List<Mistake> told = List.copyOf(found);
        later.found.stream()
                .filter(mistake -> told.stream().noneMatch(mistake::sameLine))
                .forEach(found::add);
    }

    int count() {
        return found.size();
    }

    /** Each with file and line. */
    List<String> all() {
        return found.stream().map(Mistake::toString).toList();
    }

    void raise() {
        if (!found.isEmpty()) {
            throw EtlErrors.contractsUnclear(all());
        }
    }
}
