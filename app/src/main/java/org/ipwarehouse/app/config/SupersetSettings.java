package org.ipwarehouse.app.config;

import java.util.List;
import org.ipwarehouse.reports.serving.ServingPlace;
import org.ipwarehouse.reports.superset.client.SupersetAccount;
import org.ipwarehouse.warehouse.api.Audience;

/**
 * Where dashboards are published: the sections {@code serving} and {@code superset} of {@code ipw.yaml}.
 *
 * @param serving PostgreSQL with the tables that Superset reads
 * @param address the same database as Superset reaches it: {@code host:port/database}
 * @param editions the audiences that get dashboards
 */
public record SupersetSettings(ServingPlace serving, String address, SupersetAccount account, List<Audience> editions) {
    public SupersetSettings {
        editions = List.copyOf(editions);
    }

    /** For SQLAlchemy, with the password masked as Superset masks it. */
    public String uri(ServingPlace.Reader reader) {
        return "postgresql+psycopg2://" + reader.role() + ":XXXXXXXXXX@" + address;
    }
}
