package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labels of all contracts, looked up at once: a header is asked for word by word, not contract by contract, since a
 * sheet may have 16,384 columns and there are dozens of contracts.
 */
final class AliasIndex {
    private static final Set<String> RUNNING_NUMBER = Set.of("序号", "序", "编号", "顺序号", "项次", "行号", "no", "no.", "№");

    /** No label is so long; a cell may hold 32,767 characters and a text file's cell any number. */
    static final int LONGEST = 300;

    private final Map<String, List<Claim>> claims = new HashMap<>();
    private final List<Claim> places = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> ends = new HashSet<>();

    /** A label is that of a field of the contract at this position. */
    record Claim(int contract, String field) {}

    AliasIndex(List<AliasDictionary> dictionaries) {
        for (int i = 0; i < dictionaries.size(); i++) {
            int contract = i;
            AliasDictionary dictionary = dictionaries.get(i);
            dictionary.fieldsByKey().forEach((key, field) -> {
                claims.computeIfAbsent(key, k -> new ArrayList<>()).add(new Claim(contract, field));
                addWords(key);
                addEnds(key);
            });
            String place = dictionary.place();
            if (place != null) {
                places.add(new Claim(contract, place));
            }
        }
    }

    /** Parts of a joined label count as words; the digits and syllables of physical names do not. */
    private void addWords(String key) {
        words.add(key);
        for (String part : key.split("_")) {
            if (part.codePoints().anyMatch(Character::isIdeographic)) {
                words.add(part);
            }
        }
    }

    private void addEnds(String key) {
        for (int at = key.indexOf('_'); at >= 0; at = key.indexOf('_', at + 1)) {
            ends.add(key.substring(at + 1));
        }
    }

    /** Whether a label or a part of one has this key. */
    boolean isWord(String key) {
        return isWord(key, plain(bare(key)));
    }

    /** @param plain the key without number and notes */
    boolean isWord(String key, String plain) {
        return words.contains(key) || words.contains(plain);
    }

    /** First characters of all labels. */
    BitSet beginnings() {
        BitSet first = new BitSet();
        words.stream().filter(word -> !word.isEmpty()).forEach(word -> first.set(word.charAt(0)));
        return first;
    }

    /** Whether a joined label has this key after one of its '_'. */
    boolean isEnd(String key) {
        return ends.contains(key);
    }

    /** Who has exactly this key. */
    List<Claim> exactly(String key) {
        return key.isEmpty() ? List.of() : claims.getOrDefault(key, List.of());
    }

    /**
     * Who has this key when a note in brackets and the number of an enumeration are looked through, or calls a running
     * number so. A bracket that speaks of another time or of a comparison is no note: 罚款(上年同期) is not 罚款.
     */
    List<Claim> near(String bare, String plain) {
        List<Claim> first = exactly(bare);
        List<Claim> second = plain.equals(bare) ? List.of() : exactly(plain);
        List<Claim> third = RUNNING_NUMBER.contains(bare) ? places : List.of();
        if (second.isEmpty() && third.isEmpty()) {
            return first;
        }
        Map<Integer, Claim> byContract = new HashMap<>();
        for (List<Claim> level : List.of(first, second, third)) {
            level.forEach(claim -> byContract.putIfAbsent(claim.contract(), claim));
        }
        return List.copyOf(byContract.values());
    }

    /** The key without the number of an enumeration; "" where it cannot be looked through. */
    static String bare(String key) {
        if (key.isEmpty() || key.length() > LONGEST) {
            return "";
        }
        String bare = Labels.withoutNumber(key);
        return Labels.isOtherFigure(bare) ? "" : bare;
    }

    /** The key without notes in brackets. */
    static String plain(String key) {
        return key.isEmpty() || key.length() > LONGEST ? "" : Labels.withoutBrackets(key);
    }
}
