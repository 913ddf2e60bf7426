package org.ipwarehouse.warehouse.internal.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers the cells in which rows count: for each region the total and one cell for each breakdown value. What is needed
 * only while rows are read does not leave the task.
 */
final class RowCells implements Serializable {
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;；]\\s*");

    /** As many as a long has bits, less one for the total. */
    private static final int MOST_BREAKDOWNS = Long.SIZE - 1;

    private final List<ScanColumns.Breakdown> breakdowns;
    private final transient Map<UTF8String, Integer> regions = new HashMap<>();
    private final transient List<Map<UTF8String, int[]>> values = new ArrayList<>();
    private final List<Cell> cells = new ArrayList<>();
    private final transient Map<Cell, Integer> ofDistrict = new HashMap<>();
    private transient int[] districts = new int[0];
    private transient int[] totals = new int[0];
    private transient int[] found = new int[16];
    private transient int[] kinds = new int[16];
    private int count;

    RowCells(List<ScanColumns.Breakdown> breakdowns) {
        this.breakdowns = breakdowns;
        breakdowns.forEach(b -> values.add(new HashMap<>()));
        if (breakdowns.size() > MOST_BREAKDOWNS) {
            throw new IllegalArgumentException("More than " + MOST_BREAKDOWNS + " breakdowns of a fact");
        }
    }

    /** The cells of a row are {@link #at} 0 to less than what is returned. */
    int find(InternalRow row) {
        UTF8String code = row.getUTF8String(0);
        Integer known = regions.get(code);
        int region = known == null ? newRegion(code) : known;
        count = 0;
        add(totals[region], 0);
        for (int i = 0; i < breakdowns.size(); i++) {
            UTF8String text = row.getUTF8String(breakdowns.get(i).column());
            if (breakdowns.get(i).many()) {
                for (String each :
                        new TreeSet<>(List.of(SEPARATOR.split(text.toString().strip(), 0)))) {
                    add(cell(i, UTF8String.fromString(each), region, code), i + 1);
                }
            } else {
                add(cell(i, text, region, code), i + 1);
            }
        }
        return count;
    }

    int at(int index) {
        return found[index];
    }

    /** 0 for a total, else the number of the breakdown from 1. */
    int kind(int index) {
        return kinds[index];
    }

    /** The cell of the district with the same breakdown value. */
    int inDistrict(int cell, String district) {
        if (districts.length <= cell) {
            int before = districts.length;
            districts = Arrays.copyOf(districts, Math.max(cell + 1, before * 2));
            Arrays.fill(districts, before, districts.length, -1);
        }
        if (districts[cell] < 0) {
            Cell wanted = cells.get(cell).at(district);
            Integer known = ofDistrict.get(wanted);
            districts[cell] = known == null ? numbered(wanted) : known;
            ofDistrict.put(wanted, districts[cell]);
        }
        return districts[cell];
    }

    Cell cell(int number) {
        return cells.get(number);
    }

    int size() {
        return cells.size();
    }

    private void add(int cell, int kind) {
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
            kinds = Arrays.copyOf(kinds, count * 2);
        }
        kinds[count] = kind;
        found[count++] = cell;
    }

    private int newRegion(UTF8String code) {
        int region = regions.size();
        regions.put(code.copy(), region);
        totals = Arrays.copyOf(totals, region + 1);
        totals[region] = numbered(Cell.total(code.toString()));
        return region;
    }

    private int cell(int breakdown, UTF8String value, int region, UTF8String code) {
        int[] ofRegions = values.get(breakdown).get(value);
        if (ofRegions == null || ofRegions.length <= region) {
            ofRegions = ofRegions == null ? new int[0] : ofRegions;
            int before = ofRegions.length;
            ofRegions = Arrays.copyOf(ofRegions, Math.max(region + 1, totals.length));
            Arrays.fill(ofRegions, before, ofRegions.length, -1);
            values.get(breakdown).put(value.copy(), ofRegions);
        }
        if (ofRegions[region] < 0) {
            ofRegions[region] = numbered(
                    Cell.read(code.toString(), breakdowns.get(breakdown).name(), value.toString()));
        }
        return ofRegions[region];
    }

    private int numbered(Cell cell) {
        cells.add(cell);
        return cells.size() - 1;
    }
}
