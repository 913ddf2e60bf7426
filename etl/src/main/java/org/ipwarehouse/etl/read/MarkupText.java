package org.ipwarehouse.etl.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.original.Original;

/**
 * The text of a markup or JSON file. Its bytes say the encoding; what the file says of itself (often wrong) counts only
 * where they are no UTF-8 and it names neither that nor an encoding of the GB family.
 *
 * @param start offset of the first byte after a byte order mark
 */
record MarkupText(Original file, String charset, int start) implements Serializable {
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)");
    private static final int HEAD = 4096;

    static MarkupText of(Original file) throws IOException {
        TextEncoding encoding = TextEncoding.of(file);
        Charset charset = encoding.code() == TextCode.GB18030 ? orDeclared(file) : encoding.charset();
        return new MarkupText(file, charset.name(), encoding.start());
    }

    private static Charset orDeclared(Original file) throws IOException {
        byte[] head;
        try (var in = file.stream(0)) {
            head = in.readNBytes(HEAD);
        }
        Matcher declared = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return declared.find() ? named(declared.group(1)) : TextEncoding.GB18030;
    }

    /** The charset of a name; what is called GB2312 or GBK is in fact written in GB18030, of which they are parts. */
    static Charset named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("gb")
                || lower.startsWith("utf")
                || lower.startsWith("iso-8859")
                || lower.contains("936")) {
            return TextEncoding.GB18030;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return TextEncoding.GB18030;
        }
    }

    /** The text from its beginning; one that hides a bomb in a tag that never ends is cut off. */
    Reader open() throws IOException {
        return new Guarded(Transcript.reader(file.stream(start), Charset.forName(charset)));
    }

    /** Parsers hold a whole tag in memory: a longer one than any program writes is refused. */
    static final class Guarded extends FilterReader {
        private static final int LONGEST_TAG = 8 << 20;
        private boolean inTag;
        private long length;

        Guarded(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] to, int from, int most) throws IOException {
            int n = super.read(to, from, most);
            for (int i = from; i < from + n; i++) {
                char c = to[i];
                if (c == '<') {
                    inTag = true;
                    length = 0;
                } else if (c == '>') {
                    inTag = false;
                } else if (inTag && ++length > LONGEST_TAG) {
                    throw UnreadableFile.because(FileForm.DAMAGED, "文件中有一个长得不合常理、没有结束的标记。请从原系统重新导出。");
                }
            }
            return n;
        }
    }
}
