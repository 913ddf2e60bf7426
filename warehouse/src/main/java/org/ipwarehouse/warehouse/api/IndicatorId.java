package org.ipwarehouse.warehouse.api;

import java.io.Serializable;
import java.util.regex.Pattern;

/** The code of an indicator in the catalogue, for example {@code XZ01}. */
public record IndicatorId(String code) implements Comparable<IndicatorId>, Serializable {
    private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z]?");

    public IndicatorId {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException(
                    "Not an indicator code: '" + code + "'. Write two letters and two digits, as in XZ01.");
        }
    }

    @Override
    public int compareTo(IndicatorId other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
