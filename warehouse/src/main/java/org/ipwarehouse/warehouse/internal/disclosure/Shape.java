package org.ipwarehouse.warehouse.internal.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.RegionCode;

/**
 * The places of a table: periods × kinds × regions × slots. Kinds are counts of which some are parts of others; region 0
 * is the district, the others are townships that add up to it; slot 0 is the total, each dimension has a stretch of the
 * others. A kind and a region together have one number, the region's within the kind's stretch.
 */
final class Shape {
    private final List<Period> periods;
    private final List<RegionCode> regions;
    private final List<Slot> slots;
    private final Map<Period, Integer> periodNumbers;
    private final Map<RegionCode, Integer> regionNumbers;
    private final Map<Slot, Integer> slotNumbers;
    private final List<int[]> dimensions;
    private final int kinds;
    private final int regionCount;
    private final int slotCount;

    Shape(int kinds, Collection<Period> periods, Collection<RegionCode> regions, Collection<Slot> slots) {
        this.kinds = kinds;
        this.periods = periods.stream().distinct().sorted().toList();
        this.regions = regions.stream()
                .distinct()
                .sorted(Comparator.comparing(RegionCode::isTownship).thenComparing(Comparator.naturalOrder()))
                .toList();
        List<Slot> ordered = new ArrayList<>(List.of(Slot.TOTAL));
        slots.stream()
                .filter(slot -> !slot.isTotal())
                .distinct()
                .sorted(Comparator.comparing(Slot::dimension).thenComparing(Slot::value))
                .forEach(ordered::add);
        this.slots = List.copyOf(ordered);
        regionCount = this.regions.size();
        slotCount = this.slots.size();
        periodNumbers = numbers(this.periods);
        regionNumbers = numbers(this.regions);
        slotNumbers = numbers(this.slots);
        dimensions = stretches(this.slots);
    }

    private static <T> Map<T, Integer> numbers(List<T> values) {
        Map<T, Integer> numbers = new HashMap<>();
        values.forEach(value -> numbers.put(value, numbers.size()));
        return numbers;
    }

    private static List<int[]> stretches(List<Slot> slots) {
        Map<String, List<Integer>> byName = new TreeMap<>();
        for (int slot = 1; slot < slots.size(); slot++) {
            byName.computeIfAbsent(slots.get(slot).dimension(), name -> new ArrayList<>())
                    .add(slot);
        }
        return byName.values().stream()
                .map(stretch -> stretch.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    int size() {
        return periods.size() * kinds * regionCount * slotCount;
    }

    /** @param region with its kind, as {@link #region} numbers them */
    int cell(int period, int region, int slot) {
        return (period * kinds * regionCount + region) * slotCount + slot;
    }

    /** The number of a place that the shape has, else -1. */
    int cell(int kind, Held.Place place) {
        Period period = place.period();
        RegionCode region = place.region();
        Slot slot = place.slot();
        Integer p = periodNumbers.get(period);
        Integer r = regionNumbers.get(region);
        Integer s = slotNumbers.get(slot);
        return p == null || r == null || s == null ? -1 : cell(p, region(kind, r), s);
    }

    int region(int kind, int region) {
        return kind * regionCount + region;
    }

    int kindOf(int region) {
        return region / regionCount;
    }

    /** The same region of another kind. */
    int inKind(int kind, int region) {
        return region(kind, region % regionCount);
    }

    boolean isDistrict(int region) {
        return region % regionCount == 0;
    }

    int kinds() {
        return kinds;
    }

    int slotOf(int cell) {
        return cell % slotCount;
    }

    int regionOf(int cell) {
        return cell / slotCount % (kinds * regionCount);
    }

    int periodOf(int cell) {
        return cell / slotCount / regionCount / kinds;
    }

    List<Period> periods() {
        return periods;
    }

    List<RegionCode> regions() {
        return regions;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Numbers of the slots of each dimension. */
    List<int[]> dimensions() {
        return dimensions;
    }

    boolean hasTownships() {
        return regions.size() > 1;
    }
}
