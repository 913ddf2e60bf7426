package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What names stand under what names in a tree, and how often: the first pass over a file of records. */
final class TreeShape implements RecordTree.Visitor {
    private static final int MOST_NAMES = 20_000;
    private static final int FEWEST_ALIKE = 3;
    private static final int MOST_SAMPLES = 500;
    private static final int LONGEST_SAMPLE = 200;

    private final Deque<Node> path = new ArrayDeque<>();
    private final Node root = new Node("", false);
    private int names;

    /** A name at its place in the tree. */
    static final class Node {
        final String name;
        final boolean attribute;
        final Map<String, Node> children = new LinkedHashMap<>();
        /** First different texts. */
        final Set<String> samples = new LinkedHashSet<>();

        long total;
        /** Most of this name that stood in one and the same element. */
        long most;
        /** How often it held text of its own. */
        long texts;

        private long here;

        Node(String name, boolean attribute) {
            this.name = name;
            this.attribute = attribute;
        }

        boolean hasElements() {
            return children.values().stream().anyMatch(child -> !child.attribute);
        }

        /** Elements and attributes that hold values, right below. */
        long ownLeaves() {
            return children.values().stream()
                    .filter(child -> child.children.isEmpty())
                    .count();
        }

        /** The same at any depth. */
        long leaves() {
            return children.values().stream()
                    .mapToLong(child -> child.children.isEmpty() ? 1 : child.leaves())
                    .sum();
        }
    }

    /** Elements that could be the rows, likeliest first, each as the names that lead to it. */
    List<List<Node>> records() {
        List<List<Node>> found = new ArrayList<>();
        collect(List.of(root), found);
        if (root.ownLeaves() > 0) {
            found.add(List.of(root));
        }
        found.sort(Comparator.comparingLong((List<Node> way) -> score(way)).reversed());
        return found;
    }

    /**
     * The elements that hold records of the same kind as this one, itself first: {"7月":[…],"8月":[…]} are one report, as
     * are records under their own numbers. What is left out would be lost without a word.
     */
    List<List<Node>> alike(List<Node> way) {
        List<List<Node>> all = new ArrayList<>();
        collect(List.of(root), all);
        List<List<Node>> alike = new ArrayList<>(List.of(way));
        Node record = way.get(way.size() - 1);
        all.stream()
                .filter(other -> !other.contains(record) && !way.contains(other.get(other.size() - 1)))
                .filter(other -> isAlike(record, other.get(other.size() - 1)))
                .forEach(alike::add);
        return alike;
    }

    /** Most names of values are the same, and there are enough of them to mean something. */
    private static boolean isAlike(Node record, Node other) {
        long same = other.children.values().stream()
                .filter(child -> child.children.isEmpty() && record.children.containsKey(child.name))
                .count();
        return same >= FEWEST_ALIKE && same * 3 >= 2L * Math.max(record.ownLeaves(), other.ownLeaves());
    }

    /** The group of siblings with most members; an element with many values counts for more than a pair within it. */
    private static long score(List<Node> way) {
        Node node = way.get(way.size() - 1);
        return node.most > 1 ? node.most * node.leaves() : node.ownLeaves();
    }

    private static void collect(List<Node> way, List<List<Node>> found) {
        for (Node child : way.get(way.size() - 1).children.values()) {
            if (!child.children.isEmpty()) {
                List<Node> longer = new ArrayList<>(way);
                longer.add(child);
                found.add(longer);
                collect(longer, found);
            }
        }
    }

    @Override
    public void open(String name) throws IOException {
        Node parent = path.peek();
        Node node = parent == null ? root : child(parent, name, false);
        node.total++;
        node.here++;
        node.most = Math.max(node.most, node.here);
        node.children.values().forEach(child -> child.here = 0);
        path.push(node);
    }

    @Override
    public void attribute(String name, String value) throws IOException {
        Node parent = path.getFirst();
        Node node = child(parent, name, true);
        node.total++;
        sample(node, value);
    }

    @Override
    public void close(String text) {
        sample(path.pop(), text);
    }

    private static void sample(Node node, String text) {
        if (SheetRow.isBlank(text)) {
            return;
        }
        node.texts++;
        if (node.samples.size() < MOST_SAMPLES && text.length() <= LONGEST_SAMPLE) {
            node.samples.add(text.strip());
        }
    }

    private Node child(Node parent, String name, boolean attribute) throws IOException {
        Node known = parent.children.get(name);
        if (known != null) {
            return known;
        }
        names++;
        if (names > MOST_NAMES) {
            throw UnreadableFile.because(FileForm.DAMAGED, "文件中不同的字段名超过 " + MOST_NAMES + " 个，不是报表。请从系统导出 .xlsx 或 CSV。");
        }
        Node made = new Node(name, attribute);
        parent.children.put(name, made);
        return made;
    }

    @Override
    public boolean isDone() {
        return false;
    }

    /** Texts that stand once in the file, outside the rows: a title, a period. */
    List<String> titles(Node record) {
        List<String> titles = new ArrayList<>();
        titles(root, record, titles);
        return titles;
    }

    private static void titles(Node node, Node record, List<String> titles) {
        for (Node child : node.children.values()) {
            if (child != record && child.total == 1) {
                child.samples.stream()
                        .filter(text -> text.codePoints().anyMatch(Character::isIdeographic))
                        .forEach(titles::add);
                titles(child, record, titles);
            }
        }
    }

    /** Texts of an array that stands once and is as long as a row is wide: names of columns that have only places. */
    List<String> labels(int width) {
        return labels(root, width);
    }

    private static List<String> labels(Node node, int width) {
        for (Node child : node.children.values()) {
            boolean fits = child.children.isEmpty() && child.total == width && child.samples.size() == width;
            List<String> found = fits ? List.copyOf(child.samples) : labels(child, width);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}
