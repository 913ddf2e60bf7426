package org.ipwarehouse.reports.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.figure.Labels;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.SubmissionRecord.Verdict;

/** The files received: an account for each source, and those files of which somebody must do something. */
final class FileBoard {
    /** What asks nothing of anybody. */
    private static final Set<String> QUIET = Set.of("SYNTHETIC", "ENCODING_DECIDED", "ARCHIVE_UNPACKED");

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Labels labels;
    private final Map<String, String> names;

    /** @param names of the sources by their code */
    FileBoard(Labels labels, Map<String, String> names) {
        this.labels = labels;
        this.names = Map.copyOf(names);
    }

    /** @param all every submission, newest first */
    Boards.Accounts accounts(List<SubmissionRecord> all) {
        return new Boards.Accounts(sources(all), sum("*", "合计", all));
    }

    /** Files of which somebody must do something, newest first. */
    Boards.Files attention(List<SubmissionRecord> all, int most) {
        List<SubmissionRecord> attention =
                all.stream().filter(FileBoard::needsAttention).toList();
        return new Boards.Files(
                attention.stream().limit(most).map(this::account).toList(),
                new Boards.Rest(Math.max(0, attention.size() - most), "ipw status"));
    }

    private static boolean needsAttention(SubmissionRecord r) {
        return r.verdict() == Verdict.PARTLY
                || r.verdict() == Verdict.REFUSED
                || warnings(r).findAny().isPresent();
    }

    private static Stream<Map.Entry<String, Long>> warnings(SubmissionRecord r) {
        return r.warnings().entrySet().stream().filter(e -> !QUIET.contains(e.getKey()));
    }

    /** By code, the files that no contract recognised last. */
    private List<Boards.SourceAccount> sources(List<SubmissionRecord> all) {
        Map<String, List<SubmissionRecord>> bySource = new TreeMap<>();
        all.forEach(r -> bySource.computeIfAbsent(r.submission().source(), s -> new ArrayList<>())
                .add(r));
        List<SubmissionRecord> unknown = bySource.remove("");
        List<Boards.SourceAccount> accounts = new ArrayList<>();
        bySource.forEach((source, files) -> accounts.add(sum(source, name(source), files)));
        if (unknown != null) {
            accounts.add(sum("—", "未能识别的文件", unknown));
        }
        return accounts;
    }

    private String name(String source) {
        return names.getOrDefault(source, labels.value("source", source));
    }

    private static Boards.SourceAccount sum(String code, String name, List<SubmissionRecord> files) {
        return new Boards.SourceAccount(
                code,
                name,
                count(files.size(), code, "files"),
                files.stream()
                        .map(r -> r.submission().receivedAt())
                        .max(Instant::compareTo)
                        .map(DAY::format)
                        .orElse("—"),
                total(files, SubmissionRecord::rowsRead, code, "read"),
                total(files, SubmissionRecord::accepted, code, "accepted"),
                total(files, SubmissionRecord::quarantined, code, "quarantined"),
                total(files, SubmissionRecord::repeated, code, "repeated"));
    }

    private static Page.Count total(
            List<SubmissionRecord> files, ToLongFunction<SubmissionRecord> number, String source, String what) {
        return count(files.stream().mapToLong(number).sum(), source, what);
    }

    private Boards.Account account(SubmissionRecord r) {
        String verdict = r.verdict().text();
        return new Boards.Account(
                r.submission().file(),
                DAY.format(r.submission().receivedAt()),
                verdict,
                labels.value("verdict", verdict),
                file(r, r.rowsRead(), "read"),
                file(r, r.quarantined(), "quarantined"),
                reasons(r),
                r.verdict() == Verdict.REFUSED ? r.remedy() : "");
    }

    /** Why rows were returned or the file was refused, then what the file is warned of. */
    private String reasons(SubmissionRecord r) {
        return Stream.concat(
                        r.reasons().entrySet().stream().map(this::named),
                        warnings(r).map(e -> "提示：" + named(e)))
                .collect(Collectors.joining("、"));
    }

    private String named(Map.Entry<String, Long> reason) {
        return labels.value("reason", reason.getKey()) + " " + reason.getValue();
    }

    private static Page.Count file(SubmissionRecord r, long number, String what) {
        return new Page.Count(
                FigureText.number(BigDecimal.valueOf(number)),
                "file|" + r.submission().file() + "|"
                        + DAY.format(r.submission().receivedAt()) + "|" + what);
    }

    private static Page.Count count(long number, String source, String what) {
        return new Page.Count(FigureText.number(BigDecimal.valueOf(number)), "accounts|" + source + "|" + what);
    }
}
