package org.ipwarehouse.warehouse.api;

/**
 * A published figure that a later edition states otherwise: an entry of "revisions since the last edition". Both sides are
 * as the public saw and sees them.
 *
 * @param since the signed edition that said {@code revision.before()}
 * @param reasonZh why, in Chinese, for example 数据更正 or 新到数据（应报4份，收到3份→4份）
 */
public record Revised(String since, Revision revision, String reasonZh) {
    public Revised {
        if (revision.before() == null) {
            throw new IllegalArgumentException("A new figure is no revision: " + revision.figure());
        }
    }
}
