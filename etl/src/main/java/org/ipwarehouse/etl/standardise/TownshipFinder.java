package org.ipwarehouse.etl.standardise;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the township of a place by its name or within an address (repair D54). A short name (滨河) counts only where it
 * is the whole text: within an address it may be a road (滨河路), so there only full names count (滨河镇).
 */
public final class TownshipFinder implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String district;
    private final String districtName;
    private final LinkedHashMap<String, String> byName;
    private final LinkedHashMap<String, String> byFullName;
    private final LinkedHashMap<String, String> outside;

    /**
     * @param district code of the district (640502), with which the codes of its townships begin, and its name
     * @param byName code by every agreed spelling
     * @param byFullName code by official name, searched within addresses
     * @param outside name of the county by every name that lies outside the district
     */
    public TownshipFinder(
            Map.Entry<String, String> district,
            Map<String, String> byName,
            Map<String, String> byFullName,
            Map<String, String> outside) {
        this.district = district.getKey();
        this.districtName = district.getValue();
        this.byName = new LinkedHashMap<>(byName);
        this.byFullName = new LinkedHashMap<>(byFullName);
        this.outside = new LinkedHashMap<>(outside);
    }

    /** Reads a cell that names a township. @return the 9-digit code */
    public Reading<String> name(String raw) {
        String text = CleanText.dense(raw);
        String exact = byName.get(text);
        if (exact != null) {
            return text.equals(exact) || byFullName.containsKey(text)
                    ? Reading.of(exact)
                    : Reading.repaired(exact, "D54");
        }
        Reading<String> within = address(text);
        boolean decided = within.value() != null || within.problem() != null;
        return decided ? within : Reading.refused(Problem.ENUM_UNKNOWN, "不是本区的乡镇");
    }

    /** Looks for a township within an address; nothing found is no error. */
    public Reading<String> address(String raw) {
        String text = CleanText.dense(raw);
        String code = contained(text, byFullName);
        if (code != null) {
            return Reading.repaired(code, "D54");
        }
        String county = contained(text, outside);
        if (county != null && !text.contains(districtName)) {
            return Reading.refused(Problem.OUT_OF_AREA, "地址属于" + county);
        }
        return Reading.nothing();
    }

    /** Reads a region code of 6, 9 or 12 digits, or a name instead of it. 640321 is what the district was till 2003. */
    public Reading<String> code(String raw) {
        String text = CleanText.dense(raw);
        if (!DocumentNumber.isDigits(text, 0, text.length())) {
            return name(raw);
        }
        if (text.equals("640321")) {
            return Reading.repaired(district, "D54");
        }
        if (!text.startsWith(district) && !text.equals(district.substring(0, 4) + "00")) {
            return Reading.refused(Problem.OUT_OF_AREA, "区划代码不属于本区");
        }
        return region(text);
    }

    private Reading<String> region(String text) {
        String code = text.length() == 12 ? text.substring(0, 9) : text;
        if (code.length() != 6 && !byFullName.containsValue(code)) {
            return Reading.refused(Problem.ENUM_UNKNOWN, "没有这个区划代码");
        }
        return text.equals(code) ? Reading.of(code) : Reading.repaired(code, "D54");
    }

    private static @Nullable String contained(String text, Map<String, String> names) {
        for (Map.Entry<String, String> name : names.entrySet()) {
            if (text.contains(name.getKey())) {
                return name.getValue();
            }
        }
        return null;
    }
}
