package org.ipwarehouse.etl.read;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.etl.read.TreeShape.Node;

/**
 * The columns of records: every value below the record's element, its name joined with those above it by '_'. An element
 * that names its field in an attribute ({@code <field name="CF_WSH" label="文号">}) is a column for each such name; an
 * attribute that is the same everywhere and says the element in Chinese is the column's label.
 *
 * @param ways names that lead to the records' elements, the root first: several where {"7月":[…],"8月":[…]}
 * @param places column of each value, by its names below the record joined by '/'
 * @param names header of each column
 * @param labels what the file itself calls each column, "" where it says nothing
 * @param naming attribute that names the field, by the names of its element joined by '/'
 */
record RecordColumns(
        HashSet<ArrayList<String>> ways,
        LinkedHashMap<String, Integer> places,
        ArrayList<String> names,
        ArrayList<String> labels,
        LinkedHashMap<String, String> naming)
        implements Serializable {
    private static final List<String> NAMES = List.of("name", "code", "field", "column", "key", "id");
    private static final List<String> LABELS = List.of("label", "zh", "cn", "caption", "title", "desc", "comment");
    private static final Set<String> VALUES = Set.of("value", "val");

    /** @param ways elements that hold the same kind of record, each as the nodes that lead to it */
    static RecordColumns of(List<List<Node>> ways) {
        RecordColumns columns = new RecordColumns(
                new HashSet<>(), new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        for (List<Node> way : ways) {
            ArrayList<String> steps = new ArrayList<>();
            way.forEach(node -> steps.add(node.name));
            columns.ways.add(steps);
            columns.add(way.get(way.size() - 1), "", "");
        }
        columns.nameNested();
        return columns;
    }

    /** A value within another element is known by its own name, too, where no other column has it. */
    private void nameNested() {
        Map<String, Integer> own = new HashMap<>();
        places.keySet().forEach(place -> own.merge(last(place), 1, Integer::sum));
        places.forEach((place, column) -> {
            boolean alone = own.getOrDefault(last(place), 0) == 1;
            if (place.contains("/") && alone && labels.get(column).isEmpty()) {
                labels.set(column, last(place));
            }
        });
    }

    private static String last(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** The same columns, called by what the file says elsewhere. */
    RecordColumns labelled(List<String> texts) {
        return texts.size() == names.size()
                ? new RecordColumns(ways, places, names, new ArrayList<>(texts), naming)
                : this;
    }

    boolean isLabelled() {
        return labels.stream().anyMatch(label -> !label.isEmpty());
    }

    boolean isPositional() {
        return !names.isEmpty() && names.get(0).equals("1");
    }

    private void add(Node node, String place, String header) {
        for (Node child : node.children.values()) {
            String below = place.isEmpty() ? child.name : place + '/' + child.name;
            String joined = header.isEmpty() ? child.name : header + '_' + child.name;
            Optional<Node> name = naming(child);
            if (name.isPresent()) {
                named(child, name.get(), below, header);
            } else if (child.children.isEmpty()) {
                column(below, joined, "");
            } else if (!child.hasElements() && child.texts > 0) {
                column(below, joined, label(child));
                attributes(child, below, joined);
            } else {
                add(child, below, joined);
            }
        }
    }

    /** Attributes that differ from row to row are values; those that never do describe the element. */
    private void attributes(Node node, String place, String header) {
        for (Node attribute : node.children.values()) {
            if (attribute.samples.size() > 1) {
                column(place + '/' + attribute.name, header + '_' + attribute.name, "");
            }
        }
    }

    private void column(String place, String name, String label) {
        if (names.size() < CsvRows.MOST_CELLS && places.putIfAbsent(place, names.size()) == null) {
            names.add(name);
            labels.add(label);
        }
    }

    private static String label(Node node) {
        return attribute(node, LABELS)
                .filter(attribute -> attribute.samples.size() == 1)
                .map(attribute -> attribute.samples.iterator().next())
                .orElse("");
    }

    private static Optional<Node> attribute(Node node, List<String> wanted) {
        for (String name : wanted) {
            for (Node child : node.children.values()) {
                if (child.attribute && child.name.toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    /** The attribute that names the field: several elements of one name stand in a record, each with another. */
    private static Optional<Node> naming(Node node) {
        boolean repeated = node.most > 1 && !node.attribute && !node.hasElements();
        boolean valued = node.texts > 0 || node.children.keySet().stream().anyMatch(VALUES::contains);
        if (!repeated || !valued) {
            return Optional.empty();
        }
        return attribute(node, NAMES)
                .or(() -> attribute(node, LABELS))
                .filter(attribute -> attribute.samples.size() > 1);
    }

    private void named(Node node, Node name, String place, String header) {
        naming.put(place, name.name);
        List<String> labelled = attribute(node, LABELS)
                .filter(label -> label != name && label.samples.size() == name.samples.size())
                .map(label -> List.copyOf(label.samples))
                .orElse(List.of());
        int i = 0;
        for (String field : name.samples) {
            column(place + '[' + field + ']', header.isEmpty() ? field : header + '_' + field, label(labelled, i++));
        }
    }

    private static String label(List<String> labels, int at) {
        return at < labels.size() ? labels.get(at) : "";
    }

    static boolean isValue(String attribute) {
        return VALUES.contains(attribute);
    }
}
