package org.ipwarehouse.etl.defects;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Breaks a file in one of the ways in which files are broken: bits, cuts, pastes, hostile pieces, inside of packages too. */
final class Mutation {
    private static final List<byte[]> HOSTILE = List.of(
            bytes("\u0000\u0000\u0000\u0000"),
            bytes("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!ENTITY f \"&e;&e;\">]>&f;"),
            bytes("]]>"),
            bytes("\"\"\"\r\r\n,,,,\t;"),
            bytes("=cmd|'/c calc'!A1"),
            bytes("锟斤拷锟斤拷"),
            bytes("9.16405E+17"),
            bytes("1E+999999999"),
            bytes("-99999999999999999999999999999999999999"),
            bytes("<a>".repeat(2_000)),
            bytes("[".repeat(5_000)),
            bytes("colspan=999999999 rowspan=999999999"),
            bytes("ss:Index=\"2147483647\""),
            bytes("r=\"XFD1048576\""),
            bytes("A".repeat(70_000)));

    private final Random random;

    Mutation(long seed) {
        this.random = new Random(seed);
    }

    byte[] of(byte[] sound, byte[] other) throws IOException {
        byte[] broken = sound;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && broken.length > 0; i++) {
            boolean packed = broken.length > 4 && broken[0] == 'P' && broken[1] == 'K' && random.nextInt(3) > 0;
            broken = packed ? inside(broken) : once(broken, other);
        }
        return broken;
    }

    private byte[] once(byte[] sound, byte[] other) {
        int from = random.nextInt(sound.length);
        int length = Math.min(1 + random.nextInt(512), sound.length - from);
        byte[] block = Arrays.copyOfRange(sound, from, from + length);
        return switch (random.nextInt(9)) {
            case 0 -> flipped(sound);
            case 1 -> Arrays.copyOf(sound, from);
            case 2 -> joined(Arrays.copyOf(sound, from), Arrays.copyOfRange(sound, from + length, sound.length));
            case 3 -> inserted(sound, from, block);
            case 4 -> inserted(sound, from, HOSTILE.get(random.nextInt(HOSTILE.size())));
            case 5 -> inserted(sound, from, noise(length));
            case 6 -> joined(Arrays.copyOf(sound, from), Arrays.copyOfRange(other, other.length / 2, other.length));
            case 7 -> digits(sound);
            default -> inserted(sound, random.nextInt(sound.length), block);
        };
    }

    private byte[] flipped(byte[] sound) {
        byte[] broken = sound.clone();
        int bits = 1 + random.nextInt(16);
        for (int i = 0; i < bits; i++) {
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return broken;
    }

    private byte[] digits(byte[] sound) {
        byte[] broken = sound.clone();
        for (int i = 0; i < broken.length; i++) {
            if (broken[i] >= '0' && broken[i] <= '9' && random.nextInt(8) == 0) {
                broken[i] = (byte) ('0' + random.nextInt(10));
            }
        }
        return broken;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /** One member of a package is broken, the package around it is sound. */
    private byte[] inside(byte[] packed) throws IOException {
        List<String> names = new ArrayList<>();
        List<byte[]> members = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(packed), StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
                members.add(in.readAllBytes());
            }
        } catch (IOException | IllegalArgumentException broken) {
            return flipped(packed);
        }
        if (members.isEmpty()) {
            return flipped(packed);
        }
        int chosen = random.nextInt(members.size());
        byte[] member = members.get(chosen);
        members.set(chosen, member.length == 0 ? noise(8) : once(member, member));
        return packed(names, members);
    }

    private static byte[] packed(List<String> names, List<byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.ISO_8859_1)) {
            for (int i = 0; i < names.size(); i++) {
                // a name that stands twice is a defect of its own, which this writer cannot make
                if (names.indexOf(names.get(i)) == i) {
                    out.putNextEntry(new ZipEntry(names.get(i)));
                    out.write(members.get(i));
                    out.closeEntry();
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] inserted(byte[] sound, int at, byte[] piece) {
        return joined(joined(Arrays.copyOf(sound, at), piece), Arrays.copyOfRange(sound, at, sound.length));
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
