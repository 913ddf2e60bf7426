package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.AliasIndex.Claim;

/** What the cells of a sheet say as labels: each different text is looked at once, in however many grids it stands. */
final class HeaderCells {
    /** The first rows of no form have so many different texts; what comes after counts only as it is written. */
    private static final int LOOKED_AT = 20_000;

    /** A low line between levels; one within a note in brackets joins nothing. */
    private static final Pattern JOINT = Pattern.compile("_(?![^()（）]*[)）])");

    private final AliasIndex index;
    private final Map<String, List<Label>> byText = new HashMap<>();

    /**
     * A label, and whose it may be.
     *
     * @param shown for people
     * @param key by which it is compared
     * @param bare the key without the number of an enumeration; "" where it cannot be looked through
     * @param plain bare without notes in brackets
     * @param tail the key without notes in brackets, as the lower level of a header
     * @param exact who has exactly this label
     * @param near who has it when number and notes are looked through
     * @param ends whether a joined label ends so
     */
    record Label(
            String shown,
            String key,
            String bare,
            String plain,
            String tail,
            List<Claim> exact,
            List<Claim> near,
            boolean ends) {
        boolean isClaimed() {
            return !exact.isEmpty() || !near.isEmpty();
        }
    }

    HeaderCells(AliasIndex index) {
        this.index = index;
    }

    AliasIndex index() {
        return index;
    }

    /** The levels that stand in a cell, none where it is blank. */
    List<Label> labels(String cell) {
        List<Label> known = byText.get(cell);
        if (known == null) {
            if (byText.size() >= LOOKED_AT) {
                return asWritten(cell);
            }
            known = made(Labels.shown(cell));
            byText.put(cell, known);
        }
        return known;
    }

    private List<Label> asWritten(String cell) {
        if (SheetRow.isBlank(cell)) {
            return List.of();
        }
        boolean ends = index.isEnd(cell);
        return List.of(new Label(cell, cell, "", "", "", index.exactly(cell), List.of(), ends));
    }

    boolean hasWord(String cell) {
        List<Label> labels = labels(cell);
        return labels.size() == 1
                ? index.isWord(labels.get(0).key(), labels.get(0).plain())
                : !labels.isEmpty() && index.isWord(Labels.key(cell));
    }

    private List<Label> made(String shown) {
        if (shown.isEmpty()) {
            return List.of();
        }
        String one = HeaderNames.withoutCode(shown, index);
        if (!isJoined(one)) {
            return List.of(label(shown, one));
        }
        List<Label> labels = new ArrayList<>();
        for (String level : JOINT.split(one)) {
            if (!level.isEmpty()) {
                add(labels, label(level, level));
            }
        }
        return List.copyOf(labels);
    }

    /** 罚没款_罚款 in one cell, as we return it ourselves, has two levels; CF_WSH is a name. */
    private static boolean isJoined(String shown) {
        return shown.indexOf('_') > 0
                && JOINT.matcher(shown).find()
                && shown.codePoints().anyMatch(Character::isIdeographic);
    }

    /** A level that says the same as the one above it is none. */
    static void add(List<Label> levels, Label label) {
        if (levels.isEmpty() || !levels.get(levels.size() - 1).shown().equals(label.shown())) {
            levels.add(label);
        }
    }

    /** @param named what of it names the column */
    private Label label(String shown, String named) {
        String key = Labels.key(named);
        String bare = AliasIndex.bare(key);
        String plain = AliasIndex.plain(bare);
        String tail = bare.equals(key) ? plain : AliasIndex.plain(key);
        boolean ends = index.isEnd(key) || index.isEnd(tail);
        return new Label(shown, key, bare, plain, tail, index.exactly(key), index.near(bare, plain), ends);
    }
}
