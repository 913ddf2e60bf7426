package org.ipwarehouse.etl.standardise;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Texts and workbook serials to days and points in time. Days are calendar days in Asia/Shanghai; a time of day without
 * an offset is Asia/Shanghai wall time. Repairs: D29 serial number or seconds since 1970, D30 another way of writing,
 * D31 digits only, D32 a year that the file's period supports, D33 less than a day or a day where a time was expected, D35 time of day in another
 * form or where only a day was expected.
 */
public final class DateText {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** No register that reports here is older than the People's Republic; earlier days are slips of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    /** An older number of five digits is sooner half of a longer one: 20240 counts to 1955. */
    private static final LocalDate FIRST_SERIAL = LocalDate.of(1980, 1, 1);

    private static final int LAST_YEAR = 2199;
    private static final int LAST_YEAR_OF_OTHER_OFFSETS = 1991;
    private static final int LAST_OF_EPOCH = 2029;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private DateText() {}

    /**
     * Reads a day.
     *
     * @param raw the cell as sent, not empty
     * @param frame what the file says of its dates
     * @return a {@link LocalDate}, or an {@link InexactDate} where the cell states a month or a range
     */
    public static Reading<?> day(String raw, DateFrame frame) {
        LocalDate iso = isoDay(raw, raw.length());
        if (iso != null) {
            return bounded(iso, "");
        }
        Reading<?> reading = read(CleanText.folded(raw), frame);
        if (!(reading.value() instanceof Stamp stamp)) {
            return reading;
        }
        return bounded(stamp.shanghaiDay(), stamp.dayRepairs(false));
    }

    /** Reads a point in time. Arguments as for {@link #day}; the value is an {@link Instant} or an {@link InexactDate}. */
    public static Reading<?> instant(String raw, DateFrame frame) {
        Instant canonical = isoInstant(raw);
        if (canonical != null) {
            return Reading.of(canonical);
        }
        String text = CleanText.folded(raw);
        Reading<?> reading = read(text, frame);
        if (!(reading.value() instanceof Stamp stamp)) {
            return reading;
        }
        DayTime time = stamp.time();
        LocalDateTime wall =
                time == null ? stamp.day().atStartOfDay() : stamp.day().atTime(time.time());
        return boundedTime(wall, time, stamp.instantRepairs(text.length() == raw.length()));
    }

    private static Reading<?> read(String text, DateFrame frame) {
        LocalDateTime serial = counted(text, frame.date1904());
        return serial == null ? DateForms.read(text, frame) : Reading.of(Stamp.of(serial));
    }

    /** True for a day that a register of today can name. */
    static boolean isBounded(LocalDate day) {
        return !day.isBefore(EARLIEST) && day.getYear() <= LAST_YEAR;
    }

    /** The calendar day of a point in time, in Asia/Shanghai. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SHANGHAI);
    }

    private static Reading<LocalDate> bounded(LocalDate day, String repair) {
        if (!isBounded(day)) {
            return Reading.refused(Problem.DATE_INVALID, "日期超出合理范围");
        }
        return repair.isEmpty() ? Reading.of(day) : Reading.repaired(day, repair);
    }

    private static Reading<Instant> boundedTime(LocalDateTime wall, @Nullable DayTime time, String repair) {
        Reading<LocalDate> day = bounded(wall.toLocalDate(), "");
        if (day.problem() != null) {
            return Reading.refused(day.problem(), day.detail());
        }
        Instant instant = time != null && time.offset() != null
                ? wall.toInstant(time.offset())
                : wall.atZone(SHANGHAI).toInstant();
        return repair.isEmpty() ? Reading.of(instant) : Reading.repaired(instant, repair);
    }

    /** yyyy-MM-dd without any detour; null if the text is anything else or no such day exists. */
    private static @Nullable LocalDate isoDay(String text, int length) {
        if (length != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return null;
        }
        int packed = 0;
        for (int i = 0; i < 10; i++) {
            char c = text.charAt(i);
            if (i == 4 || i == 7) {
                continue;
            }
            if (c < '0' || c > '9') {
                return null;
            }
            packed = packed * 10 + c - '0';
        }
        return DateScan.existing(packed / 10_000, packed / 100 % 100, packed % 100);
    }

    /** yyyy-MM-dd HH:mm:ss (or with T between) without any detour; null for anything else. */
    private static @Nullable Instant isoInstant(String text) {
        if (text.length() != 19 || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return null;
        }
        char joint = text.charAt(10);
        int hour = twoDigits(text, 11);
        int minute = twoDigits(text, 14);
        int second = twoDigits(text, 17);
        boolean clock = joint == ' ' || joint == 'T';
        if (!clock || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        LocalDate day = isoDay(text, 10);
        // before 1992 China's clocks did not always stand 8 hours ahead
        if (day == null || day.getYear() <= LAST_YEAR_OF_OTHER_OFFSETS || !isBounded(day)) {
            return null;
        }
        return Instant.ofEpochSecond(day.toEpochDay() * 86_400L + hour * 3600L + minute * 60L + second - 28_800L);
    }

    private static int twoDigits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    private static @Nullable LocalDateTime counted(String text, boolean date1904) {
        LocalDateTime serial = serial(text, date1904);
        return serial == null ? sinceEpoch(text) : serial;
    }

    /**
     * Seconds or milliseconds since 1970 in UTC, as services write points in time; null if the text is anything else. Of
     * 2001-09-09 (1,000,000,000 seconds) to 2029 alone, so that no year, month, day and hour in ten digits is taken for one.
     */
    private static @Nullable LocalDateTime sinceEpoch(String text) {
        int length = text.length();
        if (length != 10 && length != 13 || text.charAt(0) != '1' || !DocumentNumber.isDigits(text, 0, length)) {
            return null;
        }
        long millis = Long.parseLong(text) * (length == 10 ? 1000 : 1);
        LocalDateTime moment = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), SHANGHAI);
        return moment.getYear() > LAST_OF_EPOCH ? null : moment;
    }

    /** A workbook's day number of five digits, with or without a fraction; null if the text is anything else. */
    private static @Nullable LocalDateTime serial(String text, boolean date1904) {
        int dot = text.indexOf('.');
        int whole = dot < 0 ? text.length() : dot;
        if (whole != 5 || text.length() > 24) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if (i != dot && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return null;
            }
        }
        if (dot == text.length() - 1) {
            return null;
        }
        LocalDate day = (date1904 ? EPOCH_1904 : EPOCH_1900).plusDays(Integer.parseInt(text, 0, 5, 10));
        if (day.isBefore(FIRST_SERIAL)) {
            return null;
        }
        if (dot < 0) {
            return day.atStartOfDay();
        }
        BigDecimal fraction = new BigDecimal("0" + text.substring(dot));
        long seconds = fraction.multiply(SECONDS_OF_DAY)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return day.atTime(LocalTime.MIDNIGHT).plusSeconds(seconds);
    }
}
