package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipwarehouse.reports.dashboard.Mailing;
import org.ipwarehouse.reports.superset.bundle.Edition;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;
import org.ipwarehouse.reports.superset.client.Rison;
import org.ipwarehouse.reports.superset.client.SupersetClient;

/**
 * Keeps the mailings of dashboards ("reports" in Superset) in step with the dashboard files. Only those whose name begins
 * as ours do; one that no file defines any more is taken away by an apply, so that nothing is sent that nobody wants.
 */
final class MailKeeper {
    private static final String PREFIX = "ipw ";
    private static final String ZONE = "Asia/Shanghai";

    private final SupersetClient client;
    private final Standing standing;

    MailKeeper(SupersetClient client, Standing standing) {
        this.client = client;
        this.standing = standing;
    }

    /** What the files ask for and the server cannot do. */
    List<String> notices(Publication publication) {
        return publication.mailings().isEmpty() || held().isPresent()
                ? List.of()
                : List.of("看板定义了定时发送（mail），但 Superset 没有打开 ALERT_REPORTS，不会发送。");
    }

    List<String> differences(Publication publication) {
        return steps(publication).stream().map(Step::told).toList();
    }

    void apply(Publication publication) {
        steps(publication).forEach(step -> step.work().run());
    }

    /** @param told what it does, for a plan */
    private record Step(String told, Runnable work) {}

    private List<Step> steps(Publication publication) {
        List<Step> steps = new ArrayList<>();
        Map<String, JsonNode> there = held().orElse(null);
        if (there == null) {
            return steps;
        }
        Map<String, JsonNode> unknown = new LinkedHashMap<>(there);
        for (Mailing mailing : publication.mailings()) {
            dashboard(publication, mailing).ifPresent(dashboard -> {
                String name = PREFIX + dashboard.content().path("slug").asText();
                step(mailing, dashboard, name, Optional.ofNullable(unknown.remove(name)))
                        .ifPresent(steps::add);
            });
        }
        unknown.forEach((name, report) -> steps.add(new Step(
                "删除定时发送 " + name,
                () -> client.delete("/api/v1/report/" + report.path("id").asInt()))));
        return steps;
    }

    /** Ours by name; empty where the server has the feature switched off. */
    private Optional<Map<String, JsonNode>> held() {
        JsonNode answer = client.find("/api/v1/report/" + Rison.query(Map.of("page", 0, "page_size", 100)));
        if (!answer.has("result")) {
            return Optional.empty();
        }
        Map<String, JsonNode> reports = new LinkedHashMap<>();
        client.list("report", List.of()).forEach(r -> {
            if (r.path("name").asText().startsWith(PREFIX)) {
                reports.put(
                        r.path("name").asText(),
                        client.get("/api/v1/report/" + r.path("id").asInt()).path("result"));
            }
        });
        return Optional.of(reports);
    }

    private static Optional<SupersetObject> dashboard(Publication publication, Mailing mailing) {
        String path = Edition.dashboardPath(mailing.edition(), mailing.dashboard());
        return publication.objects().filter(o -> o.path().equals(path)).findFirst();
    }

    private Optional<Step> step(Mailing mailing, SupersetObject dashboard, String name, Optional<JsonNode> there) {
        String told =
                "定时发送 " + dashboard.label() + " → " + String.join("、", mailing.to()) + "（" + mailing.crontab() + "）";
        Optional<Integer> id = standing.id(dashboard.uuid());
        if (there.isPresent() && id.isPresent() && isSame(there.get(), mailing, id.get())) {
            return Optional.empty();
        }
        // a dashboard that is not there yet has a number only after the import
        return Optional.of(new Step(told, () -> standing.id(dashboard.uuid()).ifPresent(number -> {
            Map<String, Object> wanted = wanted(mailing, name, number);
            if (there.isPresent()) {
                client.put("/api/v1/report/" + there.get().path("id").asInt(), wanted);
            } else {
                client.post("/api/v1/report/", wanted);
            }
        })));
    }

    private static boolean isSame(JsonNode there, Mailing mailing, int dashboard) {
        String to =
                there.path("recipients").path(0).path("recipient_config_json").asText();
        return there.path("crontab").asText().equals(mailing.crontab())
                && there.path("timezone").asText().equals(ZONE)
                && there.path("report_format").asText().equals(mailing.format().name())
                && there.path("dashboard").path("id").asInt() == dashboard
                && there.path("active").asBoolean()
                && to.contains("\"" + String.join(",", mailing.to()) + "\"");
    }

    private static Map<String, Object> wanted(Mailing mailing, String name, int dashboard) {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("type", "Report");
        wanted.put("name", name);
        wanted.put("description", "ipw superset apply 按 reports/dashboards/" + mailing.dashboard() + ".yaml 维护");
        // any other way of creation would send to whoever publishes
        wanted.put("creation_method", "alerts_reports");
        wanted.put("active", true);
        wanted.put("crontab", mailing.crontab());
        wanted.put("timezone", ZONE);
        wanted.put("dashboard", dashboard);
        wanted.put("report_format", mailing.format().name());
        wanted.put(
                "recipients",
                List.of(Map.of(
                        "type", "Email", "recipient_config_json", Map.of("target", String.join(",", mailing.to())))));
        return wanted;
    }
}
