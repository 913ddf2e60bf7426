package org.ipwarehouse.reports.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.document.BulletinWriter;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.ReleaseDesk;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Order;
import org.ipwarehouse.warehouse.api.ReleaseDesk.Person;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * The work of writers, reviewers and signers. Documents of an edition lie in {@code releases/<id>} of the data folder; what
 * the public may have lies in {@code published/<series>/<period>}: the last signed edition, or the notice of its
 * withdrawal. One run at a time: the caller holds the installation's lock.
 */
public final class Editions {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    private final Path home;
    private final Folders folders;
    private final KeptFiles kept;
    private final Warehouse warehouse;
    private final ReleaseDesk desk;

    /** @param data folder of the installation's data */
    public Editions(Path home, Path data, Warehouse warehouse, ReleaseDesk desk) {
        this.home = home;
        this.folders = new Folders(data);
        this.kept = new KeptFiles(folders.kept());
        this.warehouse = warehouse;
        this.desk = desk;
    }

    /**
     * What to write.
     *
     * @param corrects the signed edition that it corrects, null where it is the first of its period
     * @param software version of this program
     */
    public record Writing(
            String series,
            Period period,
            @Nullable String corrects,
            @Nullable Instant embargo,
            String software) {}

    /** An edition and why it would be held back now. */
    public record Drafted(Release release, Path folder, List<String> objections) {}

    /** Reads the conditions of the gate. @throws org.ipwarehouse.warehouse.api.Fault where they are wrong, with file and line */
    public static void check(Path home) {
        Gate.load(home);
    }

    /**
     * Freezes the figures and makes the documents of them, and of the writers' files as they were at the beginning.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where a file of the writers is wrong, or nothing can be made of it: an
     *     earlier draft stays then, or the new one is given up
     */
    public Drafted draft(Writing writing, Person writer) {
        BulletinComposer composer = BulletinComposer.of(home, writing.series()).forPeriod(writing.period());
        Gate gate = Gate.load(home);
        composer.check(warehouse.indicators());
        Release.Context context = Contexts.of(home, writing.software(), kept.keep(home, writing.series()));
        Release draft = desk.draft(
                new Order(writing.series(), writing.period(), writing.embargo(), context), writing.corrects(), writer);
        Release written = written(draft, writer);
        return new Drafted(
                written, folders.of(draft.id()), gate.objections(warehouse.released(draft.id()), writing.period()));
    }

    private Release written(Release draft, Person writer) {
        try {
            List<Release.Document> documents = documents(write(draft, folders.emptied(draft.id())));
            folders.settled(draft.id());
            return desk.written(draft.id(), documents);
        } catch (RuntimeException notMade) {
            desk.drop(draft.id(), new Person(writer.name(), writer.at(), "文件没有生成"));
            throw notMade;
        }
    }

    /** Makes the documents of what was frozen and kept, never of today's files. */
    private List<Path> write(Release release, Path folder) {
        Path then = kept.laidOut(release.context().writersFiles(), folders.emptied(release.id() + ".home"));
        try {
            Bulletin bulletin = BulletinComposer.of(then, release.series())
                    .compose(
                            warehouse.released(release.id()),
                            release.period(),
                            day(release),
                            org.ipwarehouse.reports.bulletin.Papers.of(warehouse, release));
            return new BulletinWriter(then).write(bulletin, folder);
        } finally {
            folders.delete(then);
        }
    }

    /** The day that stands on it: when it may leave the house, which without an embargo is the day of the draft. */
    private static LocalDate day(Release release) {
        Instant embargo = release.embargo();
        return LocalDate.ofInstant(embargo == null ? release.steps().get(0).at() : embargo, BUSINESS);
    }

    private static List<Release.Document> documents(List<Path> files) {
        List<Release.Document> documents = new ArrayList<>();
        for (Path file : files.stream().sorted().toList()) {
            documents.add(new Release.Document(
                    String.valueOf(file.getFileName()), Digests.sha256(file), Digests.bytes(file)));
        }
        return documents;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where the gate holds it back, or the reviewer wrote it */
    public Release review(String id, Person reviewer) {
        requireGate(release(id));
        return desk.review(id, reviewer);
    }

    /**
     * Signs, and publishes where there is no embargo.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault where the gate holds it back, a file was changed, or the signer wrote it
     */
    public Release sign(String id, Person signer) {
        requireGate(release(id));
        Release signed = desk.sign(id, folders.of(id), signer);
        new Papers(folders.of(id)).manifest(signed);
        if (!signed.isEmbargoed(signer.at())) {
            publish(id, signer.at());
        }
        return signed;
    }

    private void requireGate(Release release) {
        List<String> objections = Gate.load(home).objections(warehouse.released(release.id()), release.period());
        if (!objections.isEmpty()) {
            throw ReportErrors.heldBack(release.id(), objections);
        }
    }

    /** Puts a signed edition in the public's place. @return the folder */
    public Path publish(String id, Instant now) {
        Release release = release(id);
        if (release.state() != Release.State.SIGNED) {
            throw ReportErrors.notSigned(id, release.state().labelZh());
        }
        if (release.isEmbargoed(now)) {
            throw ReportErrors.embargoed(id, String.valueOf(release.embargo()));
        }
        List<String> changed = desk.verify(id, folders.of(id));
        if (!changed.isEmpty()) {
            throw ReportErrors.changedSince(id, changed);
        }
        Path aside = folders.copied(id);
        Optional<Release> corrected = corrected(release);
        corrected.ifPresent(before -> new Papers(aside)
                .correction(
                        before,
                        release,
                        warehouse.revisedIn(id),
                        Papers.Names.of(warehouse.released(id), Labels.load(home))));
        return folders.publish(release, aside);
    }

    private Optional<Release> corrected(Release release) {
        return warehouse.releases().stream()
                .filter(r -> r.state() == Release.State.CORRECTED)
                .filter(r -> r.last().reason().startsWith(release.id() + "："))
                .findFirst();
    }

    /** Takes an edition from the public's place and leaves a notice there. */
    public Release withdraw(String id, Person by) {
        Release withdrawn = desk.withdraw(id, by);
        Path aside = folders.emptied(id + ".notice");
        new Papers(aside).withdrawal(withdrawn);
        folders.publish(withdrawn, aside);
        return withdrawn;
    }

    public Release drop(String id, Person by) {
        return desk.drop(id, by);
    }

    /**
     * Whether files and figures are as they were registered, and whether the same documents come of them again.
     *
     * @return file by file what is not; empty where all is well
     */
    public List<String> verify(String id, String software) {
        Release release = release(id);
        List<String> wrong = new ArrayList<>(desk.verify(id, folders.of(id)));
        List<String> obstacles = Contexts.obstacles(release.context(), software, kept);
        if (!obstacles.isEmpty()) {
            wrong.addAll(obstacles);
            return wrong;
        }
        Path again = folders.emptied(id + ".again");
        List<Release.Document> made = documents(write(release, again));
        for (Release.Document document : release.documents()) {
            if (!made.contains(document)) {
                wrong.add(document.name() + "：重新生成的与登记的不同");
            }
        }
        folders.delete(again);
        return wrong;
    }

    private Release release(String id) {
        return warehouse.releases().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ReportErrors.noRelease(id));
    }

    /** Where the documents of an edition lie. */
    public Path folder(String id) {
        return folders.of(id);
    }

    /** Files below a folder, for what a command prints. */
    public static List<Path> files(Path folder) {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(folder, unreadable);
        }
    }
}
