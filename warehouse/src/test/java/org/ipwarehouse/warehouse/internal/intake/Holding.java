package org.ipwarehouse.warehouse.internal.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.NullUnmarked;

/**
 * The rule of docs/architecture.md, told a second time in the plainest way: of all versions of a key, in rows and
 * sightings, the one with the greatest (as_of, submission) holds.
 */
@NullUnmarked
final class Holding {

    private Holding() {}

    private record Version(String hash, String asOf, String submission) {}

    /** Contract columns of the rows that hold, as texts, by key. */
    static List<String> of(KernelTables tables) {
        Map<String, List<Version>> versions = new TreeMap<>();
        Map<String, String> contents = new TreeMap<>();
        tables.scan(
                DrawnFile.SHAPE.table(),
                List.of("row_key", "content_hash", "as_of", "submission", "party_name", "pieces"),
                Where.everything(),
                row -> {
                    add(versions, row);
                    contents.put(row[0] + "#" + row[1], Arrays.toString(new Object[] {row[0], row[4], row[5]}));
                });
        tables.scan(
                StoredShapes.SIGHTING.table(),
                List.of("row_key", "content_hash", "as_of", "submission"),
                Where.everything(),
                row -> add(versions, row));
        List<String> holding = new ArrayList<>();
        versions.forEach((key, all) -> {
            Version last = all.stream()
                    .max(Comparator.comparing(Version::asOf).thenComparing(Version::submission))
                    .orElseThrow();
            holding.add(contents.get(key + "#" + last.hash()));
        });
        return holding;
    }

    private static void add(Map<String, List<Version>> versions, Object[] row) {
        versions.computeIfAbsent(row[0].toString(), k -> new ArrayList<>())
                .add(new Version(row[1].toString(), row[2].toString(), row[3].toString()));
    }
}
