package org.ipwarehouse.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.SampleRequest.Layout;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.record.Archive;
import org.ipwarehouse.samples.record.Chronicle;

/** How many rows each source has in each month, so that they add up to what was asked for. */
final class Plan {
    /** Sources that can take any number of rows, the most natural one first. */
    private static final List<String> FILLERS = List.of("S13", "S27", "S04", "S05", "S01", "S06", "S15", "S02");

    private final SampleRequest request;
    private final Archive archive;
    private final Map<String, Quota[]> quotas = new TreeMap<>();

    private Plan(SampleRequest request, Archive archive) {
        this.request = request;
        this.archive = archive;
        for (String source : request.sources()) {
            quotas.put(source, quotas(archive.of(source)));
        }
    }

    private Quota[] quotas(Chronicle chronicle) {
        long stream = Dice.stream(request.seed(), chronicle.source() + "-quota");
        Quota[] months = new Quota[Months.COUNT];
        for (int m = 0; m < months.length; m++) {
            Quota quota = Quota.of(chronicle, m, stream, request.defectRate().doubleValue());
            months[m] = request.layout() == Layout.SINGLE_FILE ? quota.single() : quota;
        }
        return months;
    }

    /** The plan that has as many rows as asked for. */
    static Plan fit(SampleRequest request, Map<String, Contract> contracts) {
        long district = new Plan(request, new Archive(request.seed(), 1, Map.of(), contracts)).rows();
        double size = (double) request.rows() / district;
        Map<String, Long> begun = new HashMap<>();
        for (String filler : FILLERS) {
            if (request.sources().contains(filler)) {
                begun.put(filler, filling(request, contracts, size, filler));
                break;
            }
        }
        Plan plan = new Plan(request, new Archive(request.seed(), size, begun, contracts));
        begun.keySet().forEach(plan::topUp);
        return plan;
    }

    /** Records of the filler with which the rows come closest to the number asked for, from below. */
    private static long filling(SampleRequest request, Map<String, Contract> contracts, double size, String filler) {
        long low = 1;
        long high = request.rows();
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            Plan plan = new Plan(request, new Archive(request.seed(), size, Map.of(filler, middle), contracts));
            if (plan.rows() <= request.rows()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** The last rows that no number of records gives are rows sent twice. */
    private void topUp(String filler) {
        Quota[] months = java.util.Objects.requireNonNull(quotas.get(filler), filler);
        long missing = request.rows() - rows();
        for (int m = months.length - 1; m >= 0 && missing > 0; m--) {
            long more = Math.min(missing, months[m].fresh() - months[m].repeats());
            months[m] = months[m].withMoreRepeats(more);
            missing -= more;
        }
    }

    /** Rows of all sources but the registers. */
    long rows() {
        long sum = 0;
        for (Map.Entry<String, Quota[]> months : quotas.entrySet()) {
            if (!Archive.registers().contains(months.getKey())) {
                for (Quota quota : months.getValue()) {
                    sum += quota.rows();
                }
            }
        }
        return sum;
    }

    Chronicle chronicle(String source) {
        return archive.of(source);
    }

    Quota quota(String source, int month) {
        return java.util.Objects.requireNonNull(quotas.get(source), source)[month];
    }

    /** Source and months of each file (before large ones are cut into volumes), oldest first. */
    List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        if (request.layout() == Layout.SINGLE_FILE) {
            request.sources().forEach(source -> spans.add(new Span(source, 0, Months.COUNT - 1)));
            return spans;
        }
        for (int m = 0; m < Months.COUNT; m++) {
            for (String source : request.sources()) {
                int step = archive.of(source).step();
                if (quota(source, m).rows() > 0) {
                    spans.add(new Span(source, m - step + 1, m));
                }
            }
        }
        return spans;
    }

    /** Rows of a span. */
    long rows(Span span) {
        long sum = 0;
        for (int m = span.first(); m <= span.last(); m++) {
            sum += quota(span.source(), m).rows();
        }
        return sum;
    }

    /** The time that a file covers. */
    record Span(String source, int first, int last) {}
}
