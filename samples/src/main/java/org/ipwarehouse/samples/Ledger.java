package org.ipwarehouse.samples;

import java.io.IOException;

/** Keeps the account of the whole set while its files are made, and tells the manifest and those who watch. */
final class Ledger {
    private final Manifest manifest;
    private final Progress progress;
    private final long expected;
    private final FileAccount total = new FileAccount();
    private int files;
    private long bytes;

    Ledger(Manifest manifest, Progress progress, long expected) {
        this.manifest = manifest;
        this.progress = progress;
        this.expected = expected;
    }

    /** A file is under way. */
    void at(String file, FileAccount account) {
        progress.report(file, total.rows() + account.rows(), expected);
    }

    /** A file is done. */
    void done(Manifest.Entry entry, FileAccount account) throws IOException {
        total.add(account);
        files++;
        bytes += entry.bytes();
        manifest.add(entry, account);
        progress.report(entry.name(), total.rows(), expected);
    }

    void end() throws IOException {
        manifest.end(total, files);
    }

    FileAccount total() {
        return total;
    }

    int files() {
        return files;
    }

    long bytes() {
        return bytes;
    }
}
