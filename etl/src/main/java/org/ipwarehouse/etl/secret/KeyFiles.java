package org.ipwarehouse.etl.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.ipwarehouse.etl.EtlErrors;

/** Key files: one line of hexadecimal digits each, for their owner's eyes only from the first byte on. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private KeyFiles() {}

    static Path place(Path folder, KeyPurpose purpose, String id) {
        return folder.resolve(purpose.word() + "-" + id + ".key");
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where it is not there, others may read it, or it holds another key */
    static SecretKey read(Path folder, KeyPurpose purpose, String id) {
        Path file = place(folder, purpose, id);
        String text = text(file, id);
        SecretKey key;
        try {
            key = SecretKey.ofHex(text);
        } catch (org.ipwarehouse.warehouse.api.Fault unusable) {
            throw EtlErrors.keyUnusable(file.toString(), "内容不是密钥");
        }
        if (!key.id(purpose).equals(id)) {
            throw EtlErrors.keyUnusable(file.toString(), "内容与文件名中的编号不符，文件已损坏或被替换");
        }
        return key;
    }

    private static String text(Path file, String id) {
        try {
            refuseShared(file);
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException gone) {
            throw EtlErrors.keyUnknown(id, String.valueOf(file.getParent()));
        } catch (IOException e) {
            throw EtlErrors.keyUnusable(file.toString(), "读不了文件");
        }
    }

    /** A key that others on the machine can read is no key. */
    static void refuseShared(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        Set<PosixFilePermission> rights = EnumSet.copyOf(view.readAttributes().permissions());
        rights.retainAll(OTHERS);
        if (!rights.isEmpty()) {
            throw EtlErrors.keyShared(file);
        }
    }

    static void folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path above = folder.toAbsolutePath().getParent();
        if (above != null) {
            Files.createDirectories(above);
        }
        try {
            Files.createDirectory(folder, attribute(folder, OWNERS_FOLDER));
        } catch (FileAlreadyExistsException anotherRunMadeIt) {
            return;
        }
    }

    /** Writes the file whole or not at all. */
    static void write(Path file, String text) throws IOException {
        Path temp = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.deleteIfExists(temp);
        Files.createFile(temp, attribute(file, OWNER_ONLY));
        try (FileChannel channel = FileChannel.open(temp, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(temp, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** None where the file system knows no owners (then its own rights must protect the folder). */
    private static FileAttribute<?>[] attribute(Path near, Set<PosixFilePermission> rights) {
        boolean posix = near.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)} : new FileAttribute<?>[0];
    }
}
