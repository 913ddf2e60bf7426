package org.ipwarehouse.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.Plan.Span;
import org.ipwarehouse.samples.SampleRequest.Layout;
import org.ipwarehouse.samples.file.SheetForm;

/** One making of a set: plans it, then writes file after file, oldest first. */
final class ExportRun {
    private static final long LARGEST_TEXT = 2_000_000;
    private static final long LARGEST_WORKBOOK = 500_000;

    private final SampleRequest request;
    private final Map<String, Contract> contracts;
    private final Path exports;
    private final Ledger ledger;
    private final Plan plan;
    private final Departments departments;
    private final Map<String, SheetForm> forms = new HashMap<>();

    ExportRun(SampleRequest request, Map<String, Contract> contracts, Path exports, Ledger ledger) {
        this.request = request;
        this.contracts = contracts;
        this.exports = exports;
        this.ledger = ledger;
        this.plan = Plan.fit(request, contracts);
        this.departments = new Departments(request);
    }

    SampleSummary all(Path manifest) throws IOException {
        Map<String, RowStream> streams = new HashMap<>();
        for (Span span : plan.spans()) {
            SheetForm form = departments.form(contract(span.source()), span, plan.rows(span));
            for (int m = span.first(); m <= span.last(); m++) {
                forms.put(span.source() + m, form);
            }
            write(span, form, streams.computeIfAbsent(span.source(), this::stream));
        }
        ledger.end();
        FileAccount total = ledger.total();
        return new SampleSummary(
                exports,
                manifest,
                ledger.files(),
                ledger.bytes(),
                total.rows(),
                total.accepted(),
                total.quarantined(),
                total.repeated(),
                total.reasons());
    }

    private Contract contract(String source) {
        return Objects.requireNonNull(contracts.get(source), source);
    }

    private RowStream stream(String source) {
        return new RowStream(
                request, plan, contract(source), month -> Objects.requireNonNull(forms.get(source + month), source));
    }

    private void write(Span span, SheetForm form, RowStream stream) throws IOException {
        Volumes.Cut cut = new Volumes.Cut(most(form), plan.rows(span));
        try (Volumes volumes = new Volumes(exports, span, form, cut, ledger)) {
            for (int m = span.first(); m <= span.last(); m++) {
                stream.month(m, volumes::row);
            }
            volumes.finish();
        }
    }

    private long most(SheetForm form) {
        if (form.kind() == SheetForm.Kind.XLSX) {
            return LARGEST_WORKBOOK;
        }
        return request.layout() == Layout.SINGLE_FILE ? Long.MAX_VALUE : LARGEST_TEXT;
    }
}
