package org.ipwarehouse.etl.receive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;

/** Paths of members of a zip archive (defect D08: mostly written in GBK, without saying so). */
final class MemberName {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:.*", Pattern.DOTALL);
    private static final List<String> LEFT_BEHIND = List.of("thumbs.db", "desktop.ini", ".ds_store");

    private MemberName() {}

    /**
     * The path with '/' between folders: as the archive says in Unicode (flag or extra field), else as strict UTF-8, else
     * as GB18030.
     */
    static String of(ZipArchiveEntry entry) {
        byte[] raw = entry.getRawName();
        boolean unicode = entry.getNameSource() != NameSource.NAME
                || entry.getGeneralPurposeBit().usesUTF8ForNames();
        String name = unicode || raw == null ? entry.getName() : decoded(raw);
        return name.replace('\\', '/');
    }

    private static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(raw, GB18030);
        }
    }

    /** True for a path that would lead out of the folder in which the archive is unpacked. */
    static boolean escapes(String path) {
        return path.startsWith("/")
                || DRIVE.matcher(path).matches()
                || path.chars().anyMatch(c -> c < ' ')
                || List.of(path.split("/")).contains("..");
    }

    /** True for what operating systems and office programs leave in folders. */
    static boolean isLeftBehind(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String file = lower.substring(lower.lastIndexOf('/') + 1);
        return lower.startsWith("__macosx/")
                || lower.contains("/__macosx/")
                || file.startsWith("~$")
                || file.startsWith("._")
                || LEFT_BEHIND.contains(file);
    }
}
