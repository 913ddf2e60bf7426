package org.ipwarehouse.reports.serving;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the publisher applied to one server last, and what that server made of it, by UUID. */
public final class AppliedObjects {
    private final ServingStore store;
    private final String server;

    AppliedObjects(ServingStore store, String server) {
        this.store = store;
        this.server = server;
    }

    /**
     * @param wanted digest of the definition that was applied
     * @param observed what the server exported afterwards, normalised JSON
     * @param adopted whether what stands there was made by hand and accepted so
     */
    public record Applied(String uuid, String kind, String name, String wanted, String observed, boolean adopted) {}

    public Map<String, Applied> all() {
        return store.answer("读取发布记录", c -> {
            Map<String, Applied> all = new LinkedHashMap<>();
            try (PreparedStatement ask = c.prepareStatement(ServingStore.sql("applied.sql"))) {
                ask.setString(1, server);
                try (ResultSet row = ask.executeQuery()) {
                    while (row.next()) {
                        all.put(
                                row.getString(1),
                                new Applied(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getBoolean(6)));
                    }
                }
            }
            return all;
        });
    }

    /** Replaces all that is known of the server. */
    public void replace(Iterable<Applied> objects) {
        store.work("写入发布记录", c -> {
            try (PreparedStatement clear = c.prepareStatement("DELETE FROM ipw_publisher.applied WHERE server = ?")) {
                clear.setString(1, server);
                clear.executeUpdate();
            }
            try (PreparedStatement add =
                    c.prepareStatement("INSERT INTO ipw_publisher.applied VALUES (?, ?, ?, ?, ?, ?, ?)")) {
                for (Applied o : objects) {
                    add.setString(1, server);
                    add.setString(2, o.uuid());
                    add.setString(3, o.kind());
                    add.setString(4, o.name());
                    add.setString(5, o.wanted());
                    add.setString(6, o.observed());
                    add.setBoolean(7, o.adopted());
                    add.addBatch();
                }
                add.executeBatch();
            }
        });
    }
}
