package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.reports.superset.AccessSpec.Embedded;
import org.ipwarehouse.reports.superset.AccessSpec.Role;
import org.ipwarehouse.reports.superset.bundle.Edition;
import org.ipwarehouse.reports.superset.bundle.EditionBundle;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;
import org.ipwarehouse.reports.superset.bundle.SupersetObject.Kind;
import org.ipwarehouse.reports.superset.client.SupersetClient;

/** What no import does: roles of readers, their rights, row-level rules, embedding. Only roles that the file names. */
final class AccessKeeper {
    /** What reading a dashboard takes, permission and view: nothing by which a reader could change or explore. */
    private static final List<List<String>> READING = List.of(
            List.of("can_read", "Dashboard"),
            List.of("can_read", "Chart"),
            List.of("can_read", "Dataset"),
            List.of("can_read", "Database"),
            List.of("can_read", "Theme"),
            List.of("can_read", "CurrentUserRestApi"),
            List.of("can_read", "DashboardFilterStateRestApi"),
            List.of("can_write", "DashboardFilterStateRestApi"),
            List.of("can_read", "DashboardPermalinkRestApi"),
            List.of("can_write", "DashboardPermalinkRestApi"),
            List.of("can_read", "EmbeddedDashboard"),
            List.of("can_read", "SecurityRestApi"),
            List.of("can_dashboard", "Superset"),
            List.of("can_dashboard_permalink", "Superset"),
            List.of("can_explore_json", "Superset"),
            List.of("can_language_pack", "Superset"),
            List.of("can_time_range", "Api"),
            List.of("can_query", "Api"),
            List.of("can_list", "DynamicPlugin"),
            List.of("can_show", "DynamicPlugin"),
            List.of("menu_access", "Dashboards"));
    /** For those who are logged in. */
    private static final List<List<String>> OWN_ACCOUNT = List.of(
            List.of("can_userinfo", "UserDBModelView"),
            List.of("resetmypassword", "UserDBModelView"),
            List.of("can_csv", "Superset"),
            List.of("can_view_chart_as_table", "Dashboard"));

    private final SupersetClient client;
    private final Standing standing;

    AccessKeeper(SupersetClient client, Standing standing) {
        this.client = client;
        this.standing = standing;
    }

    List<String> differences(Publication publication) {
        return work(publication, false);
    }

    void apply(Publication publication) {
        work(publication, true);
    }

    private List<String> work(Publication publication, boolean changes) {
        List<String> done = new ArrayList<>();
        Map<String, Integer> roles = new LinkedHashMap<>();
        client.list("security/roles", List.of())
                .forEach(r -> roles.put(r.path("name").asText(), r.path("id").asInt()));
        Map<List<String>, Integer> rights = publication.access().roles().isEmpty() ? Map.of() : rights();
        List<JsonNode> rules = client.list("rowlevelsecurity", List.of());
        for (Role role : publication.access().roles()) {
            bundle(publication, role).ifPresent(bundle -> {
                if (!roles.containsKey(role.name())) {
                    done.add("新建角色 " + role.name());
                    if (changes) {
                        roles.put(
                                role.name(),
                                client.post("/api/v1/security/roles/", Map.of("name", role.name()))
                                        .path("id")
                                        .asInt());
                    }
                }
                Integer id = roles.get(role.name());
                if (id != null) {
                    grant(role, id, bundle, rights, changes, done);
                    rule(role, id, bundle, rules, changes, done);
                }
            });
        }
        publication.access().embedded().forEach(e -> embed(publication, e, changes, done));
        forbid(publication, changes, done);
        return done;
    }

    private static Optional<EditionBundle> bundle(Publication publication, Role role) {
        return publication.parts().stream()
                .map(Publication.Part::bundle)
                .filter(b -> b.edition().audience() == role.audience())
                .findFirst();
    }

    private Map<List<String>, Integer> rights() {
        Map<List<String>, Integer> rights = new LinkedHashMap<>();
        client.list("security/permissions-resources", List.of())
                .forEach(r -> rights.put(
                        List.of(
                                r.path("permission").path("name").asText(),
                                r.path("view_menu").path("name").asText()),
                        r.path("id").asInt()));
        return rights;
    }

    private void grant(
            Role role,
            int id,
            EditionBundle bundle,
            Map<List<String>, Integer> rights,
            boolean changes,
            List<String> done) {
        Set<Integer> wanted = new LinkedHashSet<>();
        List<List<String>> names = new ArrayList<>(READING);
        if (role.audience() == org.ipwarehouse.warehouse.api.Audience.INTERNAL) {
            names.addAll(OWN_ACCOUNT);
        }
        names.addAll(tables(bundle));
        names.forEach(name -> Optional.ofNullable(rights.get(name)).ifPresent(wanted::add));
        Set<Integer> held = new TreeSet<>();
        client.get("/api/v1/security/roles/" + id + "/permissions/")
                .path("result")
                .forEach(p -> held.add(p.path("id").asInt()));
        if (!held.equals(new TreeSet<>(wanted))) {
            done.add("角色 " + role.name() + " 的权限（现有 " + held.size() + " 项，应有 " + wanted.size() + " 项）");
            if (changes) {
                client.post(
                        "/api/v1/security/roles/" + id + "/permissions",
                        Map.of("permission_view_menu_ids", List.copyOf(wanted)));
            }
        }
    }

