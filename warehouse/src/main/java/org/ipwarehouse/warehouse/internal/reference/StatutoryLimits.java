package org.ipwarehouse.warehouse.internal.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statutory time limits with the days on which each version is in force. The version that applies is the one in
 * force on the day of the start event; where none is, or its length has not been entered, the limit is not configured
 * and nothing may be computed from it.
 */
public final class StatutoryLimits {

    /**
     * @param id of the version, for example {@code L01N}
     * @param rule what the versions of one limit share, for example {@code L01}
     * @param length null where not entered yet
     * @param unit 工作日, 日, 月 …
     */
    public record Version(
            String id,
            String rule,
            @Nullable Integer length,
            String unit,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            String basis) {

        boolean holdsOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
        }
    }

    private final List<Version> versions;

    private StatutoryLimits(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /** From {@code statutory_limits.csv} of a reference folder; two versions of a rule may not overlap. */
    public static StatutoryLimits load(Path reference) {
        Path file = reference.resolve("statutory_limits.csv");
        List<Version> versions = new ArrayList<>();
        for (CsvFile.Line line : CsvFile.read(file).rows()) {
            Version version = version(line);
            if (versions.stream().anyMatch(other -> overlap(other, version))) {
                throw DefinitionErrors.wrong(
                        file, line.number(), version.id() + " 与同一期限的另一版本施行日期重叠", "请改正 valid_from、valid_to。");
            }
            versions.add(version);
        }
        return new StatutoryLimits(versions);
    }

    private static Version version(CsvFile.Line line) {
        return new Version(
                line.text("limit_id"),
                line.text("rule"),
                line.isBlank("length") ? null : Integer.valueOf(line.text("length")),
                line.text("unit"),
                day(line, "valid_from"),
                day(line, "valid_to"),
                line.text("basis"));
    }

    private static @Nullable LocalDate day(CsvFile.Line line, String column) {
        return line.isBlank(column) ? null : LocalDate.parse(line.text(column));
    }

    private static boolean overlap(Version a, Version b) {
        if (!a.rule().equals(b.rule())) {
            return false;
        }
        LocalDate aFrom = a.validFrom() == null ? LocalDate.MIN : a.validFrom();
        LocalDate bFrom = b.validFrom() == null ? LocalDate.MIN : b.validFrom();
        return b.holdsOn(aFrom) || a.holdsOn(bFrom);
    }

    public List<Version> versions() {
        return versions;
    }

    /** The version in force on the start day with its length; empty where the limit is not configured for that day. */
    public Optional<Version> inForce(String rule, LocalDate start) {
        return versions.stream()
                .filter(v -> v.rule().equals(rule) && v.holdsOn(start) && v.length() != null)
                .findFirst();
    }
}
