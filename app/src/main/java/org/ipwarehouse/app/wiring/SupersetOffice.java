package org.ipwarehouse.app.wiring;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SupersetSettings;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.reports.figure.Palette;
import org.ipwarehouse.reports.serving.Marts;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.serving.ServingStore;
import org.ipwarehouse.reports.superset.AccessSpec;
import org.ipwarehouse.reports.superset.Publication;
import org.ipwarehouse.reports.superset.SupersetPublisher;
import org.ipwarehouse.reports.superset.bundle.Edition;
import org.ipwarehouse.reports.superset.bundle.EditionBundle;
import org.ipwarehouse.reports.superset.bundle.FigureShelf;
import org.ipwarehouse.reports.superset.client.SupersetClient;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Warehouse;

/** The publisher of one installation, with what it is to publish. */
public final class SupersetOffice implements AutoCloseable {
    private final ServingStore store;
    private final SupersetPublisher publisher;
    private final Publication publication;

    private SupersetOffice(ServingStore store, SupersetPublisher publisher, Publication publication) {
        this.store = store;
        this.publisher = publisher;
        this.publication = publication;
    }

    /** @param who for those who find the door shut: command, user and machine */
    public static SupersetOffice open(Settings settings, SupersetSettings targets, Warehouse door, String who) {
        // the files first: a mistake in them is found before any server is asked
        Publication publication = publication(settings, targets, door.remembering());
        ServingStore store = ServingStore.open(targets.serving(), who);
        return new SupersetOffice(
                store, new SupersetPublisher(store, new SupersetClient(targets.account())), publication);
    }

    /** All that is to be published, without asking any server. */
    public static Publication publication(Settings settings, SupersetSettings targets, Warehouse door) {
        Labels labels = Labels.load(settings.home());
        Palette palette = Palette.load(settings.home());
        Dashboards pages = Dashboards.read(settings.home(), door.indicators());
        List<Publication.Part> parts = new ArrayList<>();
        for (Audience audience : targets.editions()) {
            Reader reader = audience == Audience.INTERNAL
                    ? targets.serving().internal()
                    : targets.serving().open();
            Warehouse seen = door.seenBy(audience);
            EditionBundle bundle = EditionBundle.of(
                    new Edition(audience, targets.uri(reader)),
                    pages,
                    seen.indicators(),
                    labels,
                    palette,
                    seen.holdsSyntheticData());
            parts.add(new Publication.Part(
                    Marts.seenBy(door, audience, labels), bundle, new FigureShelf(seen), reader.password()));
        }
        return new Publication(parts, AccessSpec.read(settings.home()));
    }

    public SupersetPublisher publisher() {
        return publisher;
    }

    public Publication publication() {
        return publication;
    }

    @Override
    public void close() {
        store.close();
    }
}
