package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serial numbers of workbooks as dates (ECMA-376 part 1, 18.17.4 and 18.8.30). The 1900 system counts a 29 February
 * 1900 that never was: day 60 is no date, and days up to 59 count from 1899-12-31.
 */
final class ExcelDates {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** 9999-12-31 in the 1900 system. */
    private static final BigDecimal LAST = new BigDecimal("2958465.99999");
    /** The same day in the 1904 system, which begins 1,462 days later. */
    private static final BigDecimal LAST_1904 = new BigDecimal("2957003.99999");

    /** Quoted and escaped characters, colours, conditions, locales, paddings. [h] and the like are times. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[(?![hms]+\\])[^\\]]*\\]|_.|\\*.");

    /** aaa is the day of the week in formats of East Asia. */
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]|aaa");

    private final boolean date1904;

    ExcelDates(boolean date1904) {
        this.date1904 = date1904;
    }

    /** ISO date, or date and time where the number has a time; null where the number is no date. */
    @Nullable
    String iso(BigDecimal serial) {
        // a number of 300 digits must not be multiplied out
        boolean bounded = Math.abs((long) serial.scale()) < 400 && serial.precision() < 400;
        if (!bounded || serial.signum() < 0 || serial.compareTo(date1904 ? LAST_1904 : LAST) > 0) {
            return null;
        }
        long seconds =
                serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long day = Math.floorDiv(seconds, 86_400L);
        if (!date1904 && (day < 1 || day == 60)) {
            return null;
        }
        LocalDate date = epoch(day).plusDays(day);
        long second = Math.floorMod(seconds, 86_400L);
        return second == 0 ? date.toString() : withTime(date, second);
    }

    private static String withTime(LocalDate date, long second) {
        LocalDateTime time = date.atStartOfDay().plusSeconds(second);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).format(time);
    }

    private LocalDate epoch(long day) {
        if (date1904) {
            return LocalDate.of(1904, 1, 1);
        }
        return day < 60 ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
    }

    /** Built-in formats 27–36 and 50–58 are dates in Chinese, Japanese and Korean editions (ECMA-376 part 1, 18.8.30). */
    static boolean isDateFormat(int id, @Nullable String format) {
        boolean builtIn =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return format == null ? builtIn : hasDateLetter(format);
    }

    /** A format's section for positive numbers in small letters, without what it shows as it stands. */
    static String literalsOff(String format) {
        String codes = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        int end = codes.indexOf(';');
        return end < 0 ? codes : codes.substring(0, end);
    }

    private static boolean hasDateLetter(String format) {
        String codes = literalsOff(format);
        return !codes.contains("general")
                && !codes.contains("通用")
                && DATE_LETTER.matcher(codes).find();
    }
}
