package org.ipwarehouse.samples.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Opens a file of a form and keeps the fingerprint of what is written to it. */
public final class RowFiles {
    private RowFiles() {}

    /** An open file and, once it is closed, its SHA-256 and length. */
    public static final class Written {
        private final RowFile file;
        private final Counting bytes;

        private Written(RowFile file, Counting bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        public RowFile file() {
            return file;
        }

        /** Lower-case hex; of use only after the file was closed. */
        public String sha256() {
            return HexFormat.of().formatHex(bytes.digest.digest());
        }

        public long length() {
            return bytes.length;
        }
    }

    public static Written open(Path path, SheetForm form) throws IOException {
        Counting bytes = new Counting(Files.newOutputStream(path));
        RowFile file = form.kind() == SheetForm.Kind.XLSX ? new XlsxFile(bytes, form) : new CsvFile(bytes, form);
        return new Written(file, bytes);
    }

    private static final class Counting extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private long length;

        Counting(OutputStream out) {
            super(out);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            digest.update(b, off, len);
            length += len;
        }
    }
}
