package org.ipwarehouse.warehouse.internal.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.Warehouse.Region;

/** The district, its townships by code, and the unknown township, from {@code regions.csv}. */
public final class Regions {
    private Regions() {}

    /** The district first, the unknown township last. */
    public static List<Region> list(Path home, RegionCode district) {
        Path file = home.resolve("warehouse/reference/regions.csv");
        List<Region> townships = new ArrayList<>();
        Region self = null;
        for (CsvFile.Line line : CsvFile.read(file).rows()) {
            Region region = new Region(new RegionCode(line.text("code")), line.text("name"));
            if (region.code().equals(district)) {
                self = region;
            } else if (line.text("parent_code").equals(district.value())) {
                townships.add(region);
            }
        }
        if (self == null) {
            throw DefinitionErrors.wrong(file, 1, "没有区划 " + district, "请改正配置中的区划代码，或补充 regions.csv。");
        }
        List<Region> regions = new ArrayList<>(List.of(self));
        regions.addAll(townships);
        regions.add(new Region(new RegionCode(district.value() + "000"), "乡镇不详"));
        return List.copyOf(regions);
    }

    public static List<RegionCode> codes(Path home, RegionCode district) {
        return list(home, district).stream().map(Region::code).toList();
    }
}
