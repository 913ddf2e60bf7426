package org.ipwarehouse.reports.superset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.reports.OutsideErrors;
import org.ipwarehouse.reports.serving.AppliedObjects;
import org.ipwarehouse.reports.serving.AppliedObjects.Applied;
import org.ipwarehouse.reports.serving.ServingStore;
import org.ipwarehouse.reports.superset.Plan.Change;
import org.ipwarehouse.reports.superset.Plan.Step;
import org.ipwarehouse.reports.superset.bundle.Bundle;
import org.ipwarehouse.reports.superset.bundle.ChartCheck;
import org.ipwarehouse.reports.superset.bundle.FigureShelf;
import org.ipwarehouse.reports.superset.bundle.Normal;
import org.ipwarehouse.reports.superset.bundle.SupersetObject;
import org.ipwarehouse.reports.superset.client.MultipartForm;
import org.ipwarehouse.reports.superset.client.SupersetClient;
import org.ipwarehouse.warehouse.api.Fault;

/**
 * Publishes to one Superset with the tables of one PostgreSQL. Each operation can be repeated: what was cut short is
 * mended by the next apply.
 */
public final class SupersetPublisher {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServingStore store;
    private final SupersetClient client;

    public SupersetPublisher(ServingStore store, SupersetClient client) {
        this.store = store;
        this.client = client;
    }

    /** What to do with objects that were edited by hand. */
    public enum Edited {
        REFUSE,
        ADOPT,
        REVERT
    }

    /** What an apply would do; changes nothing. */
    public Plan plan(Publication publication) {
        client.requireVersion();
        return plan(publication, standing(publication), applied().all());
    }

    private Plan plan(Publication publication, Standing standing, Map<String, Applied> applied) {
        List<Step> steps =
                new Planner(applied, standing).steps(publication.objects().toList());
        List<String> loads = publication.parts().stream()
                .filter(this::isStale)
                .map(p -> "装载" + p.bundle().edition().labelZh() + "版数据表")
                .toList();
        List<String> access = new ArrayList<>(new AccessKeeper(client, standing).differences(publication));
        MailKeeper mail = new MailKeeper(client, standing);
        access.addAll(mail.differences(publication));
        List<String> notices = new ArrayList<>(publication.notices());
        notices.addAll(mail.notices(publication));
        return new Plan(steps, loads, access, notices);
    }

    private boolean isStale(Publication.Part part) {
        String held = store.held(part.marts().audience())
                .map(ServingStore.Load::digest)
                .orElse("");
        return !held.equals(part.marts().digest());
    }

    private Standing standing(Publication publication) {
        Set<String> ours = new HashSet<>(applied().all().keySet());
        publication.objects().forEach(o -> ours.add(o.uuid()));
        return Standing.of(client, ours);
    }

    private AppliedObjects applied() {
        return store.applied(client.url());
    }

    /**
     * Loads the tables, imports the objects, sets roles and rights.
     *
     * @return what was done; {@link Plan#isDone} where nothing was to do
     * @throws org.ipwarehouse.warehouse.api.Fault where another publishes, or objects were edited by hand
     */
    public Plan apply(Publication publication, Edited edited, Instant now) {
        client.requireVersion();
        store.lock(client.url());
        Standing standing = standing(publication);
        Map<String, Applied> applied = applied().all();
        Plan plan = plan(publication, standing, applied);
        List<Step> drifted = plan.of(Change.DRIFTED);
        if (!drifted.isEmpty() && edited == Edited.REFUSE) {
            throw OutsideErrors.drifted(
                    drifted.stream().map(SupersetPublisher::told).toList());
        }
        // first the tables: a chart that is new finds its figures there
        if (!plan.loads().isEmpty()) {
            store.replace(
                    publication.parts().stream().map(Publication.Part::marts).toList(), now);
        }
        boolean reverts = edited == Edited.REVERT && !drifted.isEmpty();
        if (plan.needsImport() || reverts) {
            standing = bring(publication, standing, kept(plan, edited));
            keep(publication, standing);
        } else {
            if (!drifted.isEmpty()) {
                record(publication, standing, kept(plan, edited));
            }
            if (!plan.access().isEmpty()) {
                keep(publication, standing);
            }
        }
        return plan;
    }

    private void keep(Publication publication, Standing standing) {
        new AccessKeeper(client, standing).apply(publication);
        new MailKeeper(client, standing).apply(publication);
    }

    private static String told(Step step) {
        return step.object().label() + (step.details().isEmpty() ? "" : "（" + String.join("，", step.details()) + "）");
    }

    /** Objects that stay as somebody made them. */
    private static Set<String> kept(Plan plan, Edited edited) {
        Set<String> kept = new HashSet<>();
        plan.of(Change.ADOPTED).forEach(s -> kept.add(s.object().uuid()));
        if (edited == Edited.ADOPT) {
            plan.of(Change.DRIFTED).forEach(s -> kept.add(s.object().uuid()));
        }
        return kept;
    }

