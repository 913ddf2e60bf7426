package org.ipwarehouse.etl.contract;

import java.util.LinkedHashSet;
import java.util.List;
import org.ipwarehouse.etl.EtlErrors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with the analysts' files, so that one run tells all of it. */
final class Mistakes {
    private final LinkedHashSet<String> found = new LinkedHashSet<>();

    /** @param line counted from 1 */
    void add(String file, int line, String message) {
        found.add(file + ":" + line + ": " + message);
    }

    void add(String file, Node node, String message) {
        add(file, node.getStartMark(), message);
    }

    void add(String file, Mark mark, String message) {
        add(file, mark.getLine() + 1, message);
    }

    int count() {
        return found.size();
    }

    void raise() {
        if (!found.isEmpty()) {
            throw EtlErrors.contractsUnclear(List.copyOf(found));
        }
    }
}
