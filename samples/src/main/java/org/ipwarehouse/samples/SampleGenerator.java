package org.ipwarehouse.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.samples.Plan.Span;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.file.RowFiles;
import org.ipwarehouse.samples.file.SheetForm;
import org.ipwarehouse.samples.record.Archive;

/**
 * Makes synthetic departmental exports of 沙坡头区 from October 2023 to September 2026. The same request gives the same
 * bytes; memory does not grow with the rows. Beside the files stands a manifest with their true account.
 */
public final class SampleGenerator {
    private static final long LARGEST_TEXT = 2_000_000;
    private static final long LARGEST_WORKBOOK = 500_000;
    private static final long REPORT_EVERY = 100_000;

    /**
     * Writes {@code <out>/exports/*}, {@code <out>/manifest.json} and {@code <out>/README.md}.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault if {@code exports} has files already, a contract is missing or
     *     mistaken, or the disk refuses
     */
    public SampleSummary generate(SampleRequest request, Progress progress) {
        Map<String, Contract> contracts = contracts(request.home());
        Path exports = request.out().resolve("exports");
        refuseUsed(exports);
        try {
            Files.createDirectories(exports);
            Files.writeString(request.out().resolve("README.md"), Readme.text(request), StandardCharsets.UTF_8);
            Path manifest = request.out().resolve("manifest.json");
            try (Manifest into = new Manifest(manifest, request)) {
                return new Run(request, contracts, exports, into, progress).all(manifest);
            }
        } catch (IOException e) {
            throw SampleErrors.writing(request.out(), e);
        }
    }

    private static Map<String, Contract> contracts(Path home) {
        Contracts agreed = Contracts.load(home);
        Map<String, Contract> contracts = new TreeMap<>();
        for (String source : Archive.sources()) {
            contracts.put(source, agreed.source(source).orElseThrow(() -> SampleErrors.contract(source, home)));
        }
        return contracts;
    }

    private static void refuseUsed(Path exports) {
        if (!Files.isDirectory(exports)) {
            return;
        }
        try (Stream<Path> files = Files.list(exports)) {
            if (files.findAny().isPresent()) {
                throw SampleErrors.notEmpty(exports);
            }
        } catch (IOException e) {
            throw SampleErrors.writing(exports, e);
        }
    }

    /** One making of a set. */
    private static final class Run {
        private final SampleRequest request;
        private final Map<String, Contract> contracts;
        private final Path exports;
        private final Manifest manifest;
        private final Progress progress;
        private final Plan plan;
        private final Departments departments;
        private final Map<String, SheetForm> forms = new HashMap<>();
        private final FileAccount total = new FileAccount();
        private int files;
        private long bytes;

        Run(
                SampleRequest request,
                Map<String, Contract> contracts,
                Path exports,
                Manifest manifest,
                Progress progress) {
            this.request = request;
            this.contracts = contracts;
            this.exports = exports;
            this.manifest = manifest;
            this.progress = progress;
            this.plan = Plan.fit(request, contracts);
            this.departments = new Departments(request);
        }

        SampleSummary all(Path manifestPath) throws IOException {
            Map<String, RowStream> streams = new HashMap<>();
            for (Span span : plan.spans()) {
                SheetForm form = departments.form(contract(span.source()), span, plan.rows(span));
                for (int m = span.first(); m <= span.last(); m++) {
                    forms.put(span.source() + m, form);
                }
                write(span, form, streams.computeIfAbsent(span.source(), this::stream));
            }
            manifest.end(total, files);
            return new SampleSummary(
                    exports,
                    manifestPath,
                    files,
                    bytes,
                    total.rows(),
                    total.accepted(),
                    total.quarantined(),
                    total.repeated(),
                    total.reasons());
        }

        private Contract contract(String source) {
            return java.util.Objects.requireNonNull(contracts.get(source), source);
        }

        private RowStream stream(String source) {
            return new RowStream(
                    request,
                    plan,
                    contract(source),
                    month -> java.util.Objects.requireNonNull(forms.get(source + month), source));
        }

        private void write(Span span, SheetForm form, RowStream stream) throws IOException {
            try (Volumes volumes = new Volumes(span, form)) {
                for (int m = span.first(); m <= span.last(); m++) {
                    stream.month(m, volumes::row);
                }
            }
        }

        /** The files of a span: one, or several where it is large. */
        private final class Volumes implements java.io.Closeable {
            private final Span span;
            private final SheetForm form;
            private final long most;
            private final boolean only;
            private int volume = 1;
            private String name;
            private RowFiles.Written open;
            private FileAccount account = new FileAccount();

            Volumes(Span span, SheetForm form) throws IOException {
                this.span = span;
                this.form = form;
                boolean single = request.layout() == SampleRequest.Layout.SINGLE_FILE;
                long limit = form.kind() == SheetForm.Kind.XLSX ? LARGEST_WORKBOOK : LARGEST_TEXT;
                this.most = single && form.kind() != SheetForm.Kind.XLSX ? Long.MAX_VALUE : limit;
                this.only = plan.rows(span) <= most;
                this.name = Departments.fileName(span, volume, only, form);
                this.open = RowFiles.open(exports.resolve(name), form);
            }

            void row(org.ipwarehouse.samples.record.Cells cells, Outcome outcome) throws IOException {
                if (account.rows() == most) {
                    close();
                    volume++;
                    name = Departments.fileName(span, volume, only, form);
                    open = RowFiles.open(exports.resolve(name), form);
                    account = new FileAccount();
                }
                open.file().row(cells);
                account.add(outcome);
                if (account.rows() % REPORT_EVERY == 0) {
                    progress.report(name, total.rows() + account.rows(), request.rows());
                }
            }

            @Override
            public void close() throws IOException {
                open.file().close();
                total.add(account);
                files++;
                bytes += open.length();
                String asOf =
                        java.time.LocalDate.ofEpochDay(Months.end(span.last())).toString();
                manifest.add(new Manifest.Entry(name, span.source(), asOf, open.sha256(), open.length()), account);
                progress.report(name, total.rows(), request.rows());
            }
        }
    }
}
