package org.ipwarehouse.etl.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A workbook's table of shared texts. A small one is kept as it is; a large one is packed into blocks of bytes, and a very
 * large one is deflated block by block, so that tens of millions of texts fit into a small heap. Nothing is written to
 * disk: the texts may be personal.
 */
final class SharedTexts {
    /** Bytes of heap up to which texts stay texts. */
    static final long PLAIN = 48L << 20;
    /** Bytes of packed blocks up to which they are not deflated. */
    static final long PACKED = 96L << 20;

    private static final int BLOCK = 1 << 16;
    private static final int INFLATED = 256;

    private final long plainLimit;
    private final long packedLimit;
    private final List<String> plain = new ArrayList<>();
    private long plainBytes;

    private final List<byte[]> blocks = new ArrayList<>();
    private int[] addresses = new int[0];
    private int packedCount;
    private long packedBytes;
    private byte[] open = new byte[0];
    private int used;

    private final Map<Integer, byte[]> inflated = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > INFLATED;
        }
    };

    SharedTexts() {
        this(PLAIN, PACKED);
    }

    SharedTexts(long plainLimit, long packedLimit) {
        this.plainLimit = plainLimit;
        this.packedLimit = packedLimit;
    }

    /** The part of an xlsx (ECMA-376 part 1, 18.4): rich text joined, phonetic hints left out. */
    static SharedTexts read(XmlPart xml) throws IOException {
        SharedTexts texts = new SharedTexts();
        while (xml.nextStart()) {
            if (xml.is("si")) {
                texts.add(richText(xml));
            }
        }
        return texts;
    }

    /** The text of an element that holds t, or r with t, and has just begun; it is left at its end. */
    static String richText(XmlPart xml) throws IOException {
        int depth = xml.depth();
        xml.clearText();
        while (xml.nextChild(depth)) {
            if (xml.is("t")) {
                xml.addText();
            } else if (!xml.is("r")) {
                xml.skip();
            }
        }
        return EscapedText.decode(xml.text());
    }

    void add(String text) {
        if (packedCount == 0 && plainBytes <= plainLimit) {
            plain.add(text);
            plainBytes += 56 + 2L * text.length();
            return;
        }
        pack(text.getBytes(StandardCharsets.UTF_8));
    }

    int size() {
        return plain.size() + packedCount;
    }

    /** @throws UnreadableFile where no text has this number */
    String text(int index) throws IOException {
        if (index < 0 || index >= size()) {
            throw new UnreadableFile(FileForm.DAMAGED, "No shared text " + index);
        }
        return index < plain.size() ? plain.get(index) : unpack(addresses[index - plain.size()]);
    }

    /** A length of four bytes, then the text. A text never crosses blocks; one longer than a block has its own. */
    private void pack(byte[] bytes) {
        if (used + 4 + bytes.length > open.length) {
            close();
            open = new byte[Math.max(BLOCK, bytes.length + 4)];
            used = 0;
        }
        if (packedCount == addresses.length) {
            addresses = Arrays.copyOf(addresses, Math.max(1024, packedCount + (packedCount >> 1)));
        }
        addresses[packedCount++] = blocks.size() << 16 | used;
        for (int shift = 24; shift >= 0; shift -= 8) {
            open[used++] = (byte) (bytes.length >>> shift);
        }
        System.arraycopy(bytes, 0, open, used, bytes.length);
        used += bytes.length;
    }

    private void close() {
        if (used > 0) {
            byte[] block = packedBytes < packedLimit ? open : deflate(open, used);
            blocks.add(block);
            packedBytes += block.length;
        }
    }

    /** The first byte 0x7F marks a deflated block: a plain one begins with a length, and none is that long. */
    private static byte[] deflate(byte[] block, int length) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(block, 0, length);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(length / 3);
            out.write(0x7F);
            for (int shift = 24; shift >= 0; shift -= 8) {
                out.write(length >>> shift);
            }
            byte[] some = new byte[8192];
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private String unpack(int address) {
        int number = address >>> 16;
        byte[] block = number == blocks.size() ? open : blocks.get(number);
        if (number < blocks.size() && block[0] == 0x7F) {
            block = inflated(number, block);
        }
        int at = address & 0xFFFF;
        return new String(block, at + 4, whole(block, at), StandardCharsets.UTF_8);
    }

    private byte[] inflated(int number, byte[] packed) {
        byte @Nullable [] kept = inflated.get(number);
        if (kept != null) {
            return kept;
        }
        byte[] block = new byte[whole(packed, 1)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(packed, 5, packed.length - 5);
            int at = 0;
            while (at < block.length) {
                at += inflater.inflate(block, at, block.length - at);
            }
        } catch (DataFormatException e) {
            throw new IllegalStateException("A block that was deflated here can be inflated", e);
        } finally {
            inflater.end();
        }
        inflated.put(number, block);
        return block;
    }

    private static int whole(byte[] bytes, int at) {
        return bytes[at] << 24 | (bytes[at + 1] & 0xFF) << 16 | (bytes[at + 2] & 0xFF) << 8 | (bytes[at + 3] & 0xFF);
    }
}
