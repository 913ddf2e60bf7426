package org.ipwarehouse.etl.receive;

import java.util.List;

/**
 * What an archive held.
 *
 * @param members members that are tables, or may be, each kept by itself under {@code archive/member}
 * @param passedOver paths of members that are no tables (pictures, documents, what systems leave behind)
 * @param reason why the archive was refused as a whole, "" where it was not
 * @param remedy what its department should do, "" where it was not refused
 */
public record Unpacked(List<Received> members, List<String> passedOver, String reason, String remedy) {
    public Unpacked {
        members = List.copyOf(members);
        passedOver = List.copyOf(passedOver);
    }

    public boolean isRefused() {
        return !reason.isEmpty();
    }
}
