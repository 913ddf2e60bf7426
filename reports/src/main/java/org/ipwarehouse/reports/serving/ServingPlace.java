package org.ipwarehouse.reports.serving;

import java.util.Objects;

/**
 * Where the tables for other programs lie and who may reach them.
 *
 * @param url {@code jdbc:postgresql://host:port/database}
 * @param user owner of the tables; may create schemas, and roles where the readers are not there yet
 * @param internal who reads the internal edition
 * @param open who reads the public edition
 */
public record ServingPlace(String url, String user, String password, Reader internal, Reader open) {

    public ServingPlace {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("须为 jdbc:postgresql:…，收到 '" + url + "'");
        }
        Objects.requireNonNull(user, "user");
        if (internal.role().equals(open.role())) {
            throw new IllegalArgumentException("内部版和公开版的只读角色不能相同：" + open.role());
        }
    }

    /** A database role that may only read, with the password by which it logs in. */
    public record Reader(String role, String password) {
        @Override
        public String toString() {
            return role;
        }
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return url + " (" + user + ")";
    }
}
