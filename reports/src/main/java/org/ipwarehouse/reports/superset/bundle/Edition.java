package org.ipwarehouse.reports.superset.bundle;

import org.ipwarehouse.reports.serving.Mart;
import org.ipwarehouse.warehouse.api.Audience;

/**
 * What one audience gets: a database connection of its own, with a role that reads one schema, and its dashboards.
 *
 * @param uri for SQLAlchemy, with the password masked: {@code postgresql+psycopg2://role:XXXXXXXXXX@host:5432/db}
 */
public record Edition(Audience audience, String uri) {

    String code() {
        return audience == Audience.INTERNAL ? "internal" : "public";
    }

    String schema() {
        return audience == Audience.INTERNAL ? "ipw_internal" : "ipw_public";
    }

    public String labelZh() {
        return audience == Audience.INTERNAL ? "内部" : "公开";
    }

    /** A Superset with metadata in SQLite takes each table name once, whatever its schema. */
    String table(Mart mart) {
        return audience == Audience.INTERNAL ? mart.table() : mart.table() + "_public";
    }

    String databaseName() {
        return "知识产权数据（" + labelZh() + "）";
    }

    /** Last part of a dashboard's address. */
    String slug(String dashboard) {
        return slug(audience, dashboard);
    }

    private static String slug(Audience audience, String dashboard) {
        return audience == Audience.INTERNAL ? "ipw-" + dashboard : "ipw-public-" + dashboard;
    }

    /** The file of a dashboard in a bundle. */
    public static String dashboardPath(Audience audience, String dashboard) {
        return "dashboards/" + slug(audience, dashboard) + ".yaml";
    }

    String id(String... parts) {
        return StableId.of(code() + "/" + String.join("/", parts));
    }

    /** The file of this edition's connection in a bundle, where the import looks for its password. */
    public String databasePath() {
        return "databases/" + code() + ".yaml";
    }
}
