package org.ipwarehouse.warehouse.internal.analysis;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.ipwarehouse.warehouse.internal.reference.Parameters;

/**
 * What the analyses take from {@code warehouse/reference}: parameters, and what an indicator is held against.
 *
 * @param unknownPercent share of cases without a township above which no hot spots are shown
 * @param leastExpected cases to be expected for a rate to say anything
 * @param smallBase below this a change is not to be told in percent
 */
public record AnalysisRules(int unknownPercent, int leastExpected, BigDecimal smallBase, List<Against> againsts) {

    public AnalysisRules {
        againsts = List.copyOf(againsts);
    }

    /** What an indicator is held against. */
    enum Kind {
        DEMAND,
        EFFORT,
        EXPOSURE
    }

    /** @param isDenominator true where the denominator of the other indicator is meant, not its value */
    record Against(IndicatorId indicator, IndicatorId other, boolean isDenominator, Kind kind, String titleZh) {}

    public static AnalysisRules load(Path home) {
        Parameters parameters = Parameters.load(home);
        return new AnalysisRules(
                parameters.whole("hotspot_unknown_percent"),
                parameters.whole("hotspot_least_expected"),
                parameters.number("explain_small_base"),
                againsts(home.resolve("warehouse/reference/pressure.csv")));
    }

    List<Against> of(IndicatorId indicator) {
        return againsts.stream().filter(a -> a.indicator().equals(indicator)).toList();
    }

    private static List<Against> againsts(Path file) {
        List<Against> againsts = new ArrayList<>();
        for (CsvFile.Line line : CsvFile.read(file).rows()) {
            againsts.add(new Against(
                    new IndicatorId(line.text("indicator")),
                    new IndicatorId(line.text("against")),
                    isDenominator(file, line),
                    kind(file, line),
                    line.text("title")));
        }
        return againsts;
    }

    private static boolean isDenominator(Path file, CsvFile.Line line) {
        return switch (line.text("part")) {
            case "value" -> false;
            case "denominator" -> true;
            default ->
                throw DefinitionErrors.wrong(
                        file, line.number(), "不认识的 part '" + line.text("part") + "'", "可用：value、denominator。");
        };
    }

    private static Kind kind(Path file, CsvFile.Line line) {
        return switch (line.text("kind")) {
            case "demand" -> Kind.DEMAND;
            case "effort" -> Kind.EFFORT;
            case "exposure" -> Kind.EXPOSURE;
            default ->
                throw DefinitionErrors.wrong(
                        file, line.number(), "不认识的 kind '" + line.text("kind") + "'", "可用：demand、effort、exposure。");
        };
    }
}
