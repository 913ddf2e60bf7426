package org.ipwarehouse.warehouse.internal.release;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.indicator.Indicators;
import org.ipwarehouse.warehouse.internal.release.ReleaseTables.Entry;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The accounts of all editions. */
public final class ReleaseLedger {
    private final KernelTables tables;

    public ReleaseLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** All editions, the newest draft first. */
    public List<Release> releases() {
        List<Release> releases = new ArrayList<>();
        accounts().values().forEach(entries -> releases.add(standing(entries)));
        releases.sort(Comparator.comparing((Release r) -> r.steps().get(0).at())
                .reversed()
                .thenComparing(Release::id));
        return List.copyOf(releases);
    }

    private Map<String, List<Entry>> accounts() {
        Map<String, List<Entry>> accounts = new TreeMap<>();
        tables.scan(ReleaseTables.ENTRY.table(), ReleaseTables.ENTRY.names(), Where.everything(), row -> {
            Entry entry = ReleaseTables.entry(row);
            accounts.computeIfAbsent(entry.release().id(), id -> new ArrayList<>())
                    .add(entry);
        });
        accounts.values().forEach(entries -> entries.sort(Comparator.comparingInt(Entry::number)));
        return accounts;
    }

    /** What the last entry knows, with the steps of all. */
    private static Release standing(List<Entry> entries) {
        Release last = entries.get(entries.size() - 1).release();
        List<Release.Step> steps = entries.stream().map(Entry::step).toList();
        return with(last, steps, last.documents());
    }

    static Release with(Release r, List<Release.Step> steps, List<Release.Document> documents) {
        return new Release(
                r.id(),
                r.series(),
                r.period(),
                r.number(),
                steps,
                r.vintage(),
                r.embargo(),
                r.figures(),
                r.figureDigest(),
                documents,
                r.context(),
                r.isSynthetic());
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where there is none */
    public Release release(String id) {
        return releases().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> WarehouseErrors.noRelease(
                        id, releases().stream().map(Release::id).toList()));
    }

    /** Which edition another was made to correct. */
    Optional<String> corrects(String id) {
        return Optional.ofNullable(accounts().get(id))
                .map(entries -> entries.get(0).corrects())
                .filter(corrects -> !corrects.isEmpty());
    }

    Release add(Release stands, String corrects, Release.Step step, List<Release.Document> documents) {
        Release after = with(stands, List.of(step), documents);
        int number = stands.steps().size();
        tables.ensure(ReleaseTables.ENTRY);
        tables.append(
                ReleaseTables.ENTRY, one(new Entry(corrects, number, after)), "release " + stands.id() + " " + number);
        return release(stands.id());
    }

    private static List<@Nullable Object[]> one(Entry entry) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(ReleaseTables.row(entry));
        return rows;
    }

    /** The first entry of an edition, after its figures are written: an edition always has all of them. */
    Release begin(Release release, String corrects, List<Figure> figures, String definitions) {
        tables.ensure(ReleaseTables.TEXT);
        tables.ensure(ReleaseTables.FIGURE);
        tables.ensure(ReleaseTables.ENTRY);
        tables.append(ReleaseTables.TEXT, text(release.id(), definitions), "definitions " + release.id());
        tables.append(
                ReleaseTables.FIGURE,
                figures.stream()
                        .map(f -> ReleaseTables.row(release.id(), f, release.vintage()))
                        .toList(),
                "figures " + release.id());
        tables.append(ReleaseTables.ENTRY, one(new Entry(corrects, 0, release)), "release " + release.id() + " 0");
        return release(release.id());
    }

    /** The figures of an edition as they were frozen, in their order. */
    public List<Figure> figures(String id) {
        Map<List<Object>, Figure> figures = new LinkedHashMap<>();
        tables.scan(
                ReleaseTables.FIGURE.table(),
                ReleaseTables.FIGURE.names(),
                List.of(Where.equal("release_id", id)),
                row -> {
                    Figure figure = ReleaseTables.figure(row);
                    figures.put(key(figure), figure);
                });
        return figures.values().stream().sorted(Indicators.ORDER).toList();
    }

    /**
     * The warehouse that the edition's documents are made from.
     *
     * @param inside for an edition whose definitions were not kept: those of today
     */
    public Warehouse frozen(Warehouse inside, Release release, Supplier<AnalysisRules> today) {
        Definitions definitions = definitions(release.id())
                .map(text -> Definitions.read(release.id(), text))
                .orElseGet(() -> Definitions.of(inside, release.period(), today.get()));
        return new ReleasedWarehouse(inside, release, figures(release.id()), definitions);
    }

    private static List<@Nullable Object[]> text(String id, String content) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {id, content});
        return rows;
    }

    /** What the edition was printed from besides figures; empty for one that was drafted before this was kept. */
    Optional<String> definitions(String id) {
        List<String> found = new ArrayList<>();
        tables.scan(
                ReleaseTables.TEXT.table(),
                ReleaseTables.TEXT.names(),
                List.of(Where.equal("release_id", id)),
                row -> found.add(String.valueOf(row[1])));
        return found.stream().findFirst();
    }

    private static List<Object> key(Figure f) {
        return List.of(f.indicator(), f.period(), f.region(), f.dimension(), f.dimensionValue());
    }

    /** SHA-256 over all that figures say, in their order. */
    static String digest(List<Figure> figures) {
        MessageDigest digest = sha256();
        figures.forEach(figure -> digest.update((figure + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** What an edition says otherwise than the one that the public has had before it. */
    public List<Revised> revisedIn(String id) {
        Release release = release(id);
        Optional<Release> before = before(release);
        if (before.isEmpty()) {
            return List.of();
        }
        Map<List<Object>, Figure> now = new LinkedHashMap<>();
        figures(id).forEach(f -> now.put(key(f), f));
        List<Revision> revisions = new ArrayList<>();
        for (Figure then : figures(before.get().id())) {
            Figure later = now.get(key(then));
            if (later != null && Told.differs(then, later)) {
                revisions.add(Revision.of(then, later));
            }
        }
        revisions.sort(Revision.LARGEST_FIRST);
        return revisions.stream()
                .map(revision -> new Revised(before.get().id(), revision, Told.reasonZh(revision)))
                .toList();
    }

    /** The edition that a correction corrects; else the last one of the series that was signed before this was drafted. */
    private Optional<Release> before(Release release) {
        Optional<String> corrected = corrects(release.id());
        if (corrected.isPresent()) {
            return corrected.map(this::release);
        }
        return releases().stream()
                .filter(r -> r.series().equals(release.series())
                        && !r.id().equals(release.id())
                        && r.period().compareTo(release.period()) < 0)
                .filter(r -> held(r, release.steps().get(0).at()))
                .max(Comparator.comparing(Release::period).thenComparing(Release::number));
    }

    /** What the public had when the next edition was drafted: a later withdrawal does not change what that one says. */
    private static boolean held(Release release, Instant moment) {
        return release.steps().stream()
                .filter(step -> !step.at().isAfter(moment))
                .reduce((earlier, later) -> later)
                .filter(step -> step.state() == Release.State.SIGNED)
                .isPresent();
    }
}
