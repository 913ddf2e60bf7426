package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.EtlErrors;

/**
 * How sheets are taken apart, as an installation sets it in {@code etl/sheets.properties}.
 *
 * @param blankRows consecutive blank rows that end a table
 * @param rowLimits numbers of data rows at which an export was probably cut off; by source, "" for every other source
 * @param hiddenSheets names of hidden sheets that are read nonetheless, by source; '*' stands for any text
 */
public record SheetRules(int blankRows, Map<String, Set<Long>> rowLimits, Map<String, List<String>> hiddenSheets)
        implements Serializable {
    private static final String BLANK_ROWS = "table.end.blank-rows";
    private static final String LIMITS = "rows.limits";
    private static final String HIDDEN = "hidden-sheets.";

    public SheetRules {
        rowLimits = Map.copyOf(rowLimits);
        hiddenSheets = Map.copyOf(hiddenSheets);
        if (blankRows < 1) {
            throw new IllegalArgumentException("A table cannot end at " + blankRows + " blank rows");
        }
    }

    /** What holds where an installation sets nothing else: D22's 20 blank rows, D27's limits, no hidden sheet. */
    public static SheetRules standard() {
        return new SheetRules(20, Map.of("", Set.of(5_000L, 10_000L, 65_535L, 65_536L)), Map.of());
    }

    /**
     * Reads {@code etl/sheets.properties}; the standard rules where there is none.
     *
     * @param home the installation's home folder
     * @throws org.ipwarehouse.warehouse.api.Fault where the file has a setting that nobody knows or no number
     */
    public static SheetRules load(Path home) {
        Path file = home.resolve("etl").resolve("sheets.properties");
        if (!Files.exists(file)) {
            return standard();
        }
        Properties settings = new Properties();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            settings.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw EtlErrors.sheetRulesUnclear(file, String.valueOf(e.getMessage()));
        }
        return of(file, settings);
    }

    private static SheetRules of(Path file, Properties settings) {
        int blankRows = standard().blankRows();
        Map<String, Set<Long>> limits = new TreeMap<>(standard().rowLimits());
        Map<String, List<String>> hidden = new TreeMap<>();
        for (String name : new TreeSet<>(settings.stringPropertyNames())) {
            String value = settings.getProperty(name);
            if (name.equals(BLANK_ROWS)) {
                blankRows = (int) number(file, name, value);
            } else if (name.equals(LIMITS)) {
                limits.put("", numbers(file, name, value));
            } else if (name.startsWith(LIMITS + ".")) {
                limits.put(name.substring(LIMITS.length() + 1), numbers(file, name, value));
            } else if (name.startsWith(HIDDEN)) {
                hidden.put(name.substring(HIDDEN.length()), names(value));
            } else {
                throw EtlErrors.sheetRulesUnclear(file, "没有参数 " + name);
            }
        }
        return new SheetRules(blankRows, limits, hidden);
    }

    private static Set<Long> numbers(Path file, String name, String value) {
        Set<Long> numbers = new TreeSet<>();
        for (String part : value.split("[,，]")) {
            if (!part.isBlank()) {
                numbers.add(number(file, name, part));
            }
        }
        return numbers;
    }

    private static long number(Path file, String name, String value) {
        String text = value.strip();
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw EtlErrors.sheetRulesUnclear(file, name + " 应为正整数，不是“" + text + "”");
        }
        return Long.parseLong(text);
    }

    private static List<String> names(String value) {
        List<String> names = new ArrayList<>();
        for (String part : value.split("[;；]")) {
            if (!part.isBlank()) {
                names.add(part.strip());
            }
        }
        return names;
    }

    /** Whether this many data rows are the most that the source's platform exports. */
    boolean isLimit(String source, long rows) {
        return rowLimits
                .getOrDefault(source, rowLimits.getOrDefault("", Set.of()))
                .contains(rows);
    }

    /** Whether a hidden sheet of the source is read. */
    boolean readsHidden(String source, String sheet) {
        return hiddenSheets.getOrDefault(source, List.of()).stream()
                .anyMatch(name -> Pattern.matches(Pattern.quote(name).replace("*", "\\E.*\\Q"), sheet.strip()));
    }
}
