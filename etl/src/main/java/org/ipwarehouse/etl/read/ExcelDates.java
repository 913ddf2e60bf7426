package org.ipwarehouse.etl.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serial numbers of workbooks as dates (ECMA-376 part 1, 18.17.4 and 18.8.30). The 1900 system counts a 29 February
 * 1900 that never was: day 60 is no date, and days up to 59 count from 1899-12-31.
 */
final class ExcelDates {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** 9999-12-31 in the 1900 system. */
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_465);

    private static final Pattern NOT_FORMAT = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.|\\*.");
    private static final Pattern DATE_LETTER = Pattern.compile("[ymdhs]");

    private final boolean date1904;
    private final Map<String, Boolean> known = new HashMap<>();

    ExcelDates(boolean date1904) {
        this.date1904 = date1904;
    }

    /** ISO date, or date and time where the number has a time; null where the number is no date. */
    @Nullable
    String iso(BigDecimal serial, int formatId, @Nullable String format) {
        if (!isDateFormat(formatId, format) || serial.signum() < 0 || serial.compareTo(LAST) > 0) {
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

    private boolean isDateFormat(int id, @Nullable String format) {
        boolean builtIn =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        if (builtIn || format == null) {
            return builtIn;
        }
        return known.computeIfAbsent(format, ExcelDates::hasDateLetter);
    }

    private static boolean hasDateLetter(String format) {
        String codes = NOT_FORMAT.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return !codes.contains("general") && DATE_LETTER.matcher(codes).find();
    }
}
