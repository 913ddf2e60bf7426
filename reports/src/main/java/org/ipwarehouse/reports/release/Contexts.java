package org.ipwarehouse.reports.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Release;

/** What documents are made with besides figures: a regeneration is the same only where all of it is. */
final class Contexts {
    private static final List<String> POLICY = List.of("warehouse/disclosure");
    private static final List<String> WRITERS = List.of("reports/bulletins", "reports/style");
    private static final List<String> DEFINITIONS = List.of("warehouse/indicators", "warehouse/reference/regions.csv");

    private final Path home;

    Contexts(Path home) {
        this.home = home;
    }

    Release.Context now(String software) {
        return new Release.Context(
                software,
                Digests.sha256(home, POLICY),
                Digests.sha256(home, WRITERS),
                Digests.sha256(home, DEFINITIONS));
    }

    static List<String> differences(Release.Context then, Release.Context now) {
        List<String> differences = new ArrayList<>();
        String cannot = "已改变，不能逐字节重新生成；数字仍可核对";
        if (!then.software().equals(now.software())) {
            differences.add("程序版本（" + then.software() + " → " + now.software() + "）" + cannot);
        }
        if (!then.writersFiles().equals(now.writersFiles())) {
            differences.add("模板、用语或样式 " + String.join("、", WRITERS) + " " + cannot);
        }
        if (!then.definitions().equals(now.definitions())) {
            differences.add("指标口径 " + DEFINITIONS.get(0) + " " + cannot);
        }
        return differences;
    }
}
