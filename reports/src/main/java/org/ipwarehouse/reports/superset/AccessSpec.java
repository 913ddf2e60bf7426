package org.ipwarehouse.reports.superset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.warehouse.api.Audience;

/** Who may see what: {@code reports/superset/access.yaml}, read strictly. */
public record AccessSpec(List<Role> roles, List<Embedded> embedded) {
    private static final String PREFIX = "ipw_";

    public AccessSpec {
        roles = List.copyOf(roles);
        embedded = List.copyOf(embedded);
    }

    /**
     * @param regions townships to which it is limited; empty for the whole district
     */
    public record Role(String name, Audience audience, List<String> regions) {
        public Role {
            regions = List.copyOf(regions);
        }
    }

    /** A dashboard that other pages may embed. */
    public record Embedded(String dashboard, Audience audience, List<String> domains) {
        public Embedded {
            domains = List.copyOf(domains);
        }
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault with file and line; no roles where there is no file */
    public static AccessSpec read(Path home) {
        Path file = home.resolve("reports").resolve("superset").resolve("access.yaml");
        if (!Files.isRegularFile(file)) {
            return new AccessSpec(List.of(), List.of());
        }
        SpecNode root = SpecNode.read(file);
        root.entries(Set.of("roles", "embedded"));
        return new AccessSpec(
                root.child("roles").items().stream().map(AccessSpec::role).toList(),
                root.find("embedded")
                        .map(list ->
                                list.items().stream().map(AccessSpec::embedded).toList())
                        .orElse(List.of()));
    }

    private static Role role(SpecNode node) {
        node.entries(Set.of("role", "edition", "regions"));
        SpecNode name = node.child("role");
        if (!name.text().matches(PREFIX + "[a-z0-9_]{1,40}")) {
            throw name.mistake("角色“" + name.text() + "”的名称不合规则。", "以 ipw_ 开头，用小写字母、数字和下划线：只有这样的角色归本程序管理。");
        }
        List<String> regions = node.find("regions")
                .map(list -> list.items().stream().map(AccessSpec::region).toList())
                .orElse(List.of());
        return new Role(name.text(), audience(node), regions);
    }

    private static String region(SpecNode node) {
        if (!node.text().matches("\\d{9}")) {
            throw node.mistake("“" + node.text() + "”不是乡镇代码。", "写九位数字并加引号，例如 \"640502100\"。");
        }
        return node.text();
    }

    private static Embedded embedded(SpecNode node) {
        node.entries(Set.of("dashboard", "edition", "domains"));
        return new Embedded(
                node.child("dashboard").text(),
                audience(node),
                node.child("domains").texts());
    }

    private static Audience audience(SpecNode node) {
        SpecNode edition = node.child("edition");
        return switch (edition.text()) {
            case "internal" -> Audience.INTERNAL;
            case "public" -> Audience.PUBLIC;
            default -> throw edition.mistake("不认识“" + edition.text() + "”。", "写 internal 或 public。");
        };
    }
}
