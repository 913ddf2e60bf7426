package org.ipwarehouse.samples;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.ipwarehouse.samples.Plan.Span;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.file.RowFiles;
import org.ipwarehouse.samples.file.SheetForm;
import org.ipwarehouse.samples.record.Cells;

/** The files of a span: one, or numbered volumes where one would be too large. */
final class Volumes implements Closeable {
    private static final long REPORT_EVERY = 100_000;

    private final Path folder;
    private final Span span;
    private final SheetForm form;
    private final Ledger ledger;
    private final Cut cut;
    private int volume = 1;
    private String name;
    private RowFiles.Written open;
    private FileAccount account = new FileAccount();

    /**
     * Where a file ends.
     *
     * @param most rows of a file
     * @param expected rows of the span
     */
    record Cut(long most, long expected) {
        boolean leavesOne() {
            return expected <= most;
        }
    }

    Volumes(Path folder, Span span, SheetForm form, Cut cut, Ledger ledger) throws IOException {
        this.folder = folder;
        this.span = span;
        this.form = form;
        this.cut = cut;
        this.ledger = ledger;
        this.name = Departments.fileName(span, volume, cut.leavesOne(), form);
        this.open = RowFiles.open(folder.resolve(name), form);
    }

    void row(Cells cells, Outcome outcome) throws IOException {
        if (account.rows() == cut.most()) {
            finish();
            volume++;
            name = Departments.fileName(span, volume, cut.leavesOne(), form);
            open = RowFiles.open(folder.resolve(name), form);
            account = new FileAccount();
        }
        open.file().row(cells);
        account.add(outcome);
        if (account.rows() % REPORT_EVERY == 0) {
            ledger.at(name, account);
        }
    }

    @Override
    public void close() throws IOException {
        open.file().close();
    }

    /** Closes the file at hand and enters it in the ledger; without it an abandoned file never counts. */
    void finish() throws IOException {
        open.file().close();
        String asOf = LocalDate.ofEpochDay(Months.end(span.last())).toString();
        ledger.done(
                new Manifest.Entry(name, span.source(), asOf, ledger.receivedAt(span), open.sha256(), open.length()),
                account);
    }
}
