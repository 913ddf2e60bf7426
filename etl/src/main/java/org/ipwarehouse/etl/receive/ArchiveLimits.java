package org.ipwarehouse.etl.receive;

/**
 * How much an archive may hold before it is taken for an attack on the disk.
 *
 * @param entries most members, folders counted
 * @param unpacked most bytes of all members together
 * @param ratio most bytes that one byte of the archive may become
 * @param ratioFrom bytes up to which the ratio of a member does not matter
 * @param nameLength most characters of a member's path
 */
public record ArchiveLimits(int entries, long unpacked, int ratio, long ratioFrom, int nameLength) {
    /** What no export of a department comes near to: 1,000 members, 2 GiB, 200 : 1 beyond 10 MiB, 500 characters. */
    public static final ArchiveLimits STANDARD = new ArchiveLimits(1_000, 2L << 30, 200, 10L << 20, 500);

    public ArchiveLimits {
        if (entries < 1 || unpacked < 1 || ratio < 1 || ratioFrom < 0 || nameLength < 1) {
            throw new IllegalArgumentException("Limits of an archive must be positive");
        }
    }
}
