package org.ipwarehouse.etl.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a feedback workbook says of itself on a hidden sheet, so that it can be sent back as it is: the corrected rows
 * count as the state of the same day and months as the submission that they were returned from.
 *
 * @param sha256 the submission whose rows were returned
 * @param source its contract
 * @param asOf the day whose state it described
 * @param months on which it reported
 */
public record ReturnSlip(String sha256, String source, LocalDate asOf, List<String> months) {
    /** Name of the hidden sheet. */
    public static final String SHEET = "系统信息（请勿改动）";

    /** How the sheets of returned rows begin; a workbook that was sent back has data on no other. */
    public static final String ROWS = "退回行";

    private static final String MARK = "ip-warehouse 回执";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern MONTH = Pattern.compile("20\\d{2}-(0[1-9]|1[0-2])");

    public ReturnSlip {
        months = List.copyOf(months);
    }

    /** The slip as rows of label and text. */
    public List<List<String>> lines() {
        return List.of(
                List.of(MARK, "1"),
                List.of("submission", sha256),
                List.of("source", source),
                List.of("as_of", asOf.toString()),
                List.of("months", String.join(";", months)));
    }

    /** The slip among a file's sheets; empty where there is none or someone has changed it. */
    static Optional<ReturnSlip> in(List<SheetTop> tops) {
        return tops.stream().filter(ReturnSlip::isSlip).findFirst().flatMap(ReturnSlip::read);
    }

    static boolean isSlip(SheetTop top) {
        return top.name().equals(SHEET)
                && !top.lines().isEmpty()
                && top.lines().get(0).cells().contains(MARK);
    }

    /** Whether a sheet of a feedback workbook has returned rows: all others are ours to write, and are not read. */
    static boolean isReturned(SheetTop top) {
        return top.name().startsWith(ROWS);
    }

    private static Optional<ReturnSlip> read(SheetTop top) {
        Map<String, String> pairs = new HashMap<>();
        for (SheetTop.Line line : top.lines()) {
            if (line.cells().size() > 1) {
                pairs.put(line.cells().get(0), line.cells().get(1));
            }
        }
        String sha256 = pairs.getOrDefault("submission", "");
        List<String> months = new ArrayList<>();
        for (String month : pairs.getOrDefault("months", "").split(";")) {
            if (MONTH.matcher(month).matches()) {
                months.add(month);
            }
        }
        try {
            LocalDate asOf = LocalDate.parse(pairs.getOrDefault("as_of", ""));
            return SHA256.matcher(sha256).matches()
                    ? Optional.of(new ReturnSlip(sha256, pairs.getOrDefault("source", ""), asOf, months))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
