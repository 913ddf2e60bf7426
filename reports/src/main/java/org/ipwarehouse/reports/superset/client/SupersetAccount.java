package org.ipwarehouse.reports.superset.client;

import java.net.URI;

/**
 * A Superset and who knocks.
 *
 * @param url without a slash at its end
 * @param provider {@code db} or {@code ldap}
 */
public record SupersetAccount(String url, String user, String password, String provider, Entry entry) {

    /** How it enters. */
    public enum Entry {
        /**
         * By token, and by the login form as a reader does. Needed where a role for those who are not logged in may read
         * anything: what that role may do, Superset does without looking at a token.
         */
        SESSION,
        /** By token only, for a server without a login form of its own. */
        TOKEN
    }

    public SupersetAccount {
        String scheme = String.valueOf(URI.create(url).getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("须为 http(s)://…，收到 '" + url + "'");
        }
        while (url.endsWith("/")) {
            url = url.substring(0, url.length() - 1);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
