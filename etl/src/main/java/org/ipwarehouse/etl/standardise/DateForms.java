package org.ipwarehouse.etl.standardise;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** The forms of dates beyond yyyy-MM-dd, tried one after another; each must account for the whole text. */
final class DateForms {
    private static final String WEEKDAYS = "一二三四五六日";
    private static final String WEEKDAY_DIFFERS = "星期与日期不符";

    private DateForms() {}

    /**
     * Reads a folded text.
     *
     * @return a {@link Stamp}, an {@link InexactDate}, or why it is neither
     */
    static Reading<?> read(String text, DateFrame frame) {
        String plain = ChineseDate.plain(squeezed(text));
        DateScan scan = new DateScan(plain);
        LocalDate day = scan.day();
        String trouble = scan.trouble();
        if (day != null) {
            String rest = plain.substring(scan.end());
            String ownRepair = scan.isCanonical() && plain.equals(text) ? "" : repairOf(plain, scan.end());
            Stamp stamp = rest.isEmpty() ? Stamp.of(day, ownRepair) : behind(Stamp.of(day, ownRepair), rest);
            if (stamp != null) {
                return Reading.of(stamp);
            }
            trouble = rest.contains("星期") || rest.contains("周") ? WEEKDAY_DIFFERS : DateScan.NO_DATE;
        }
        return rare(plain, frame, trouble);
    }

    private static Reading<?> rare(String text, DateFrame frame, String trouble) {
        if (text.length() > 64) {
            return Reading.refused(Problem.DATE_INVALID, trouble);
        }
        Reading<InexactDate> stretch = new StretchText(frame).read(withoutBlanks(text));
        if (stretch != null) {
            return stretch;
        }
        ShortDate shortDate = new ShortDate(frame);
        Stamp stamp = shortDate.read(text);
        if (stamp == null) {
            stamp = EnglishDate.read(text, frame);
        }
        if (stamp != null) {
            return Reading.of(stamp);
        }
        return Reading.refused(Problem.DATE_INVALID, shortDate.trouble().isEmpty() ? trouble : shortDate.trouble());
    }

    /** What may follow a day: the day of the week, in agreement with it, and a time of day. */
    private static @Nullable Stamp behind(Stamp stamp, String rest) {
        DayTime compact = compactTime(rest);
        if (compact != null) {
            return stamp.at(compact);
        }
        int weekday = weekday(rest);
        if (weekday == 0) {
            DayTime time = DayTime.read(rest);
            return time == null ? null : stamp.at(time);
        }
        if (stamp.day().getDayOfWeek() != DayOfWeek.of(weekday / 16)) {
            return null;
        }
        Stamp repaired = Stamp.of(stamp.day(), "D30");
        String behind = rest.substring(weekday % 16);
        if (behind.isBlank()) {
            return repaired;
        }
        DayTime time = DayTime.read(behind);
        return time == null ? null : repaired.at(time);
    }

    /** Number of the weekday × 16 + where it ends; 0 where none stands there. */
    private static int weekday(String rest) {
        int at = 0;
        while (at < rest.length() && (rest.charAt(at) == ' ' || rest.charAt(at) == '(')) {
            at++;
        }
        int word = rest.startsWith("星期", at) || rest.startsWith("礼拜", at) ? 2 : rest.startsWith("周", at) ? 1 : 0;
        int name = at + word;
        if (word == 0 || name >= rest.length() || name > 12) {
            return 0;
        }
        int number = rest.charAt(name) == '天' ? 7 : WEEKDAYS.indexOf(rest.charAt(name)) + 1;
        int end = name + 1 < rest.length() && rest.charAt(name + 1) == ')' ? name + 2 : name + 1;
        return number * 16 + (number == 0 ? 0 : end);
    }

    /** hhmm or hhmmss directly behind eight digits: 20240305103000. */
    private static @Nullable DayTime compactTime(String rest) {
        boolean form = (rest.length() == 4 || rest.length() == 6) && DocumentNumber.isDigits(rest, 0, rest.length());
        if (!form) {
            return null;
        }
        int hour = Integer.parseInt(rest, 0, 2, 10);
        int minute = Integer.parseInt(rest, 2, 4, 10);
        int second = rest.length() == 6 ? Integer.parseInt(rest, 4, 6, 10) : 0;
        boolean clock = hour < 24 && minute < 60 && second < 60;
        return clock ? new DayTime(LocalTime.of(hour, minute, second), null, false) : null;
    }

    private static String repairOf(String text, int end) {
        return end == 8 && DocumentNumber.isDigits(text, 0, 8) ? "D31" : "D30";
    }

    /** Without the blanks beside 年, 月, 日 and separators; one between a day and a time stays. */
    private static String squeezed(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean beside = i > 0 && isSeparator(text.charAt(i - 1))
                    || i + 1 < text.length() && isSeparator(text.charAt(i + 1))
                    || c == ' ' && kept.length() > 0 && kept.charAt(kept.length() - 1) == ' ';
            if (c != ' ' || !beside) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static boolean isSeparator(char c) {
        return c == '年' || c == '月' || c == '日' || c == '-' || c == '/' || c == '.' || c == ':';
    }

    private static String withoutBlanks(String text) {
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }
}
