package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One object of Superset as its import takes it and its export gives it back.
 *
 * @param path in the bundle: {@code charts/leadership-trend-XZ01.yaml}
 * @param where {@code file:line} of the definition; "" for what no file defines
 */
public record SupersetObject(Kind kind, String uuid, String path, String name, String where, ObjectNode content) {

    /** In the order in which they refer to one another. */
    public enum Kind {
        DATABASE("数据库连接"),
        DATASET("数据集"),
        CHART("图表"),
        DASHBOARD("看板");

        private final String labelZh;

        Kind(String labelZh) {
            this.labelZh = labelZh;
        }

        public String labelZh() {
            return labelZh;
        }

        /** As in addresses: {@code chart}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a file of a bundle; null for others (metadata, themes). */
        public static @Nullable Kind ofPath(String path) {
            for (Kind kind : values()) {
                if (path.startsWith(kind.word() + "s/")) {
                    return kind;
                }
            }
            return null;
        }
    }

    public SupersetObject with(JsonNode other) {
        return new SupersetObject(kind, uuid, path, name, where, (ObjectNode) other);
    }

    /** Changes whenever the definition does. */
    public String digest() {
        return Normal.digest(content);
    }

    /** 图表“立案数”. */
    public String label() {
        return kind.labelZh() + "“" + name + "”";
    }
}
