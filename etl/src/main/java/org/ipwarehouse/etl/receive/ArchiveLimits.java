package org.ipwarehouse.etl.receive;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.etl.EtlErrors;

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

    private static final String ENTRIES = "entries.most";
    private static final String UNPACKED = "unpacked.most-mb";
    private static final String RATIO = "ratio.most";
    private static final String RATIO_FROM = "ratio.from-mb";
    private static final String NAME_LENGTH = "path.longest";
    private static final Set<String> SETTINGS = Set.of(ENTRIES, UNPACKED, RATIO, RATIO_FROM, NAME_LENGTH);

    /**
     * Reads {@code etl/archives.properties}; what it does not set, or all without it, is {@link #STANDARD}.
     *
     * @param home the installation's home folder
     * @throws org.ipwarehouse.warehouse.api.Fault where the file has a setting that nobody knows or no positive number
     */
    public static ArchiveLimits load(Path home) {
        Path file = home.resolve("etl").resolve("archives.properties");
        if (!Files.exists(file)) {
            return STANDARD;
        }
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(text);
            return of(settings);
        } catch (IOException | IllegalArgumentException e) {
            throw EtlErrors.archiveLimitsUnclear(file, String.valueOf(e.getMessage()));
        }
    }

    private static ArchiveLimits of(Properties settings) {
        for (String name : new TreeSet<>(settings.stringPropertyNames())) {
            if (!SETTINGS.contains(name)) {
                throw new IllegalArgumentException("没有参数 " + name);
            }
        }
        return new ArchiveLimits(
                Math.toIntExact(number(settings, ENTRIES, STANDARD.entries())),
                number(settings, UNPACKED, STANDARD.unpacked() >> 20) << 20,
                Math.toIntExact(number(settings, RATIO, STANDARD.ratio())),
                number(settings, RATIO_FROM, STANDARD.ratioFrom() >> 20) << 20,
                Math.toIntExact(number(settings, NAME_LENGTH, STANDARD.nameLength())));
    }

    private static long number(Properties settings, String name, long otherwise) {
        String text = settings.getProperty(name, Long.toString(otherwise)).strip();
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " = " + text + " 不是正整数");
        }
        return Long.parseLong(text);
    }

    public ArchiveLimits {
        if (entries < 1 || unpacked < 1 || ratio < 1 || ratioFrom < 0 || nameLength < 1) {
            throw new IllegalArgumentException("Limits of an archive must be positive");
        }
    }
}
