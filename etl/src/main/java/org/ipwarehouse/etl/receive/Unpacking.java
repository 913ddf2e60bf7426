package org.ipwarehouse.etl.receive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.FileForm;
import org.ipwarehouse.etl.read.FormRecogniser;

/**
 * Unpacks archives at the door (D08): zip, zip within zip, and gz of one file. An archive is looked through to its last
 * byte before a member of it is kept; nothing is ever written under a name that it gives. Done again it gives the same.
 */
public final class Unpacking {
    private static final int DEEPEST = 2;
    private static final Set<String> TABLES =
            Set.of("xls", "xlsx", "xlsm", "xlsb", "et", "csv", "txt", "tsv", "xml", "json", "htm", "html", "mht");

    private final Landing landing;
    private final ArchiveLimits limits;

    public Unpacking(Landing landing, ArchiveLimits limits) {
        this.landing = landing;
        this.limits = limits;
    }

    /** Whether a kept file is an archive that can be unpacked; a workbook is none, though it is a zip file, too. */
    public static boolean isArchive(Original file) throws IOException {
        FileForm form = FormRecogniser.of(file);
        return form == FileForm.ZIP || form == FileForm.GZIP;
    }

    /**
     * Keeps what an archive holds.
     *
     * @param archive the kept archive
     * @param name under which it came
     * @param at when it was received: so were its members
     * @throws org.ipwarehouse.warehouse.api.Fault where the landing archive cannot be written
     */
    public Unpacked unpack(Original archive, String name, Instant at) {
        Walk walk = new Walk(at);
        try {
            walk.archive(archive, name, 1, Purpose.MEASURE);
            walk.archive(archive, name, 1, Purpose.KEEP);
            return new Unpacked(walk.members, walk.passedOver, "", "");
        } catch (UnsafeArchive e) {
            return new Unpacked(List.of(), List.of(), e.reason(), e.remedy());
        } catch (IOException | IllegalArgumentException e) {
            UnsafeArchive damaged = UnsafeArchive.damaged();
            return new Unpacked(List.of(), List.of(), damaged.reason(), damaged.remedy());
        }
    }

    private enum Purpose {
        MEASURE,
        KEEP
    }

    private final class Walk {
        private final Instant at;
        private final List<Received> members = new ArrayList<>();
        private final List<String> passedOver = new ArrayList<>();
        private long entries;
        private long unpacked;

        Walk(Instant at) {
            this.at = at;
        }

        void archive(Original archive, String name, int depth, Purpose purpose) throws IOException, UnsafeArchive {
            if (FormRecogniser.of(archive) == FileForm.GZIP) {
                gz(archive, name, depth, purpose);
                return;
            }
            try (ZipFile zip =
                    ZipFile.builder().setSeekableByteChannel(archive.open()).get()) {
                for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                    entry(zip, entry, name, depth, purpose);
                }
            }
        }

        private void gz(Original archive, String name, int depth, Purpose purpose) throws IOException, UnsafeArchive {
            String member = name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
            String file = member.substring(member.lastIndexOf('/') + 1);
            try (InputStream in = new GZIPInputStream(archive.stream(0), 1 << 16)) {
                Counted bytes = new Counted(in, archive.size(), purpose);
                member(bytes, name + "/" + file, depth, purpose);
            }
        }

        private void entry(ZipFile zip, ZipArchiveEntry entry, String archive, int depth, Purpose purpose)
                throws IOException, UnsafeArchive {
            String path = MemberName.of(entry);
            if (purpose == Purpose.MEASURE) {
                check(entry, path);
            }
            if (entry.isDirectory()) {
                return;
            }
            if (!zip.canReadEntryData(entry)) {
                throw new UnsafeArchive("FILE_TYPE_UNKNOWN", "压缩包中的“" + path + "”用了不能读取的压缩方法。请用普通 zip 重新打包，或解压后逐个报送。");
            }
            String name = archive + "/" + path;
            if (MemberName.isLeftBehind(path)) {
                passOver(name, purpose);
                return;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                member(new Counted(in, Math.max(1, entry.getCompressedSize()), purpose), name, depth, purpose);
            }
        }

        private void check(ZipArchiveEntry entry, String path) throws UnsafeArchive {
            entries++;
            if (entries > limits.entries()) {
                throw UnsafeArchive.unsafe("中的条目超过 " + limits.entries() + " 个");
            }
            if (path.length() > limits.nameLength()) {
                throw UnsafeArchive.unsafe("中有文件的路径超过 " + limits.nameLength() + " 个字符");
            }
            if (MemberName.escapes(path) || entry.isUnixSymlink()) {
                throw UnsafeArchive.unsafe("中有文件的路径指向包外");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new UnsafeArchive("FILE_ENCRYPTED", "压缩包设有密码。请取消密码重新打包，或解压后逐个报送。");
            }
        }

        /** Measuring keeps nothing; what lies within a member that is an archive is measured when it is opened. */
        private void member(Counted bytes, String name, int depth, Purpose purpose) throws IOException, UnsafeArchive {
            try {
                if (purpose == Purpose.MEASURE) {
                    bytes.transferTo(OutputStream.nullOutputStream());
                    return;
                }
                Received kept = landing.keep(bytes, name, at);
                Original original = landing.original(kept.sha256());
                FileForm form = FormRecogniser.of(original);
                boolean archive = form == FileForm.ZIP || form == FileForm.GZIP;
                if (archive && depth < DEEPEST) {
                    archive(original, name, depth + 1, Purpose.MEASURE);
                    archive(original, name, depth + 1, Purpose.KEEP);
                } else if (isTable(form, name)) {
                    members.add(kept);
                } else {
                    passOver(name, purpose);
                }
            } catch (TooMuch e) {
                throw UnsafeArchive.unsafe(e.what);
            }
        }

        private void passOver(String name, Purpose purpose) {
            if (purpose == Purpose.KEEP) {
                passedOver.add(name);
            }
        }

        /** A file of unknown form counts by its name: who sends a broken table must hear of it. */
        private boolean isTable(FileForm form, String name) {
            boolean named =
                    TABLES.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
            return switch (form) {
                case DOCUMENT -> false;
                case UNKNOWN, EMPTY, DELIMITED_TEXT -> named;
                default -> true;
            };
        }

        /** Bytes of a member, no more of them than an archive may hold. */
        private final class Counted extends InputStream {
            private final InputStream in;
            private final long packed;
            private final Purpose purpose;
            private long length;

            Counted(InputStream in, long packed, Purpose purpose) {
                this.in = in;
                this.packed = packed;
                this.purpose = purpose;
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] to, int from, int most) throws IOException {
                int n = in.read(to, from, most);
                length += Math.max(n, 0);
                // what is kept was measured before
                unpacked += purpose == Purpose.MEASURE ? Math.max(n, 0) : 0;
                if (unpacked > limits.unpacked()) {
                    throw new TooMuch("解开后超过 " + (limits.unpacked() >> 20) + " MB");
                }
                if (length > limits.ratioFrom() && length / packed >= limits.ratio()) {
                    throw new TooMuch("的压缩比超过 " + limits.ratio() + " : 1，疑似压缩炸弹");
                }
                return n;
            }
        }
    }

    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
        private final String what;

        TooMuch(String what) {
            super(what);
            this.what = what;
        }
    }
}
