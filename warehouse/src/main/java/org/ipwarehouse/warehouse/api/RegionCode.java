package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.util.regex.Pattern;

/**
 * An administrative division by GB/T 2260 (6 digits) or the statistical township code (9 digits). The code
 * {@code <district>000} stands for rows of the district whose township is not known (乡镇不详), so that townships
 * always add up to their district.
 */
public record RegionCode(String value) implements Comparable<RegionCode>, Serializable {
    private static final Pattern FORM = Pattern.compile("\\d{6}(\\d{3})?");

    public RegionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "Not a region code: '" + value + "'. It has 6 or 9 digits (640502, 640502100).");
        }
    }

    public boolean isTownship() {
        return value.length() == 9;
    }

    public boolean isUnknownTownship() {
        return isTownship() && value.endsWith("000");
    }

    public RegionCode district() {
        return new RegionCode(value.substring(0, 6));
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
