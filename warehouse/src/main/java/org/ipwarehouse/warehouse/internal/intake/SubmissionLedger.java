package org.ipwarehouse.warehouse.internal.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/** The accounts of all submissions, {@code control.submission}. */
public final class SubmissionLedger {
    private final KernelTables tables;

    public SubmissionLedger(KernelTables tables) {
        this.tables = tables;
    }

    /** Accounts of all submissions, newest first; one a submission. */
    public List<SubmissionRecord> submissions() {
        throw new UnsupportedOperationException(tables.toString());
    }

    /** The account of a submission whose rows are held; a file that was refused may be sent again. */
    public Optional<SubmissionRecord> held(String sha256) {
        throw new UnsupportedOperationException(sha256);
    }

    /**
     * @param today the day on which "missing" and "not due yet" are told apart
     */
    public List<ExpectedReport> expectedReports(Period period, List<SourceProfile> sources, LocalDate today) {
        throw new UnsupportedOperationException(period.toString() + sources + today);
    }

    public boolean holdsSyntheticData() {
        throw new UnsupportedOperationException();
    }
}
