package org.ipwarehouse.etl.read;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web archive (RFC 2557) part by part: its pages, with their transfer encoding undone (RFC 2045, quoted-printable and
 * base64). Pictures and the rest are passed over. Line by line, so that an archive of any size takes little memory.
 */
final class Mhtml implements AutoCloseable {
    private static final int LONGEST_LINE = 8 << 20;
    private static final int MOST_HEADERS = 200;
    private static final Pattern BOUNDARY =
            Pattern.compile("boundary\\s*=\\s*(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9_:.-]+)", Pattern.CASE_INSENSITIVE);

    private final InputStream in;
    private final String boundary;
    private Map<String, String> headers;
    private boolean atBoundary;
    private boolean ended;

    Mhtml(InputStream bytes) throws IOException {
        in = new BufferedInputStream(bytes, 1 << 16);
        headers = headers();
        Matcher named = BOUNDARY.matcher(headers.getOrDefault("content-type", ""));
        boundary = named.find() ? "--" + (named.group(1) == null ? named.group(2) : named.group(1)) : "";
    }

    /** Goes to the next page. @return false where there is none */
    boolean nextPage() throws IOException {
        if (boundary.isEmpty()) {
            // one page without parts
            boolean first = !ended;
            ended = true;
            return first;
        }
        while (toBoundary()) {
            headers = headers();
            atBoundary = false;
            if (headers.getOrDefault("content-type", "")
                    .toLowerCase(Locale.ROOT)
                    .startsWith("text/html")) {
                return true;
            }
        }
        return false;
    }

    private boolean toBoundary() throws IOException {
        while (!ended && !atBoundary) {
            line();
        }
        return !ended;
    }

    Charset charset() {
        Matcher named = CHARSET.matcher(headers.getOrDefault("content-type", ""));
        String name = named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "utf-8";
        return name.startsWith("utf-8") || name.equals("us-ascii") ? StandardCharsets.UTF_8 : MarkupText.named(name);
    }

    /** The bytes of the page, to be read to their end before the next page is asked for. */
    InputStream body() {
        String way =
                headers.getOrDefault("content-transfer-encoding", "").strip().toLowerCase(Locale.ROOT);
        InputStream lines = new Part(way.equals("quoted-printable"));
        return way.equals("base64") ? Base64.getMimeDecoder().wrap(lines) : lines;
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> found = new HashMap<>();
        String name = "";
        for (int i = 0; i < MOST_HEADERS; i++) {
            byte[] bytes = line();
            String line = bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
            if (line.isEmpty()) {
                // blank lines before the first header are passed over
                if (!found.isEmpty() || bytes == null) {
                    return found;
                }
                continue;
            }
            int colon = line.indexOf(':');
            boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
            if (goesOn) {
                found.merge(name, line.strip(), (a, b) -> a + " " + b);
            } else if (colon > 0) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                found.put(name, line.substring(colon + 1).strip());
            }
        }
        return found;
    }

    /** The next line with its end; null at a boundary and at the end of the archive. */
    private byte @org.jspecify.annotations.Nullable [] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                break;
            }
            if (line.size() > LONGEST_LINE) {
                throw UnreadableFile.because(FileForm.DAMAGED, "网页归档文件中有一行长得不合常理。请从系统重新导出。");
            }
        }
        byte[] bytes = line.toByteArray();
        if (bytes.length == 0) {
            ended = true;
            return null;
        }
        if (!boundaryAt(bytes)) {
            return bytes;
        }
        atBoundary = true;
        return null;
    }

    private boolean boundaryAt(byte[] line) {
        // while the archive's own headers are read, the boundary is not known yet
        @SuppressWarnings("NullAway")
        boolean unknown = boundary == null || boundary.isEmpty();
        if (unknown || line.length < boundary.length() || line[0] != '-') {
            return false;
        }
        String text = new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
        ended |= text.equals(boundary + "--");
        return text.equals(boundary) || text.equals(boundary + "--");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class Part extends InputStream {
        private final boolean quoted;
        private byte[] held = new byte[0];
        private int at;
        private boolean done;

        Part(boolean quoted) {
            this.quoted = quoted;
        }

        @Override
        public int read() throws IOException {
            while (at == held.length) {
                byte[] next = done ? null : line();
                if (next == null) {
                    done = true;
                    return -1;
                }
                held = quoted ? unquoted(next) : next;
                at = 0;
            }
            return held[at++] & 0xFF;
        }

        @Override
        public void close() {
            // the archive is closed as a whole
        }
    }

    /** One line of quoted-printable; an equals sign at its end joins it with the next. */
    private static byte[] unquoted(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        boolean soft = end > 0 && line[end - 1] == '=';
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length);
        int stop = soft ? end - 1 : line.length;
        for (int i = 0; i < stop; i++) {
            int high = i + 2 < stop && line[i] == '=' ? Character.digit(line[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(line[i + 2], 16);
            if (low >= 0) {
                out.write(high << 4 | low);
                i += 2;
            } else {
                out.write(line[i]);
            }
        }
        return out.toByteArray();
    }
}
