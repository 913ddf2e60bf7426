package org.ipwarehouse.etl.standardise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Characters that older versions of GB 18030 and GBK had in Unicode's private area because Unicode had none for them yet
 * (defect D16): 䶮 was U+E863. The table {@code private_characters.csv} has what GB 18030-2000 (annex E), 2005 and 2022
 * moved, and the six of which 2022 keeps the private code beside the real one (marked {@code six}). What a private code
 * outside the table shows depends on the font of the machine that wrote it: nobody can know it.
 */
public final class PrivateCharacters {
    private static final Map<Integer, String> KNOWN = table();
    private static final String LOST = "锟斤拷";

    private PrivateCharacters() {}

    /** The text with its known private characters replaced; the same object where it has none. */
    public static String known(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (KNOWN.containsKey((int) text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder real = new StringBuilder(text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            real.append(KNOWN.getOrDefault((int) c, String.valueOf(c)));
        }
        return real.toString();
    }

    /** True for a text with characters that nobody can restore: U+FFFD, what it became (锟斤拷), unknown private ones. */
    public static boolean isLost(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '\uD800') {
                if (c == '锟' && text.startsWith(LOST, i)) {
                    return true;
                }
            } else if (c == '\uFFFD' || isPrivate(c) && !KNOWN.containsKey((int) c) || isHalf(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** True where nothing needs to be looked at more closely: most texts. */
    public static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '锟' || c >= '\uD800' && c < '\uF900' || c == '\uFFFD') {
                return false;
            }
        }
        return true;
    }

    private static boolean isPrivate(char c) {
        return c >= '\uE000' && c <= '\uF8FF';
    }

    private static boolean isHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static Map<Integer, String> table() {
        Map<Integer, String> known = new HashMap<>();
        try (InputStream in = PrivateCharacters.class.getResourceAsStream("private_characters.csv")) {
            if (in == null) {
                throw new IllegalStateException("private_characters.csv is a part of this program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).forEach(line -> {
                String[] cells = line.split(",", -1);
                known.put(Integer.parseInt(cells[0], 16), Character.toString(Integer.parseInt(cells[1], 16)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(known);
    }
}
