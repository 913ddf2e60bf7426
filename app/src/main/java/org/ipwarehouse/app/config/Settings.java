package org.ipwarehouse.app.config;

import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one installation, all paths absolute.
 *
 * @param home where the analysts' files lie (contracts, passports, dashboards)
 * @param data everything the installation holds: lake, jobs, logs, site, bulletins
 * @param lake the Delta tables, by default {@code data/lake}
 * @param firstMonth first month for which figures are made
 * @param fixedThrough last month of the figures; null: the last one that is finished when the command runs
 * @param privacy where keys lie and how personal values are hidden
 */
public record Settings(
        Path home,
        Path data,
        Path lake,
        RegionCode district,
        YearMonth firstMonth,
        @Nullable YearMonth fixedThrough,
        JobStore jobs,
        Privacy privacy,
        List<Inbox> inboxes,
        List<Appointment> timetable) {

    /** The calendar in which months end and appointments fall due. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    public Settings {
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(district, "district");
        inboxes = List.copyOf(inboxes);
        timetable = List.copyOf(timetable);
        if (fixedThrough != null && fixedThrough.isBefore(firstMonth)) {
            throw new IllegalArgumentException("through " + fixedThrough + " 早于 first_month " + firstMonth);
        }
    }

    /** The last month of the figures: as set, else the last one finished at {@code now} in Beijing. */
    public YearMonth through(Instant now) {
        return fixedThrough != null
                ? fixedThrough
                : YearMonth.from(now.atZone(ZONE)).minusMonths(1);
    }

    public Settings withThrough(YearMonth month) {
        return new Settings(home, data, lake, district, firstMonth, month, jobs, privacy, inboxes, timetable);
    }

    public Path logs() {
        return data.resolve("logs");
    }

    public Path jobsFolder() {
        return data.resolve("jobs");
    }

    /**
     * Where Spring Batch keeps its account of runs.
     *
     * @param url JDBC address of a shared database; "" for the H2 file of this installation
     * @param passwordFile file with the password; null where none is needed
     */
    public record JobStore(
            String url, String user, @Nullable Path passwordFile) {
        public boolean isShared() {
            return !url.isEmpty();
        }
    }

    /**
     * How personal data are hidden.
     *
     * @param keys folder of the keys, never inside the data folder
     * @param restricted folder of the sealed personal values, which may lie on a disk of its own
     */
    public record Privacy(Path keys, Path restricted, TokenAlgorithm tokens, SealAlgorithm sealing) {}

    /** A folder into which a department's files are put. */
    public record Inbox(String source, Path folder) {}

    /**
     * A flow that runs by the clock.
     *
     * @param cron six fields, second first, in {@link #ZONE}
     * @param inboxes sources whose inboxes are read; empty for all
     */
    public record Appointment(String name, Flow flow, String cron, List<String> inboxes) {
        public Appointment {
            inboxes = List.copyOf(inboxes);
        }
    }

    /** What an appointment does. */
    public enum Flow {
        RECEIVE,
        BUILD,
        PUBLISH,
        RUN
    }
}
