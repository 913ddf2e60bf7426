package org.ipwarehouse.etl.standardise;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time of day that follows a date in a text.
 *
 * @param time wall time
 * @param offset stated offset from UTC, null where the text states none
 * @param canonical true for HH:mm, HH:mm:ss and fractions of a second
 */
record DayTime(LocalTime time, @Nullable ZoneOffset offset, boolean canonical) {

    /** Reads " 10:30:00", "T10:30", " 下午3时20分", " 3:20 PM", "10:30:00+08:00". Null if it is no time of day. */
    static @Nullable DayTime read(String text) {
        Cursor at = new Cursor(text);
        at.skipBlanks();
        at.accept("T");
        at.skipBlanks();
        int half = at.halfOfDay();
        at.skipBlanks();
        int hour = at.number(2);
        boolean plain = at.accept(":");
        if (hour < 0 || !plain && !at.accept("时") && !at.accept("点")) {
            return null;
        }
        int minute = Math.max(at.number(2), plain ? -1 : 0);
        int second = seconds(at, plain);
        at.skipBlanks();
        int suffix = half == 0 ? at.halfOfDay() : half;
        ZoneOffset offset = at.offset();
        int clock = hourOf(hour, suffix);
        if (!at.done() || clock < 0 || clock > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return null;
        }
        return new DayTime(LocalTime.of(clock, minute, second), offset, plain && suffix == 0 && offset == null);
    }

    private static int seconds(Cursor at, boolean plain) {
        if (!plain) {
            at.accept("分");
            int second = Math.max(at.number(2), 0);
            at.accept("秒");
            return second;
        }
        if (!at.accept(":")) {
            return 0;
        }
        int second = at.number(2);
        if (at.accept(".")) {
            at.number(9);
        }
        return second;
    }

    /** 12-hour clock: 上午12 is midnight, 下午12 is noon; an hour above 12 after 下午 is taken as it stands. */
    private static int hourOf(int hour, int half) {
        if (half == 0 || hour > 12) {
            return hour;
        }
        return half == 1 ? hour % 12 : hour % 12 + 12;
    }

    /** A place in a text. */
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        boolean done() {
            return at == text.length();
        }

        void skipBlanks() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        boolean accept(String word) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return true;
            }
            return false;
        }

        /** A number of at most so many digits, or -1. */
        int number(int most) {
            int from = at;
            int value = 0;
            while (at < text.length() && at - from < most && Character.isDigit(text.charAt(at))) {
                value = value * 10 + Character.digit(text.charAt(at++), 10);
            }
            return at == from ? -1 : value;
        }

        /** 1 for the first half of the day, 2 for the second, 0 where nothing says so. */
        int halfOfDay() {
            if (accept("上午") || accept("凌晨") || accept("早上") || accept("AM") || accept("am")) {
                return 1;
            }
            boolean second = accept("下午") || accept("晚上") || accept("中午") || accept("PM") || accept("pm");
            return second ? 2 : 0;
        }

        @Nullable
        ZoneOffset offset() {
            if (accept("Z")) {
                return ZoneOffset.UTC;
            }
            boolean east = accept("+");
            if (!east && !accept("-")) {
                return null;
            }
            int hours = number(2);
            accept(":");
            int minutes = Math.max(number(2), 0);
            boolean real = hours >= 0 && hours <= 14 && minutes < 60;
            return real ? ZoneOffset.ofTotalSeconds((east ? 1 : -1) * (hours * 60 + minutes) * 60) : null;
        }
    }
}
