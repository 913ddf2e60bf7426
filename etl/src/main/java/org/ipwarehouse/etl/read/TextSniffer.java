package org.ipwarehouse.etl.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.original.Original;

/**
 * Finds encoding and delimiter of a text file. What is likeliest comes first; what only a header can prove (another
 * delimiter, a full-width comma, text that went through the wrong encoding) follows.
 */
final class TextSniffer {
    private static final int HEAD = 1 << 16;
    private static final byte[] DELIMITERS = {',', '\t', ';', '|'};
    /** Excel's own hint on the first line of a CSV. */
    private static final Pattern HINT = Pattern.compile("^\"?sep=([,;|\t])\"?\\s*[\r\n]", Pattern.CASE_INSENSITIVE);

    private TextSniffer() {}

    static TextDialect sniff(Original file) throws IOException {
        return ways(file).get(0);
    }

    /** Every way to read the text, likeliest first. */
    static List<TextDialect> ways(Original file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        byte[] head = head(file, encoding);
        List<Byte> delimiters = delimiters(head);
        List<TextDialect> ways = new ArrayList<>();
        for (byte delimiter : delimiters) {
            ways.add(dialect(encoding, delimiter));
        }
        if (new String(head, StandardCharsets.UTF_8).indexOf('，') >= 0) {
            ways.add(rewritten(encoding, new Transcript(encoding.charset().name(), false, '，')));
        }
        for (TextDialect way : mistaken(encoding)) {
            delimiters.forEach(delimiter -> ways.add(way.with(delimiter)));
        }
        return List.copyOf(ways);
    }

    private static TextDialect dialect(TextEncoding encoding, byte delimiter) {
        // '|' is a trail byte of GB18030: such a file is cut after it was written anew as UTF-8
        boolean asItIs = !encoding.isUtf16() && (delimiter != '|' || encoding.code() == TextCode.UTF_8);
        if (asItIs) {
            boolean verified = encoding.clean() && encoding.whole();
            return new TextDialect(encoding.code(), encoding.start(), delimiter, verified);
        }
        return rewritten(encoding, Transcript.of(encoding.charset())).with(delimiter);
    }

    private static TextDialect rewritten(TextEncoding encoding, Transcript way) {
        return new TextDialect(TextCode.UTF_8, encoding.start(), Transcript.UNIT_SEPARATOR, false, way);
    }

    /**
     * UTF-8 that was read as GB18030: saved as UTF-8 or UTF-16 it can be undone; saved as GB18030 its bytes are the
     * first ones again, but for characters that were lost on the way.
     */
    private static List<TextDialect> mistaken(TextEncoding encoding) {
        if (encoding.code() == TextCode.GB18030) {
            return List.of(new TextDialect(TextCode.UTF_8, encoding.start(), (byte) ',', false));
        }
        Transcript undone = new Transcript(encoding.charset().name(), true, '\0');
        return List.of(rewritten(encoding, undone));
    }

    /** The first part of the text in UTF-8, whatever the file is written in. */
    private static byte[] head(Original file, TextEncoding encoding) throws IOException {
        try (InputStream in = file.stream(encoding.start())) {
            byte[] head = in.readNBytes(HEAD);
            Charset charset = encoding.charset();
            return charset.equals(StandardCharsets.UTF_8)
                    ? head
                    : new String(head, charset).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Delimiters, the one first that gives most rows the same number of cells. */
    private static List<Byte> delimiters(byte[] head) throws IOException {
        Map<Byte, Long> scores = new HashMap<>();
        List<Byte> all = new ArrayList<>();
        for (byte candidate : DELIMITERS) {
            all.add(candidate);
            scores.put(candidate, score(widths(head, candidate)));
        }
        Matcher hint = HINT.matcher(new String(head, 0, Math.min(16, head.length), StandardCharsets.ISO_8859_1));
        if (hint.find()) {
            scores.put((byte) hint.group(1).charAt(0), Long.MAX_VALUE);
        }
        all.sort(Comparator.comparingLong((Byte delimiter) -> scores.getOrDefault(delimiter, 0L))
                .reversed());
        return all;
    }

    private static List<Integer> widths(byte[] head, byte delimiter) throws IOException {
        List<Integer> widths = new ArrayList<>();
        CsvRows rows =
                new CsvRows(new ByteArrayInputStream(head), new TextDialect(TextCode.UTF_8, 0, delimiter, true), 1);
        while (widths.size() < 100 && rows.next()) {
            widths.add(rows.cells());
        }
        return widths;
    }

    private static long score(List<Integer> widths) {
        Map<Integer, Long> frequency = new HashMap<>();
        widths.forEach(w -> frequency.merge(w, 1L, Long::sum));
        return frequency.entrySet().stream()
                .mapToLong(e -> (e.getKey() - 1) * e.getValue())
                .max()
                .orElse(0);
    }
}
