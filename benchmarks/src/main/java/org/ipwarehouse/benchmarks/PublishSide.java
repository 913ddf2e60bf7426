package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.config.SettingsReader;
import org.ipwarehouse.app.config.SupersetSettings;
import org.ipwarehouse.app.wiring.InstalledRooms;
import org.ipwarehouse.app.wiring.SupersetOffice;
import org.ipwarehouse.reports.dashboard.Dashboards;
import org.ipwarehouse.reports.serving.MartDigest;
import org.ipwarehouse.reports.serving.ServingPlace;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.site.SiteOptions;
import org.ipwarehouse.reports.site.SiteWriter;
import org.ipwarehouse.reports.superset.Publication;
import org.ipwarehouse.reports.superset.bundle.Bundle;
import org.ipwarehouse.reports.superset.client.SupersetAccount;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.Lake;

/** Publishing from a lake that is only read: the site of both editions, and all that goes to Superset but the sending. */
final class PublishSide {
    private final Settings settings;
    private final Warehouse door;
    private final Period period;

    /** @param data folder of an installation whose lake holds figures */
    PublishSide(Path home, Path data, Period period) {
        SettingsReader.Overrides place = new SettingsReader.Overrides(null, data, null);
        this.settings = new SettingsReader(home, home, Map.of()).read(place);
        this.door = new InstalledRooms().door(settings, Instant.now());
        this.period = period;
    }

    /** What every command does before its work. */
    void start() {
        Child.say("indicators", door.indicators().size());
        Child.say("months", months());
    }

    private long months() {
        return door.periods().stream()
                .filter(t -> t.kind() == Period.Kind.MONTH)
                .count();
    }

    /** And what a command does that asks for rows: Spark with its first answer. */
    void engine() throws IOException {
        start();
        Path work = Files.createTempDirectory("ipw-bench");
        try (Sessions sessions = new Sessions(new Lake(settings.data().resolve("lake")), work)) {
            Child.say(
                    "answer",
                    sessions.open(Profile.SMALL).sql("SELECT 1").collectAsList().size());
        }
        IntakeMeasure.delete(work);
    }

    /** The figures alone, as both editions see them. */
    void figures() {
        Warehouse once = door.remembering();
        Child.say("figures", once.figures(FigureQuery.all()).size());
        Child.sayCost("inside_");
        Child.say(
                "public",
                once.seenBy(Audience.PUBLIC).figures(FigureQuery.all()).size());
    }

    /** The rows behind the figures of the front page alone, with the start of Spark. */
    void rows() {
        long rows = 0;
        List<IndicatorId> traced = Dashboards.read(settings.home(), door.indicators()).all().stream()
                .flatMap(page -> page.rows().stream())
                .toList();
        for (IndicatorId id : traced) {
            rows += door.why(id, period, settings.district()).rows().size();
        }
        Child.say("traced", traced.size());
        Child.say("evidence", rows);
    }

    void site(Path out) throws IOException {
        site(door.remembering(), out);
    }

    void bundle() {
        bundle(door.remembering());
    }

    void both(Path out) throws IOException {
        Warehouse once = door.remembering();
        site(once, out);
        bundle(once);
    }

    private void site(Warehouse once, Path out) throws IOException {
        SiteWriter.of(settings.home()).write(once, out, SiteOptions.of(period, Instant.now()));
        try (Stream<Path> all = Files.walk(out)) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            long bytes = 0;
            for (Path file : files) {
                bytes += Files.size(file);
            }
            Child.say("files", files.size());
            Child.say("bytes", bytes);
        }
    }

    /** The archive of objects, and each row of the tables as it would be sent. */
    private void bundle(Warehouse once) {
        Publication publication = SupersetOffice.publication(settings, nowhere(), once);
        byte[] zip = new Bundle(publication.objects().toList()).zip();
        long rows = publication.parts().stream()
                .mapToLong(part -> MartDigest.of(part.marts()).rows())
                .sum();
        Child.say("objects", publication.objects().count());
        Child.say("zip", zip.length);
        Child.say("rows", rows);
    }

    /** Addresses that are written into the archive; nobody is called. */
    private static SupersetSettings nowhere() {
        ServingPlace place = new ServingPlace(
                "jdbc:postgresql://127.0.0.1:5432/ipw", "ipw", "", new Reader("inside", ""), new Reader("open", ""));
        return new SupersetSettings(
                place,
                "127.0.0.1:5432/ipw",
                new SupersetAccount("http://127.0.0.1:8088", "admin", "", "db", SupersetAccount.Entry.SESSION),
                List.of(Audience.values()));
    }
}
