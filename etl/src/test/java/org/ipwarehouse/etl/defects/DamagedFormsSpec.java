package org.ipwarehouse.etl.defects;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ipwarehouse.etl.receive.ArchiveLimits;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.receive.Unpacked;
import org.ipwarehouse.etl.receive.Unpacking;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRef;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of every form but workbooks, damaged at random: each must end in rows or in a refusal, never in an error. */
class DamagedFormsSpec {
    /** Enough to meet each kind of damage in each form; the long run takes its number from the command line. */
    private static final int INPUTS = Integer.getInteger("ipw.fuzz", 2_000);

    private static final String HEADER = "案件编号,案件名称,案件来源,当事人名称,知识产权类型,违法行为,罚款,办案机构";
    private static final List<String> ROWS = List.of(
            HEADER,
            "A1,甲店商标案,监督检查,\"甲,\n店\",商标,侵犯注册商标专用权,5000,区市场监督管理分局",
            "A2,乙店商标案,投诉举报,乙店,商标,侵犯注册商标专用权,,区市场监督管理分局",
            "合计,,,,,,5000,");

    private final Landing landing;

    DamagedFormsSpec(@TempDir Path folder) {
        this.landing = new Landing(
                folder,
                new SealRule(
                        KeyRef.inMemory(KeyPurpose.SEAL, SecretKey.ofHex("5a".repeat(32))), SealAlgorithm.AES_256_GCM));
    }

    @Test
    void every_damaged_file_ends_in_rows_or_in_a_refusal_with_a_remedy() {
        List<byte[]> seeds = seeds();
        for (int i = 0; i < INPUTS; i++) {
            byte[] damaged = damaged(seeds.get(i % seeds.size()), new Random(i));
            try {
                Received file = Received.file("a.xls", damaged);
                boolean answered = file.recognised.isPresent() || !file.remedy().isEmpty();
                assertThat(answered).as("input %d", i).isTrue();
            } catch (RuntimeException e) {
                throw new AssertionError("input " + i + " of seed " + i % seeds.size(), e);
            }
        }
    }

    @Test
    void every_damaged_archive_ends_in_members_or_in_a_refusal_with_a_remedy() {
        byte[] seed = zip();
        for (int i = 0; i < INPUTS / 4; i++) {
            byte[] damaged = damaged(seed, new Random(i));
            try {
                Unpacked unpacked = new Unpacking(landing, ArchiveLimits.STANDARD)
                        .unpack(new Received.Bytes(damaged), "a.zip", Instant.EPOCH);
                assertThat(unpacked.isRefused()).isEqualTo(!unpacked.remedy().isEmpty());
            } catch (RuntimeException e) {
                throw new AssertionError("input " + i, e);
            }
        }
    }

    private static List<byte[]> seeds() {
        String csv = String.join("\n", ROWS) + "\n";
        StringBuilder html =
                new StringBuilder("<html><meta charset=gbk><style>.a{mso-number-format:\"Short Date\"}</style><table>");
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\"?><Workbook "
                + "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">"
                + "<Worksheet ss:Name=\"a\"><Table>");
        StringBuilder xml = new StringBuilder("<data><code>0</code>");
        StringBuilder json = new StringBuilder("{\"code\":0,\"rows\":[");
        for (String row : ROWS) {
            String[] cells = row.replace("\"甲,\n店\"", "甲店").split(",", -1);
            html.append("<tr><td rowspan=1 x:num>").append(String.join("<td colspan=1>", cells));
            sheet.append("<Row><Cell ss:MergeDown=\"0\"><Data ss:Type=\"Number\">")
                    .append(String.join("</Data></Cell><Cell ss:MergeAcross=\"0\"><Data ss:Type=\"String\">", cells))
                    .append("</Data></Cell></Row>");
            String[] names = HEADER.split(",", -1);
            xml.append("<row no=\"1\">");
            json.append(json.length() > 20 ? ",{" : "{");
            for (int c = 0; c < names.length; c++) {
                xml.append("<field name=\"")
                        .append(names[c])
                        .append("\">")
                        .append(cells[c])
                        .append("</field>");
                json.append(c == 0 ? "" : ",")
                        .append('"')
                        .append(names[c])
                        .append("\":\"")
                        .append(cells[c])
                        .append('"');
            }
            xml.append("</row>");
            json.append('}');
        }
        String page = html.append("</table></html>").toString();
        String archive = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                + page.replace("=", "=3D") + "\r\n--x--\r\n";
        Charset gb = Charset.forName("GB18030");
        return List.of(
                csv.getBytes(UTF_8),
                csv.getBytes(gb),
                ("\uFEFF" + csv.replace(',', '\t')).getBytes(UTF_16LE),
                csv.replace(',', '|').getBytes(gb),
                page.getBytes(gb),
                archive.getBytes(UTF_8),
                sheet.append("</Table></Worksheet></Workbook>").toString().getBytes(UTF_8),
                xml.append("</data>").toString().getBytes(UTF_8),
                json.append("]}").toString().getBytes(UTF_8),
                new String(csv.getBytes(UTF_8), gb).getBytes(UTF_8));
    }

    private static byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : List.of("a.csv", "b/c.csv")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(String.join("\n", ROWS).getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Bytes changed, cut out, doubled, put elsewhere, or the end lost; sometimes signs of markup where there were none. */
    private static byte[] damaged(byte[] seed, Random chance) {
        byte[] bytes = seed.clone();
        for (int i = chance.nextInt(6); i >= 0 && bytes.length > 1; i--) {
            int at = chance.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + chance.nextInt(40));
            switch (chance.nextInt(6)) {
                case 0 -> bytes[at] = (byte) chance.nextInt(256);
                case 1 -> bytes = joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
                case 2 -> bytes = joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
                case 3 -> bytes[at] = "\"<>=,;&{}[]\n\0".getBytes(UTF_8)[chance.nextInt(13)];
                case 4 -> bytes = chance.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                default -> bytes[at] = (byte) (bytes[at] ^ 1 << chance.nextInt(8));
            }
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