    /** The right to each dataset of the edition, as Superset names it. */
    private List<List<String>> tables(EditionBundle bundle) {
        String database = bundle.objects().stream()
                .filter(o -> o.kind() == Kind.DATABASE)
                .map(SupersetObject::name)
                .findFirst()
                .orElse("");
        List<List<String>> names = new ArrayList<>();
        datasets(bundle)
                .forEach((object, id) -> names.add(List.of(
                        "datasource_access",
                        "[" + database + "].["
                                + object.content().path("table_name").asText() + "](id:" + id + ")")));
        return names;
    }

    private Map<SupersetObject, Integer> datasets(EditionBundle bundle) {
        Map<SupersetObject, Integer> datasets = new LinkedHashMap<>();
        bundle.objects().stream().filter(o -> o.kind() == Kind.DATASET).forEach(o -> standing.id(o.uuid())
                .ifPresent(id -> datasets.put(o, id)));
        return datasets;
    }

    private void rule(
            Role role, int id, EditionBundle bundle, List<JsonNode> rules, boolean changes, List<String> done) {
        String name = "ipw " + role.name();
        Optional<JsonNode> there =
                rules.stream().filter(r -> r.path("name").asText().equals(name)).findFirst();
        if (role.regions().isEmpty()) {
            there.ifPresent(r -> {
                done.add("删除角色 " + role.name() + " 的行级规则");
                if (changes) {
                    client.delete("/api/v1/rowlevelsecurity/" + r.path("id").asInt());
                }
            });
            return;
        }
        List<Integer> tables = withRegion(bundle);
        Map<String, Object> wanted = rule(role, id, tables, name);
        boolean isSame = there.isPresent()
                && there.get().path("clause").asText().equals(wanted.get("clause"))
                && there.get().path("tables").size() == tables.size();
        if (!isSame) {
            done.add("角色 " + role.name() + " 的行级规则：" + wanted.get("clause"));
            if (changes) {
                if (there.isPresent()) {
                    client.put(
                            "/api/v1/rowlevelsecurity/" + there.get().path("id").asInt(), wanted);
                } else {
                    client.post("/api/v1/rowlevelsecurity/", wanted);
                }
            }
        }
    }

    private List<Integer> withRegion(EditionBundle bundle) {
        List<Integer> tables = new ArrayList<>();
        datasets(bundle).forEach((object, number) -> {
            boolean hasRegion = false;
            for (JsonNode column : object.content().path("columns")) {
                hasRegion |= column.path("column_name").asText().equals("region_code");
            }
            if (hasRegion) {
                tables.add(number);
            }
        });
        return tables;
    }

    private static Map<String, Object> rule(Role role, int id, List<Integer> tables, String name) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("name", name);
        wanted.put("filter_type", "Regular");
        wanted.put("tables", tables);
        wanted.put("roles", List.of(id));
        // codes of nine digits, checked when the file was read
        wanted.put("clause", "region_code IN ('" + String.join("', '", role.regions()) + "')");
        wanted.put("group_key", "ipw_region");
        wanted.put("description", "ipw superset apply 按 reports/superset/access.yaml 维护");
        return wanted;
    }

    private void embed(Publication publication, Embedded embedded, boolean changes, List<String> done) {
        publication.parts().stream()
                .filter(p -> p.bundle().edition().audience() == embedded.audience())
                .flatMap(p -> p.bundle().objects().stream())
                .filter(o -> o.kind() == Kind.DASHBOARD)
                .filter(o -> o.path().equals(path(embedded)))
                .forEach(o -> standing.id(o.uuid()).ifPresent(id -> embed(o, id, embedded, changes, done)));
    }

    /** A page that the file no longer lets be embedded must not stay open to others. */
    private void forbid(Publication publication, boolean changes, List<String> done) {
        publication
                .objects()
                .filter(o -> o.kind() == Kind.DASHBOARD)
                .filter(o -> publication.access().embedded().stream()
                        .noneMatch(e -> o.path().equals(path(e))))
                .forEach(o -> standing.id(o.uuid()).ifPresent(id -> {
                    if (client.find("/api/v1/dashboard/" + id + "/embedded").has("result")) {
                        done.add(o.label() + "不再可嵌入");
                        if (changes) {
                            client.delete("/api/v1/dashboard/" + id + "/embedded");
                        }
                    }
                }));
    }

    private static String path(Embedded embedded) {
        return Edition.dashboardPath(embedded.audience(), embedded.dashboard());
    }

    private void embed(SupersetObject dashboard, int id, Embedded embedded, boolean changes, List<String> done) {
        Set<String> allowed = new TreeSet<>();
        client.find("/api/v1/dashboard/" + id + "/embedded")
                .path("result")
                .path("allowed_domains")
                .forEach(d -> allowed.add(d.asText()));
        if (!allowed.equals(new TreeSet<>(embedded.domains()))) {
            done.add(dashboard.label() + "可嵌入：" + String.join("、", embedded.domains()));
            if (changes) {
                client.post("/api/v1/dashboard/" + id + "/embedded", Map.of("allowed_domains", embedded.domains()));
            }
        }
    }
}
