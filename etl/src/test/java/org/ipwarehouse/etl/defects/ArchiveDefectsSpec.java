package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.GeneralPurposeBit;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Unpacked;
import org.ipwarehouse.etl.receive.Unpacking;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D08: tables that come in archives. */
class ArchiveDefectsSpec {
    private static final Instant AT = Instant.parse("2026-10-08T02:00:00Z");
    private static final byte[] TABLE =
            ("案件编号,案件名称,案件来源,当事人名称,知识产权类型,违法行为,办案机构\n" + "A1,甲商标案,监督检查,甲店,商标,侵犯注册商标专用权,区市场监督管理分局\n").getBytes(UTF_8);

    private static final SealRule SEAL =
            new SealRule(KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32))), SealAlgorithm.AES_256_GCM);

    private final Landing landing;
    private final Path folder;

    ArchiveDefectsSpec(@TempDir Path folder) {
        this.folder = folder;
        this.landing = new Landing(folder, SEAL);
    }

    @Test
    void D08_a_zip_with_gbk_names_gives_its_tables_each_under_its_own_name() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("七月/案件台账.csv", TABLE);
        members.put("__MACOSX/._案件台账.csv", new byte[] {1});
        members.put("七月/Thumbs.db", new byte[] {1});
        members.put("盖章件.pdf", "%PDF-1.7".getBytes(UTF_8));
        Unpacked unpacked = unpack(zip("GBK", members));
        assertThat(unpacked.members()).singleElement().satisfies(member -> assertThat(member.fileName())
                .isEqualTo("外层.zip/七月/案件台账.csv"));
        assertThat(unpacked.passedOver())
                .containsExactly("外层.zip/__MACOSX/._案件台账.csv", "外层.zip/七月/Thumbs.db", "外层.zip/盖章件.pdf");
        Received member = Received.file("台账.csv", kept(unpacked, 0));
        assertThat(member.column("case_no")).containsExactly("A1");
    }

    @Test
    void D08_names_in_utf8_are_read_with_flag_with_extra_field_and_without_both() throws IOException {
        for (String way : new String[] {"flag", "extra", "bare"}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
                zip.setEncoding(way.equals("extra") ? "GBK" : "UTF-8");
                zip.setUseLanguageEncodingFlag(way.equals("flag"));
                zip.setCreateUnicodeExtraFields(
                        way.equals("extra") ? UnicodeExtraFieldPolicy.ALWAYS : UnicodeExtraFieldPolicy.NEVER);
                put(zip, new ZipArchiveEntry("䶮店台账.csv"), TABLE);
            }
            assertThat(unpack(bytes.toByteArray()).members().get(0).fileName())
                    .as(way)
                    .isEqualTo("外层.zip/䶮店台账.csv");
        }
    }

    @Test
    void D08_a_zip_within_a_zip_is_opened_and_one_within_that_is_left_to_be_refused() throws IOException {
        byte[] inmost = zip("GBK", Map.of("c.csv", TABLE));
        Map<String, byte[]> inner = new LinkedHashMap<>();
        inner.put("b.csv", TABLE);
        inner.put("更深.zip", inmost);
        Unpacked unpacked = unpack(zip("GBK", Map.of("内层.zip", zip("GBK", inner))));
        assertThat(unpacked.members())
                .extracting(org.ipwarehouse.etl.receive.Received::fileName)
                .containsExactly("外层.zip/内层.zip/b.csv", "外层.zip/内层.zip/更深.zip");
        assertThat(Received.file("更深.zip", kept(unpacked, 1)).remedy()).contains("解压后逐个报送");
    }

    @Test
    void D08_a_gz_of_one_table_is_that_table() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(bytes)) {
            gz.write(TABLE);
        }
        Unpacked unpacked = unpack("台账.csv.gz", bytes.toByteArray(), ArchiveLimits.STANDARD);
        assertThat(unpacked.members().get(0).fileName()).isEqualTo("台账.csv.gz/台账.csv");
        assertThat(kept(unpacked, 0)).isEqualTo(TABLE);
    }

    @Test
    void D08_paths_that_lead_out_of_the_archive_refuse_it_as_a_whole() throws IOException {
        for (String path : new String[] {"../a.csv", "x/../../a.csv", "/etc/a.csv", "C:\\a.csv", "..\\a.csv"}) {
            Map<String, byte[]> members = new LinkedHashMap<>();
            members.put("good.csv", TABLE);
            members.put(path, TABLE);
            Unpacked unpacked = unpack(zip("GBK", members));
            assertThat(unpacked.reason()).as(path).isEqualTo("FILE_ARCHIVE_UNSAFE");
            assertThat(unpacked.members()).isEmpty();
        }
        assertThat(landed()).isZero();
    }

    @Test
    void D08_a_symbolic_link_refuses_the_archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            put(zip, link, "/etc/passwd".getBytes(UTF_8));
        }
        assertThat(unpack(bytes.toByteArray()).reason()).isEqualTo("FILE_ARCHIVE_UNSAFE");
    }

    @Test
    void D08_bombs_are_refused_before_anything_of_them_is_kept() throws IOException {
        byte[] zeros = new byte[3 << 20];
        byte[] bomb = zip("GBK", Map.of("a.csv", zeros));
        // 3 MiB of zeros pack about 1000 : 1
        ArchiveLimits ratio = new ArchiveLimits(10, 1L << 30, 200, 1 << 20, 100);
        assertThat(unpack("外层.zip", bomb, ratio).remedy()).contains("压缩比");
        ArchiveLimits total = new ArchiveLimits(10, 2 << 20, 10_000, 1 << 20, 100);
        assertThat(unpack("外层.zip", bomb, total).remedy()).contains("解开后超过 2 MB");
        ArchiveLimits entries = new ArchiveLimits(1, 1L << 30, 10_000, 1 << 20, 100);
        byte[] two = zip("GBK", Map.of("a.csv", TABLE, "b.csv", TABLE));
        assertThat(unpack("外层.zip", two, entries).remedy()).contains("条目超过 1 个");
        byte[] longName = zip("GBK", Map.of("a".repeat(101) + ".csv", TABLE));
        assertThat(unpack("外层.zip", longName, ratio).remedy()).contains("超过 100 个字符");
        for (byte[] archive : new byte[][] {bomb, two, longName}) {
            assertThat(unpack("外层.zip", archive, new ArchiveLimits(1, 1 << 20, 200, 1 << 20, 100))
                            .reason())
                    .isEqualTo("FILE_ARCHIVE_UNSAFE");
        }
        assertThat(landed()).isZero();
    }

    @Test
    void D08_a_member_with_a_password_refuses_the_archive_as_encrypted() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, new ZipArchiveEntry("a.csv"), TABLE);
            put(zip, new ZipArchiveEntry("b.csv"), TABLE);
        }
        byte[] locked = bytes.toByteArray();
        // the flag of the second member in the central directory (PKWARE APPNOTE 4.3.12: 8 bytes after its signature)
        int second = lastIndexOf(locked, new byte[] {'P', 'K', 1, 2});
        locked[second + 8] |= 1;
        assertThat(unpack(locked).reason()).isEqualTo("FILE_ENCRYPTED");
        assertThat(new GeneralPurposeBit().usesEncryption()).isFalse();
    }

    @Test
    void D08_rar_and_7z_are_refused_with_a_remedy() {
        assertThat(Received.file("a.zip", "Rar!\u001A\u0007\u0000".getBytes(UTF_8))
                        .remedy())
                .contains("解压后逐个报送");
        byte[] seven = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C};
        assertThat(Received.file("a.xls", seven).remedy()).contains("解压后逐个报送");
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (java.util.Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new IllegalArgumentException("not there");
    }

    private static byte[] zip(String charset, Map<String, byte[]> members) throws IOException {
        SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.setEncoding(Charset.forName(charset).name());
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.NEVER);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                put(zip, new ZipArchiveEntry(member.getKey()), member.getValue());
            }
        }
        return java.util.Arrays.copyOf(bytes.array(), (int) bytes.size());
    }

    @Test
    void D08_limits_of_archives_are_read_from_the_installation_and_an_unknown_one_is_refused(@TempDir Path home)
            throws IOException {
        assertThat(ArchiveLimits.load(home)).isEqualTo(ArchiveLimits.STANDARD);
        assertThat(ArchiveLimits.load(Path.of(".."))).isEqualTo(ArchiveLimits.STANDARD);
        Path file = Files.createDirectories(home.resolve("etl")).resolve("archives.properties");
        Files.writeString(file, "entries.most = 3\nunpacked.most-mb = 5\n");
        assertThat(ArchiveLimits.load(home)).isEqualTo(new ArchiveLimits(3, 5L << 20, 200, 10L << 20, 500));
        for (String wrong : List.of("entries = 3", "ratio.most = 0", "ratio.most = 二百", "path.longest = 9999999999")) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> ArchiveLimits.load(home))
                    .as(wrong)
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("archives.properties");
        }
    }

    private static void put(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content) throws IOException {
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private Unpacked unpack(byte[] archive) {
        return unpack("外层.zip", archive, ArchiveLimits.STANDARD);
    }

    private Unpacked unpack(String name, byte[] archive, ArchiveLimits limits) {
        return new Unpacking(landing, limits).unpack(new Received.Bytes(archive), name, AT);
    }

    private byte[] kept(Unpacked unpacked, int member) throws IOException {
        try (InputStream in = landing.original(unpacked.members().get(member).sha256()).stream(0)) {
            return in.readAllBytes();
        }
    }

    private long landed() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
