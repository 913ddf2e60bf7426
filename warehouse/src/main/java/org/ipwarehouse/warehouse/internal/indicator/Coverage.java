package org.ipwarehouse.warehouse.internal.indicator;

import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.SubmissionRecord;

/**
 * Which months each source has reported on. A report is a submission that was not refused, however few rows it had: a
 * zero report is a report. A quarterly or yearly source owes one report for each quarter or year that the period
 * touches; an irregular one owes nothing but must have reported at all.
 */
final class Coverage {
    /** The warehouse's own records, which need no report. */
    private static final String CONTROL = "control";

    private final Map<String, SourceProfile> sources = new HashMap<>();
    private final Map<String, Set<YearMonth>> reported = new HashMap<>();
    private final Map<Asked, Share> shares = new HashMap<>();

    Coverage(List<SourceProfile> profiles, Collection<SubmissionRecord> submissions) {
        profiles.forEach(profile -> sources.put(profile.id(), profile));
        for (SubmissionRecord record : submissions) {
            if (record.verdict() != SubmissionRecord.Verdict.REFUSED) {
                Set<YearMonth> months =
                        reported.computeIfAbsent(record.submission().source(), s -> new TreeSet<>());
                record.submission().months().forEach(month -> months.add(YearMonth.parse(month)));
            }
        }
    }

    /** @param received reports of {@code expected} */
    record Share(int received, int expected) {
        boolean isWhole() {
            return received == expected;
        }
    }

    /** Asked once for each cell of a period: the answer is the same for all of them. */
    Share of(List<String> required, Period period) {
        return shares.computeIfAbsent(new Asked(required, period), asked -> counted(required, period));
    }

    private record Asked(List<String> required, Period period) {}

    private Share counted(List<String> required, Period period) {
        int received = 0;
        int expected = 0;
        for (String source : required) {
            for (Set<YearMonth> slot : slots(source, period)) {
                expected++;
                received += isReported(source, slot) ? 1 : 0;
            }
        }
        return new Share(received, expected);
    }

    private boolean isReported(String source, Set<YearMonth> slot) {
        if (CONTROL.equals(source)) {
            return true;
        }
        Set<YearMonth> months = reported.get(source);
        return months != null && (slot.isEmpty() || slot.stream().anyMatch(months::contains));
    }

    private Set<Set<YearMonth>> slots(String source, Period period) {
        SourceProfile profile = sources.get(source);
        String frequency = profile == null ? "monthly" : profile.frequency();
        int length =
                switch (frequency) {
                    case "quarterly" -> 3;
                    case "yearly" -> 12;
                    default -> 1;
                };
        Set<Set<YearMonth>> slots = new LinkedHashSet<>();
        if (CONTROL.equals(source) || "irregular".equals(frequency)) {
            slots.add(Set.of());
            return slots;
        }
        for (YearMonth month : period.months()) {
            slots.add(slot(month, length));
        }
        return slots;
    }

    private static Set<YearMonth> slot(YearMonth month, int length) {
        YearMonth start = month.minusMonths((month.getMonthValue() - 1) % length);
        Set<YearMonth> slot = new TreeSet<>();
        for (int i = 0; i < length; i++) {
            slot.add(start.plusMonths(i));
        }
        return slot;
    }
}
