package org.ipwarehouse.samples.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.time.LocalDate;

/** Characters to bytes in blocks; numbers and dates are written without making texts of them first. */
final class TextOut {
    private static final int SIZE = 1 << 15;
    /** A single piece is cut at this length, so that it always fits. */
    private static final int PIECE = 1 << 12;

    private final OutputStream out;
    private final CharsetEncoder encoder;
    private final char[] chars = new char[SIZE];
    private final byte[] bytes;
    private int used;
    private long cachedDay = Long.MIN_VALUE;
    private int cachedYear;
    private int cachedMonth;
    private int cachedDayOfMonth;

    TextOut(OutputStream out, Charset charset) {
        this.out = out;
        this.encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.bytes = new byte[(int) (SIZE * (double) encoder.maxBytesPerChar()) + 16];
    }

    private void room(int length) throws IOException {
        if (used + length > SIZE) {
            flush();
        }
    }

    TextOut put(char c) throws IOException {
        room(1);
        chars[used++] = c;
        return this;
    }

    TextOut put(String text) throws IOException {
        int from = 0;
        while (from < text.length()) {
            int to = Math.min(text.length(), from + PIECE);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to--;
            }
            room(to - from);
            text.getChars(from, to, chars, used);
            used += to - from;
            from = to;
        }
        return this;
    }

    TextOut put(long number) throws IOException {
        room(20);
        if (number < 0) {
            return put(Long.toString(number));
        }
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        used += digits;
        long rest = number;
        for (int i = 1; i <= digits; i++) {
            chars[used - i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return this;
    }

    private void padded(int number, int digits) {
        int rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            chars[used + i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        used += digits;
    }

    /** {@code unscaled · 10^-scale} without trailing zeros. */
    TextOut decimal(long unscaled, int scale) throws IOException {
        long value = unscaled;
        int left = scale;
        while (left > 0 && value % 10 == 0) {
            value /= 10;
            left--;
        }
        if (left == 0) {
            return put(value);
        }
        long unit = 1;
        for (int i = 0; i < left; i++) {
            unit *= 10;
        }
        if (value < 0) {
            put('-');
            value = -value;
        }
        put(value / unit).put('.');
        room(left);
        long rest = value % unit;
        for (int i = left - 1; i >= 0; i--) {
            chars[used + i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        used += left;
        return this;
    }

    /** 2026-07-05, with the separator asked for. */
    TextOut date(long epochDay, char separator) throws IOException {
        room(10);
        remember(epochDay);
        padded(cachedYear, 4);
        chars[used++] = separator;
        padded(cachedMonth, 2);
        chars[used++] = separator;
        padded(cachedDayOfMonth, 2);
        return this;
    }

    private void remember(long epochDay) {
        if (epochDay != cachedDay) {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            cachedDay = epochDay;
            cachedYear = day.getYear();
            cachedMonth = day.getMonthValue();
            cachedDayOfMonth = day.getDayOfMonth();
        }
    }

    /** 2026-07-05 10:30:00 */
    TextOut time(long epochMinute, char separator) throws IOException {
        date(Math.floorDiv(epochMinute, 1440L), separator);
        room(9);
        int minute = (int) Math.floorMod(epochMinute, 1440L);
        chars[used++] = ' ';
        padded(minute / 60, 2);
        chars[used++] = ':';
        padded(minute % 60, 2);
        put(":00");
        return this;
    }

    void flush() throws IOException {
        if (used == 0) {
            return;
        }
        ByteBuffer target = ByteBuffer.wrap(bytes);
        encoder.reset();
        var result = encoder.encode(CharBuffer.wrap(chars, 0, used), target, true);
        if (result.isError()) {
            result.throwException();
        }
        encoder.flush(target);
        out.write(bytes, 0, target.position());
        used = 0;
    }
}
