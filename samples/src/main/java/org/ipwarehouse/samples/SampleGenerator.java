package org.ipwarehouse.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.samples.record.Archive;

/**
 * Makes synthetic departmental exports of 沙坡头区 from October 2023 to September 2026. The same request gives the same
 * bytes; memory does not grow with the rows. Beside the files stands a manifest with their true account.
 */
public final class SampleGenerator {
    /**
     * Writes {@code <out>/exports/*}, {@code <out>/manifest.json} and {@code <out>/README.md}.
     *
     * @throws org.ipwarehouse.warehouse.api.Fault if {@code exports} has files already, a contract is missing or
     *     mistaken, or the disk refuses
     */
    public SampleSummary generate(SampleRequest request, Progress progress) {
        Map<String, Contract> contracts = contracts(request);
        Path exports = request.out().resolve("exports");
        refuseUsed(exports);
        try {
            Files.createDirectories(exports);
            Files.writeString(request.out().resolve("README.md"), Readme.text(request), StandardCharsets.UTF_8);
            Path manifest = request.out().resolve("manifest.json");
            try (Manifest into = new Manifest(manifest, request)) {
                Ledger ledger = new Ledger(into, progress, new Arrivals(request.seed(), contracts), request.rows());
                return new ExportRun(request, contracts, exports, ledger).all(manifest);
            }
        } catch (IOException e) {
            throw SampleErrors.writing(request.out(), e);
        }
    }

    /** Those of the growing sources always: what is asked for may tell of them. */
    private static Map<String, Contract> contracts(SampleRequest request) {
        Path home = request.home();
        Contracts agreed = Contracts.load(home);
        Set<String> sources = new TreeSet<>(Archive.sources());
        sources.addAll(request.sources());
        Map<String, Contract> contracts = new TreeMap<>();
        for (String source : sources) {
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
}
