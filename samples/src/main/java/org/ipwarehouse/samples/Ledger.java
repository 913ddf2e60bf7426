package org.ipwarehouse.samples;

import java.io.IOException;
import org.ipwarehouse.samples.Plan.Span;

/** Keeps the account of the whole set while its files are made, and tells the manifest and those who watch. */
final class Ledger {
    private final Manifest manifest;
    private final Progress progress;
    private final Arrivals arrivals;
    private final long expected;
    private final FileAccount total = new FileAccount();
    private int files;
    private long bytes;

    Ledger(Manifest manifest, Progress progress, Arrivals arrivals, long expected) {
        this.manifest = manifest;
        this.progress = progress;
        this.arrivals = arrivals;
        this.expected = expected;
    }

    /** A file is under way. */
    void at(String file, FileAccount account) {
        progress.report(file, total.rows() + account.rows(), expected);
    }

    /** When a file of the span came, ISO instant. */
    String receivedAt(Span span) {
        return arrivals.of(span.source(), span.last()).toString();
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
