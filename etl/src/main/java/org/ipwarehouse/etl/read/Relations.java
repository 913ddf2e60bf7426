package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The relations of one part of an office file to others (ECMA-376 part 2, 6.5); those that lead outside are dropped. */
final class Relations {
    private final List<Relation> all = new ArrayList<>();

    /**
     * @param type last word of the type, the same in ECMA's and ISO's namespace: worksheet, sharedStrings
     * @param part name of the part it leads to
     */
    record Relation(String id, String type, String part) {}

    static Relations of(OfficeZip zip, String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = slash < 0 ? "" : part.substring(0, slash + 1);
        Relations relations = new Relations();
        Optional<InputStream> in = zip.find(folder + "_rels/" + part.substring(slash + 1) + ".rels");
        if (in.isEmpty()) {
            return relations;
        }
        try (XmlPart xml = XmlPart.open(in.get())) {
            while (xml.nextStart()) {
                if (xml.is("Relationship") && !"External".equalsIgnoreCase(xml.attribute("TargetMode"))) {
                    relations.add(xml.attribute("Id"), xml.attribute("Type"), folder, xml.attribute("Target"));
                }
            }
        }
        return relations;
    }

    private void add(@Nullable String id, @Nullable String type, String folder, @Nullable String target) {
        if (id != null && type != null && target != null) {
            all.add(new Relation(id, type.substring(type.lastIndexOf('/') + 1), resolve(folder, target)));
        }
    }

    /** Targets are relative to the part, or absolute; some programs escape them like addresses. */
    static String resolve(String folder, String target) {
        String flat = target.replace('\\', '/');
        List<String> path = new ArrayList<>();
        for (String step : (flat.startsWith("/") ? flat : folder + flat).split("/")) {
            if (step.equals("..")) {
                if (!path.isEmpty()) {
                    path.remove(path.size() - 1);
                }
            } else if (!step.isEmpty() && !step.equals(".")) {
                path.add(unescaped(step));
            }
        }
        return String.join("/", path);
    }

    private static String unescaped(String step) {
        try {
            return step.indexOf('%') < 0 ? step : URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return step;
        }
    }

    Optional<Relation> byId(@Nullable String id) {
        return all.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    Optional<String> partOf(String type) {
        return all.stream()
                .filter(r -> r.type().equalsIgnoreCase(type))
                .map(Relation::part)
                .findFirst();
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
