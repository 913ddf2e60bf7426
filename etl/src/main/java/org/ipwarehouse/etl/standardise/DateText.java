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
 * an offset is Asia/Shanghai wall time. Repairs: D29 serial number, D30 other separators, D31 eight digits, D33 a day
 * where a time was expected, D35 time of day in another form or where only a day was expected.
 */
public final class DateText {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** No register that reports here is older than the People's Republic; earlier days are slips of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private static final int LAST_YEAR = 2199;
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);

    private DateText() {}

    /**
     * Reads a day.
     *
     * @param raw the cell as sent, not empty
     * @param date1904 true where serial numbers count from 1904-01-01
     */
    public static Reading<LocalDate> day(String raw, boolean date1904) {
        LocalDate iso = isoDay(raw, raw.length());
        if (iso != null) {
            return bounded(iso, "");
        }
        String text = CleanText.folded(raw);
        LocalDateTime serial = serial(text, date1904);
        if (serial != null) {
            return bounded(serial.toLocalDate(), "D29");
        }
        DateScan scan = new DateScan(text);
        LocalDate day = scan.day();
        if (day == null) {
            return Reading.refused(Problem.DATE_INVALID, scan.trouble());
        }
        if (scan.end() == text.length()) {
            return bounded(day, repairOf(text));
        }
        DayTime rest = DayTime.read(text.substring(scan.end()));
        return rest == null ? Reading.refused(Problem.DATE_INVALID, "不是日期") : bounded(day, "D35");
    }

    /** Reads a point in time. Arguments as for {@link #day}. */
    public static Reading<Instant> instant(String raw, boolean date1904) {
        String text = CleanText.folded(raw);
        LocalDateTime serial = serial(text, date1904);
        if (serial != null) {
            return boundedTime(serial, null, "D29");
        }
        DateScan scan = new DateScan(text);
        LocalDate day = scan.day();
        if (day == null) {
            return Reading.refused(Problem.DATE_INVALID, scan.trouble());
        }
        if (scan.end() == text.length()) {
            return boundedTime(day.atStartOfDay(), null, "D33");
        }
        DayTime time = DayTime.read(text.substring(scan.end()));
        if (time == null) {
            return Reading.refused(Problem.DATE_INVALID, "时间写法不能识别");
        }
        boolean asItShouldBe = scan.isCanonical() && time.canonical() && text.length() == raw.length();
        String repair = asItShouldBe ? "" : time.canonical() ? "D30" : "D35";
        return boundedTime(day.atTime(time.time()), time, repair);
    }

    /** The calendar day of a point in time, in Asia/Shanghai. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, SHANGHAI);
    }

    private static String repairOf(String text) {
        return text.length() == 8 && text.indexOf('-') < 0 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? "D31"
                : "D30";
    }

    private static Reading<LocalDate> bounded(LocalDate day, String repair) {
        if (day.isBefore(EARLIEST) || day.getYear() > LAST_YEAR) {
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
        int month = packed / 100 % 100;
        int day = packed % 100;
        boolean exists = month >= 1 && month <= 12 && day >= 1 && day <= 31;
        return exists ? existing(packed / 10_000, month, day) : null;
    }

    private static @Nullable LocalDate existing(int year, int month, int day) {
        boolean exists = day <= java.time.YearMonth.of(year, month).lengthOfMonth();
        return exists ? LocalDate.of(year, month, day) : null;
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