    /** One import of everything: in Superset it is one transaction, so that half of it never shows. */
    private Standing bring(Publication publication, Standing standing, Set<String> kept) {
        List<SupersetObject> objects = publication
                .objects()
                .map(o -> kept.contains(o.uuid())
                        ? standing.content(o.uuid())
                                .map(c -> o.with(c.content()))
                                .orElse(o)
                        : o)
                .toList();
        intend(publication, standing, kept);
        MultipartForm form = new MultipartForm()
                .file("bundle", "ipw.zip", new Bundle(objects).zip())
                .field("passwords", json(publication.passwords()));
        client.upload("/api/v1/assets/import/", form);
        Standing after = standing(publication);
        record(publication, after, kept);
        return after;
    }

    /** Before the import: these are ours, whatever becomes of it. */
    private void intend(Publication publication, Standing standing, Set<String> kept) {
        Map<String, Applied> all = new LinkedHashMap<>(applied().all());
        publication
                .objects()
                .filter(o -> !kept.contains(o.uuid()))
                .forEach(o ->
                        all.put(o.uuid(), new Applied(o.uuid(), o.kind().name(), o.name(), o.digest(), "", false)));
        keepKnown(standing, all);
        applied().replace(all.values());
    }

    /** After it: what the server made of them is what an edit by hand will differ from. */
    private void record(Publication publication, Standing standing, Set<String> kept) {
        Map<String, Applied> all = new LinkedHashMap<>(applied().all());
        publication.objects().forEach(o -> {
            String observed = standing.content(o.uuid())
                    .map(c -> Normal.text(c.content()))
                    .orElse("");
            all.put(
                    o.uuid(),
                    new Applied(
                            o.uuid(), o.kind().name(), o.name(), o.digest(), observed, isLoose(publication, o, kept)));
        });
        applied().replace(all.values());
    }

    /** Kept as somebody made it, without being part of the definition: the next change of a file would undo it. */
    private static boolean isLoose(Publication publication, SupersetObject object, Set<String> kept) {
        return kept.contains(object.uuid()) && !publication.adopted().touches(object);
    }

    /** Objects that are gone from the server need no record. */
    private static void keepKnown(Standing standing, Map<String, Applied> all) {
        all.values()
                .removeIf(a -> !a.observed().isEmpty() && standing.id(a.uuid()).isEmpty());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * Asks Superset for the data of every chart and holds each number against the warehouse's figures.
     *
     * @param charts how many were asked
     * @param numbers how many cells were compared
     * @param lists charts that list rows: only that they answer is checked
     * @param complaints what differs
     */
    public record Verdict(int charts, int numbers, int lists, List<String> complaints) {
        public Verdict {
            complaints = List.copyOf(complaints);
        }
    }

    public Verdict verify(Publication publication) {
        client.requireVersion();
        Standing standing = standing(publication);
        List<String> complaints = new ArrayList<>();
        int charts = 0;
        int numbers = 0;
        int lists = 0;
        for (Publication.Part part : publication.parts()) {
            for (SupersetObject chart : part.bundle().charts().toList()) {
                ChartCheck check =
                        java.util.Objects.requireNonNull(part.bundle().checks().get(chart.uuid()));
                Optional<Integer> id = standing.id(chart.uuid());
                charts++;
                lists += check.isList() ? 1 : 0;
                if (id.isEmpty()) {
                    complaints.add(check.title() + "：Superset 里没有这个图表（" + check.where() + "）");
                    continue;
                }
                ChartCheck.Outcome outcome = asked(check, id.get(), part.figures());
                numbers += outcome.numbers();
                complaints.addAll(outcome.complaints());
            }
        }
        return new Verdict(charts, numbers, lists, complaints);
    }

    private ChartCheck.Outcome asked(ChartCheck check, int id, FigureShelf figures) {
        try {
            JsonNode answer = client.get("/api/v1/chart/" + id + "/data/?force=true");
            return check.compare(answer.path("result").path(0).path("data"), figures);
        } catch (Fault refused) {
            return new ChartCheck.Outcome(0, List.of(check.title() + "：" + refused.getMessage()));
        }
    }

    /** Removes objects that this publisher made and that no file defines any more. @return what was removed */
    public List<SupersetObject> prune(Publication publication) {
        client.requireVersion();
        store.lock(client.url());
        Standing standing = standing(publication);
        Map<String, Applied> applied = new LinkedHashMap<>(applied().all());
        List<SupersetObject> removed = plan(publication, standing, applied).of(Change.REMOVED).stream()
                .map(Step::object)
                // dashboards before their charts, charts before their datasets
                .sorted(Comparator.comparing(SupersetObject::kind).reversed())
                .toList();
        for (SupersetObject object : removed) {
            standing.id(object.uuid())
                    .ifPresent(id -> client.delete("/api/v1/" + object.kind().word() + "/" + id));
            applied.remove(object.uuid());
            applied().replace(applied.values());
        }
        return removed;
    }
}
