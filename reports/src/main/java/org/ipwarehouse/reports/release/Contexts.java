package org.ipwarehouse.reports.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.Release;

/** What documents are made with besides figures: a regeneration is the same only where all of it is. */
final class Contexts {
    private static final List<String> POLICY = List.of("warehouse/disclosure");

    private Contexts() {}

    /** @param files digest of what was kept of the writers' files; definitions are the desk's to freeze */
    static Release.Context of(Path home, String software, String files) {
        return new Release.Context(software, Digests.sha256(home, POLICY), files, "");
    }

    /** Why an edition cannot be made again byte by byte; empty where it can. */
    static List<String> obstacles(Release.Context then, String software, KeptFiles kept) {
        List<String> obstacles = new ArrayList<>();
        if (!then.software().equals(software)) {
            obstacles.add("程序版本已改变（" + then.software() + " → " + software + "），不能逐字节重新生成；数字仍可核对");
        }
        if (!kept.has(then.writersFiles())) {
            obstacles.add("编制时的模板、用语和口径没有存下，或已被删去，不能逐字节重新生成；数字仍可核对");
        }
        return obstacles;
    }
}
