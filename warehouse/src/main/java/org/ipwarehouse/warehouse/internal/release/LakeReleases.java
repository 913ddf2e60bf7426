package org.ipwarehouse.warehouse.internal.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Release.State;
import org.ipwarehouse.warehouse.api.ReleaseDesk;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** The desk over the layer {@code release}. One at a time: the caller holds the installation's lock. */
public final class LakeReleases implements ReleaseDesk {
    private final Warehouse warehouse;
    private final ReleaseLedger ledger;
    private final Supplier<AnalysisRules> rules;

    /**
     * @param warehouse of which the public figures are frozen
     * @param rules of the analyses that an edition prints
     */
    public LakeReleases(Warehouse warehouse, KernelTables tables, Supplier<AnalysisRules> rules) {
        this.warehouse = warehouse;
        this.rules = rules;
        ledger = new ReleaseLedger(tables);
    }

    @Override
    public Release draft(Order order, @Nullable String corrects, Person writer) {
        Instant built = warehouse.builtAt().orElseThrow(WarehouseErrors::nothingToRelease);
        if (corrects == null) {
            requireNoneSigned(order);
        } else {
            requireState(ledger.release(corrects), "更正", State.SIGNED);
            requireReason(writer, "更正");
        }
        giveUpDrafts(order, writer);
        // nothing that came after the period belongs to its edition
        List<Figure> figures = warehouse.seenBy(Audience.PUBLIC).figures(FigureQuery.all()).stream()
                .filter(f -> !f.period().last().isAfter(order.period().last()))
                .toList();
        if (figures.stream().noneMatch(f -> f.period().equals(order.period()))) {
            throw WarehouseErrors.noFiguresOf(order.period());
        }
        String definitions =
                Definitions.of(warehouse, order.period(), rules.get()).json();
        int number = (int) ledger.releases().stream()
                        .filter(r ->
                                r.series().equals(order.series()) && r.period().equals(order.period()))
                        .count()
                + 1;
        Release release = new Release(
                String.format(Locale.ROOT, "%s-%s-%d", order.series(), order.period(), number),
                order.series(),
                order.period(),
                number,
                List.of(step(State.DRAFT, writer)),
                built,
                order.embargo(),
                figures.size(),
                ReleaseLedger.digest(figures),
                List.of(),
                order.context().withDefinitions(ReleaseLedger.digest(definitions)),
                warehouse.holdsSyntheticData());
        return ledger.begin(release, corrects == null ? "" : corrects, figures, definitions);
    }

    private void requireNoneSigned(Order order) {
        ledger.releases().stream()
                .filter(r -> r.series().equals(order.series()) && r.period().equals(order.period()))
                .filter(r -> r.state() == State.SIGNED)
                .findFirst()
                .ifPresent(signed -> {
                    throw WarehouseErrors.signedAlready(signed.id());
                });
    }

    private void giveUpDrafts(Order order, Person by) {
        for (Release release : ledger.releases()) {
            boolean isOpen = release.state() == State.DRAFT || release.state() == State.REVIEWED;
            if (isOpen
                    && release.series().equals(order.series())
                    && release.period().equals(order.period())) {
                add(release, new Release.Step(State.DROPPED, by.name(), by.at(), "由新稿代替"));
            }
        }
    }

    @Override
    public Release written(String id, List<Release.Document> documents) {
        Release release = ledger.release(id);
        requireState(release, "写入文件", State.DRAFT);
        Release.Step first = release.steps().get(0);
        return ledger.add(release, corrects(id), first, documents);
    }

    @Override
    public Release review(String id, Person reviewer) {
        Release release = ledger.release(id);
        requireState(release, "审核", State.DRAFT);
        requireDocuments(release);
        requireOther(release, reviewer, "审核人");
        return add(release, step(State.REVIEWED, reviewer));
    }

    @Override
    public Release sign(String id, Path folder, Person signer) {
        Release release = ledger.release(id);
        requireState(release, "签发", State.REVIEWED);
        requireOther(release, signer, "签发人");
        List<String> changed = verify(id, folder);
        if (!changed.isEmpty()) {
            throw WarehouseErrors.releaseChanged(id, changed);
        }
        Release signed = add(release, step(State.SIGNED, signer));
        ledger.corrects(id)
                .map(ledger::release)
                .filter(before -> before.state() == State.SIGNED)
                .ifPresent(before -> add(
                        before,
                        new Release.Step(
                                State.CORRECTED,
                                signer.name(),
                                signer.at(),
                                id + "：" + release.steps().get(0).reason())));
        return signed;
    }

    @Override
    public Release withdraw(String id, Person by) {
        Release release = ledger.release(id);
        requireState(release, "撤回", State.SIGNED);
        requireReason(by, "撤回");
        return add(release, step(State.WITHDRAWN, by));
    }

    @Override
    public Release drop(String id, Person by) {
        Release release = ledger.release(id);
        requireState(release, "作废", State.DRAFT, State.REVIEWED);
        return add(release, step(State.DROPPED, by));
    }

    @Override
    public List<String> verify(String id, Path folder) {
        Release release = ledger.release(id);
        List<String> changed = new ArrayList<>();
        for (Release.Document document : release.documents()) {
            Path file = folder.resolve(document.name());
            if (!Files.isRegularFile(file)) {
                changed.add(document.name() + "：文件不在了");
            } else if (!sha256(file).equals(document.sha256())) {
                changed.add(document.name() + "：内容与登记的不同（SHA-256）");
            }
        }
        List<Figure> figures = ledger.figures(id);
        if (figures.size() != release.figures()
                || !ReleaseLedger.digest(figures).equals(release.figureDigest())) {
            changed.add("冻结的数字：与登记的不同（SHA-256）");
        }
        ledger.definitions(id)
                .filter(text ->
                        !ReleaseLedger.digest(text).equals(release.context().definitions()))
                .ifPresent(text -> changed.add("冻结的口径和任务进展：与登记的不同（SHA-256）"));
        return List.copyOf(changed);
    }

    private Release add(Release release, Release.Step step) {
        return ledger.add(release, corrects(release.id()), step, release.documents());
    }

    private String corrects(String id) {
        return ledger.corrects(id).orElse("");
    }

    private static Release.Step step(State state, Person by) {
        return new Release.Step(state, by.name().strip(), by.at(), by.reason().strip());
    }

    private static void requireState(Release release, String deed, State... allowed) {
        if (!List.of(allowed).contains(release.state())) {
            throw WarehouseErrors.releaseStands(release.id(), release.state().labelZh(), deed);
        }
    }

    private static void requireDocuments(Release release) {
        if (release.documents().isEmpty()) {
            throw WarehouseErrors.noDocuments(release.id());
        }
    }

    private static void requireReason(Person by, String deed) {
        if (by.reason().isBlank()) {
            throw WarehouseErrors.reasonMissing(deed);
        }
    }

    private static void requireOther(Release release, Person by, String role) {
        String writer = release.steps().get(0).by();
        if (writer.equals(by.name().strip())) {
            throw WarehouseErrors.ownWork(release.id(), role, writer);
        }
    }

    /** SHA-256 of a file, in hexadecimal. */
    public static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        } catch (IOException unreadable) {
            throw WarehouseErrors.fileUnreadable(file.toString(), unreadable);
        }
    }
}
