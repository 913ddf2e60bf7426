package org.ipwarehouse.app.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.release.Editions;
import org.ipwarehouse.reports.site.SiteWriter;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.SourceProfile;

/** Opens every file that analysts and writers keep, each with the reader that the real work uses. */
final class HomeCheck {
    private final Settings settings;
    private final Instant now;
    private final List<String> complaints = new ArrayList<>();

    HomeCheck(Settings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    List<String> complaints() {
        List<SourceProfile> sources = new ArrayList<>();
        tried(() -> Contracts.load(settings.home()).all().stream()
                .map(Contract::profile)
                .forEach(sources::add));
        tried(() -> papers(Warehouses.door(
                        LakeSettings.of(settings.home(), settings.data(), settings.district(), sources, Instant.EPOCH))
                .indicators()));
        tried(() -> Warehouses.door(
                        LakeSettings.of(settings.home(), settings.data(), settings.district(), sources, Instant.EPOCH))
                .warningRules());
        tried(() -> SiteWriter.of(settings.home()));
        tried(() -> Warehouses.checkDisclosure(settings.home(), LocalDate.ofInstant(now, Settings.ZONE)));
        tried(() -> Editions.check(settings.home()));
        tried(() -> ArchiveLimits.load(settings.home()));
        return List.copyOf(complaints);
    }

    /** Only where the indicators themselves can be read: otherwise every page would seem to name unknown ones. */
    private void papers(List<Passport> indicators) {
        SiteWriter.check(settings.home(), indicators).forEach(this::complain);
        BulletinComposer.check(settings.home(), indicators);
    }

    private void complain(Fault fault) {
        String.valueOf(fault.getMessage()).lines().forEach(complaints::add);
    }

    private void tried(Runnable reading) {
        try {
            reading.run();
        } catch (Fault fault) {
            complain(fault);
        }
    }
}
