package org.ipwarehouse.samples;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.samples.record.Archive;

/**
 * What to make.
 *
 * @param home the installation, for its contracts
 * @param out folder that receives {@code exports/}, {@code manifest.json} and {@code README.md}
 * @param rows data rows in all but the registers, 1,000 to 100,000,000
 * @param seed the same seed gives the same bytes
 * @param defectRate share of rows that the contract rejects, 0 to 0.5
 * @param format kinds of file
 * @param sources the sources to make, where empty all nine that grow with the rows; registers only where they are named
 * @param layout files by month, or one for each source
 */
public record SampleRequest(
        Path home,
        Path out,
        long rows,
        long seed,
        BigDecimal defectRate,
        Format format,
        Set<String> sources,
        Layout layout) {

    public static final long FEWEST = 1_000;
    public static final long MOST = 100_000_000;

    /** Kinds of file. */
    public enum Format {
        CSV,
        XLSX,
        /** As each department is used to; a workbook that would be too large for people comes as CSV. */
        MIXED
    }

    /** How the rows are cut into files. */
    public enum Layout {
        /** A file for each source and month (S26: quarter), with later corrections and overlaps. */
        MONTHLY,
        /** One file for each source with the final state of each record, to measure with. */
        SINGLE_FILE
    }

    public SampleRequest {
        if (rows < FEWEST || rows > MOST) {
            throw SampleErrors.rows(rows);
        }
        if (defectRate.signum() < 0 || defectRate.compareTo(new BigDecimal("0.5")) > 0) {
            throw SampleErrors.defectRate(defectRate);
        }
        sources = sources.isEmpty() ? new TreeSet<>(Archive.sources()) : new TreeSet<>(sources);
        for (String source : sources) {
            if (!Archive.sources().contains(source) && !Archive.registers().contains(source)) {
                throw SampleErrors.source(source);
            }
        }
    }

    /** Every source that can be made, the registers too. */
    public static Set<String> everySource() {
        Set<String> every = new TreeSet<>(Archive.sources());
        every.addAll(Archive.registers());
        return every;
    }

    /** All sources, mixed formats, files by month, one row in a hundred defective. */
    public static SampleRequest of(Path home, Path out, long rows, long seed) {
        return new SampleRequest(home, out, rows, seed, new BigDecimal("0.01"), Format.MIXED, Set.of(), Layout.MONTHLY);
    }

    public SampleRequest withDefectRate(BigDecimal rate) {
        return new SampleRequest(home, out, rows, seed, rate, format, sources, layout);
    }

    public SampleRequest withFormat(Format other) {
        return new SampleRequest(home, out, rows, seed, defectRate, other, sources, layout);
    }

    public SampleRequest withSources(Set<String> chosen) {
        return new SampleRequest(home, out, rows, seed, defectRate, format, chosen, layout);
    }

    public SampleRequest withLayout(Layout other) {
        return new SampleRequest(home, out, rows, seed, defectRate, format, sources, other);
    }
}
