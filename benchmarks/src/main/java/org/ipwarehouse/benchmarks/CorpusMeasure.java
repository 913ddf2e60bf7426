package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.ipwarehouse.etl.draft.ContractDraft;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.CorpusDoor;
import org.ipwarehouse.warehouse.api.Fault;

/**
 * A folder of strange files through the product's own door, in this one warm process: each must end in a verdict with a
 * reason, its sheets must be readable to the end (or be refused), and a contract can be drafted from it or is refused.
 * Prints the verdicts, the slowest files, the greatest heap and every fault; a fault ends the measure with an error.
 */
final class CorpusMeasure {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LONG_MILLIS = 10_000;
    private static final int SLOWEST = 10;

    private final Path folder;
    private final Path home;
    private final String dump;
    private final boolean drafting;
    private final Map<String, Integer> verdicts = new TreeMap<>();
    private final Map<String, Integer> forms = new TreeMap<>();
    private final Map<String, Integer> drafts = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<Took> took = new ArrayList<>();
    private ExecutorService worker = Executors.newSingleThreadExecutor(CorpusMeasure::daemon);
    private long cells;

    private record Took(String file, long millis, long heap) {}

    private CorpusMeasure(Options options) {
        this.folder = Path.of(options.text("folder", "."));
        this.home = Path.of(System.getProperty("ipw.home", "."));
        this.dump = options.text("dump", "");
        this.drafting = options.has("draft");
    }

    /**
     * Options: {@code --folder}; {@code --draft} drafts a contract from each file, too; {@code --dump} names a folder for
     * the cells of each file as tab-separated text.
     */
    static CorpusMeasure of(Options options) {
        return new CorpusMeasure(options);
    }

    void run() throws IOException, InterruptedException {
        Path place = Files.createTempDirectory("ipw-corpus");
        try {
            CorpusFile product = new CorpusFile(home, place);
            for (Path file : files()) {
                take(file, product);
            }
        } finally {
            worker.shutdownNow();
            IntakeMeasure.delete(place);
        }
        report();
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.size() + " files did not end in a verdict");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void take(Path file, CorpusFile product) throws InterruptedException {
        String name = folder.relativize(file).toString();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        guarded(name, "verdict", () -> {
            product.verdicts(file).forEach(verdict -> verdicts.merge(verdict, 1, Integer::sum));
            return "";
        });
        long millis = (System.nanoTime() - begin) / 1_000_000;
        guarded(name, "sheets", () -> sheets(file, name));
        if (drafting) {
            guarded(name, "draft", () -> draft(file));
        }
        took.add(new Took(name, millis, peak()));
        if (millis > LONG_MILLIS) {
            faults.add(name + ": " + millis + " ms until its verdict");
        }
    }

    private void guarded(String name, String what, Callable<String> work) throws InterruptedException {
        Future<String> done = worker.submit(work);
        try {
            done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException crash) {
            Throwable why = Objects.requireNonNullElse(crash.getCause(), crash);
            List<StackTraceElement> at = List.of(why.getStackTrace());
            faults.add(name + ": " + what + ": " + why + " at " + at.subList(0, Math.min(4, at.size())));
        } catch (TimeoutException hang) {
            faults.add(name + ": " + what + ": nothing after " + PATIENCE_SECONDS + " s");
            // the one that hangs keeps its thread: those that come after must not wait for it
            worker.shutdownNow();
            worker = Executors.newSingleThreadExecutor(CorpusMeasure::daemon);
        }
    }

    private String sheets(Path file, String name) {
        try (Writer out = dump.isEmpty() ? Writer.nullWriter() : Files.newBufferedWriter(dumped(name))) {
            CorpusDoor.Reading reading = CorpusDoor.read(
                    Original.plain(file),
                    (sheet, row, column, text) -> out.write(sheet + "\t" + row + "\t" + column + "\t"
                            + text.replace("\\", "\\\\")
                                    .replace("\n", "\\n")
                                    .replace("\t", "\\t")
                                    .replace("\r", "\\r")
                            + "\n"));
            for (int i = 0; i < reading.sheets().size(); i++) {
                CorpusDoor.Sheet sheet = reading.sheets().get(i);
                out.write("#\t" + i + "\t" + sheet.rows() + "\t" + sheet.cells() + "\t" + sheet.name() + "\n");
                cells += sheet.cells();
            }
            forms.merge(reading.form() + (reading.sheets().isEmpty() ? "" : " (sheets read)"), 1, Integer::sum);
        } catch (IOException refused) {
            forms.merge("refused while its sheets were read", 1, Integer::sum);
        }
        return "";
    }

    private Path dumped(String name) {
        try {
            return Files.createDirectories(Path.of(dump)).resolve(name.replace('/', '~') + ".tsv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String draft(Path file) {
        try {
            ContractDraft.of(new ContractDraft.Order(home, file, "", "", LocalDate.of(2026, 10, 8)));
            drafts.merge("drafted", 1, Integer::sum);
        } catch (Fault fault) {
            if (fault.category() != Fault.Category.OPERATOR) {
                throw fault;
            }
            drafts.merge("refused", 1, Integer::sum);
        }
        return "";
    }

    private void report() {
        System.out.println("| verdict | files and members of archives |\n|---|---|");
        verdicts.forEach((verdict, count) -> System.out.println("| " + verdict + " | " + count + " |"));
        System.out.println("\nforms " + forms + ", cells " + cells + (drafting ? ", drafts of contracts " + drafts : "")
                + "\n\nslowest:");
        took.stream()
                .sorted(Comparator.comparingLong(Took::millis).reversed())
                .limit(SLOWEST)
                .forEach(t -> System.out.println(t.millis() + " ms, heap " + t.heap() + " MB, " + t.file()));
        faults.forEach(fault -> System.out.println("fault: " + fault));
        ProcessFigures now = ProcessFigures.now();
        System.out.println("case=corpus files=" + took.size() + " faults=" + faults.size() + " slowest_ms="
                + took.stream().mapToLong(Took::millis).max().orElse(0) + " heap_mb="
                + took.stream().mapToLong(Took::heap).max().orElse(0) + " cpu_s=" + Math.round(now.cpuSeconds())
                + " peak_mb=" + now.peakMegabytes());
    }

    private static List<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    /** Sum of the greatest use of each part of the heap: not less than what was in use at once. */
    private static long peak() {
        return heapPools().stream()
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "corpus");
        thread.setDaemon(true);
        return thread;
    }
}
