package org.ipwarehouse.etl.standardise;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the township of a place by its name, by a village of it or within an address (repair D54). A short name (滨河)
 * counts only where it is the whole text: within an address it may be a road (滨河路), so there only full names count
 * (滨河镇). A village counts within an address only where the address names the district, because other counties have
 * villages of the same names.
 */
public final class TownshipFinder implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String[] ABOVE = {"宁夏回族自治区", "宁夏", "中卫市"};

    private final String district;
    private final String districtName;
    private final HashMap<String, String> byName;
    private final HashMap<String, String> byVillage;
    private final HashSet<String> fullNames;
    private final HashSet<String> codes;
    private final PlaceNames townships;
    private final PlaceNames villages;
    private final PlaceNames outside;

    /**
     * Names of places.
     *
     * @param district code of the district (640502), with which the codes of its townships begin
     * @param districtName name of the district
     * @param byName code of the township by every agreed spelling
     * @param byFullName code by official name, searched within addresses
     * @param byVillage code of the township by every spelling of a village
     * @param outside name of the county by every name that lies outside the district
     */
    public record Names(
            String district,
            String districtName,
            Map<String, String> byName,
            Map<String, String> byFullName,
            Map<String, String> byVillage,
            Map<String, String> outside) {}

    public TownshipFinder(Names names) {
        this.district = names.district();
        this.districtName = names.districtName();
        this.byName = new HashMap<>(names.byName());
        this.byVillage = new HashMap<>(names.byVillage());
        this.fullNames = new HashSet<>(names.byFullName().keySet());
        this.codes = new HashSet<>(names.byFullName().values());
        this.townships = new PlaceNames(names.byFullName());
        this.villages = new PlaceNames(inAddresses(names.byVillage()));
        this.outside = new PlaceNames(names.outside());
    }

    /** 阳光社区 may stand in any address, 东园 nearly anywhere: at least three characters and 村, 社区 or 居委会. */
    private static Map<String, String> inAddresses(Map<String, String> villages) {
        Map<String, String> long3 = new LinkedHashMap<>(villages);
        long3.keySet().removeIf(name -> name.length() < 3);
        return long3;
    }

    /** Reads a cell that names a township. @return the 9-digit code */
    public Reading<String> name(String raw) {
        String exact = byName.get(raw);
        if (exact != null && (fullNames.contains(raw) || raw.equals(exact))) {
            return Reading.of(exact);
        }
        String text = CleanText.dense(raw);
        String local = withoutAbove(text);
        String code = byName.getOrDefault(local, byVillage.getOrDefault(local, ""));
        if (!code.isEmpty()) {
            return fullNames.contains(text) || code.equals(text) ? Reading.of(code) : Reading.repaired(code, "D54");
        }
        Reading<String> within = address(text);
        if (within.value() != null || within.problem() != null) {
            return within;
        }
        PlaceNames.Found village = villages.longest(text);
        return village == null
                ? Reading.refused(Problem.ENUM_UNKNOWN, "不是本区的乡镇")
                : Reading.repaired(village.name().meaning(), "D54");
    }

    private String withoutAbove(String text) {
        String local = text;
        for (String above : ABOVE) {
            local = local.startsWith(above) ? local.substring(above.length()) : local;
        }
        return local.startsWith(districtName) && local.length() > districtName.length()
                ? local.substring(districtName.length())
                : local;
    }

    /** Looks for a township within an address; nothing found is no error. */
    public Reading<String> address(String raw) {
        String text = CleanText.dense(raw);
        PlaceNames.Found township = townships.longest(text);
        PlaceNames.Found other = outside.first(text);
        boolean ours = text.contains(districtName);
        if (other != null && !ours && (township == null || other.at() < township.at())) {
            return Reading.refused(Problem.OUT_OF_AREA, "地址属于" + other.name().meaning());
        }
        if (township != null) {
            return Reading.repaired(township.name().meaning(), "D54");
        }
        PlaceNames.Found village = ours ? villages.longest(text) : null;
        return village == null
                ? Reading.nothing()
                : Reading.repaired(village.name().meaning(), "D54");
    }

    /** Reads a region code of 6, 9 or 12 digits, or a name instead of it. 640321 is what the district was till 2003. */
    public Reading<String> code(String raw) {
        String text = CleanText.dense(raw);
        if (!DocumentNumber.isDigits(text, 0, text.length())) {
            return text.endsWith(districtName) && withoutAbove(text).equals(districtName)
                    ? Reading.repaired(district, "D54")
                    : name(raw);
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
        boolean whole = text.length() == 12 && text.endsWith("000000");
        String kept = whole ? district : code;
        if (kept.length() != 6 && !codes.contains(kept)) {
            return Reading.refused(Problem.ENUM_UNKNOWN, "没有这个区划代码");
        }
        return text.equals(kept) ? Reading.of(kept) : Reading.repaired(kept, "D54");
    }
}
