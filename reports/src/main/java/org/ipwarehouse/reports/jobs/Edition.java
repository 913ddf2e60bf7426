package org.ipwarehouse.reports.jobs;

import java.nio.file.Path;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.BulletinComposer;
import org.ipwarehouse.reports.document.BulletinWriter;
import org.ipwarehouse.reports.jobs.PublishRequest.Part;
import org.ipwarehouse.reports.site.SiteOptions;
import org.ipwarehouse.reports.site.SiteWriter;
import org.ipwarehouse.warehouse.api.Warehouse;

/** What the steps do: write aside, then take the place of what stood there. */
final class Edition {
    private final Path home;
    private final Warehouse warehouse;
    private final PublishRequest request;
    private final Staging staging;

    Edition(Path home, Warehouse warehouse, PublishRequest request, Staging staging) {
        this.home = home;
        this.warehouse = warehouse;
        this.request = request;
        this.staging = staging;
    }

    void writeSite() {
        if (request.parts().contains(Part.SITE)) {
            Path folder = staging.emptied(Part.SITE);
            SiteWriter.of(home).write(warehouse, folder, SiteOptions.of(request.period(), request.now()));
        }
    }

    void writeBulletin() {
        if (request.parts().contains(Part.BULLETIN)) {
            Path folder = staging.emptied(Part.BULLETIN);
            Bulletin bulletin = BulletinComposer.appearing(home, request.period())
                    .compose(warehouse, request.period(), request.edition());
            new BulletinWriter(home).write(bulletin, folder);
        }
    }

    void takePlace(String seal) {
        staging.takePlace(seal);
    }
}
