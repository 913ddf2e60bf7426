package org.ipwarehouse.reports.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.reports.bulletin.IndicatorTable;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Period;

/** Writes the indicator table as CSV (RFC 4180, UTF-8) and as SDMX-CSV 2.0. */
final class CsvWriter {
    /** Of the structure that SDMX-CSV names; a receiver maps it to its own. */
    private static final String FLOW = "IPW:IP_INDICATORS(1.0)";

    private final IndicatorTable table;

    CsvWriter(IndicatorTable table) {
        this.table = table;
    }

    /** With the header that the metadata describes. */
    String csv() {
        StringBuilder out = new StringBuilder();
        line(out, Stream.of(IndicatorColumn.values()).map(IndicatorColumn::code));
        table.lines()
                .forEach(line -> line(out, Stream.of(IndicatorColumn.values()).map(column -> column.cell(line)
                        .text())));
        return out.toString();
    }

    /** STRUCTURE, STRUCTURE_ID and ACTION, then dimensions, the observation, and its attributes. */
    String sdmx() {
        StringBuilder out = new StringBuilder();
        line(
                out,
                Stream.of(
                        "STRUCTURE",
                        "STRUCTURE_ID",
                        "ACTION",
                        "FREQ",
                        "INDICATOR",
                        "REF_AREA",
                        "BREAKDOWN",
                        "BREAKDOWN_VALUE",
                        "TIME_PERIOD",
                        "OBS_VALUE",
                        "UNIT_MEASURE",
                        "DECIMALS",
                        "OBS_STATUS",
                        "CONF_STATUS"));
        table.lines().forEach(line -> line(out, observation(line).stream()));
        return out.toString();
    }

    private static List<String> observation(IndicatorTable.Line line) {
        Figure figure = line.figure();
        boolean whole = figure.dimension().isEmpty();
        return List.of(
                "dataflow",
                FLOW,
                "I",
                frequency(figure.period()),
                figure.indicator().code(),
                figure.region().value(),
                whole ? "_T" : figure.dimension(),
                whole ? "_T" : figure.dimensionValue(),
                time(figure.period()),
                IndicatorColumn.VALUE.cell(line).text(),
                line.passport().unit(),
                String.valueOf(line.passport().decimals()),
                status(figure),
                figure.status() == org.ipwarehouse.warehouse.api.FigureStatus.SUPPRESSED ? "C" : "F");
    }

    /** CL_FREQ; a span from January is no frequency of its own. */
    private static String frequency(Period period) {
        return switch (period.kind()) {
            case MONTH -> "M";
            case QUARTER -> "Q";
            case HALF -> "S";
            case YEAR -> "A";
            case TO_DATE -> "_O";
        };
    }

    /** Time as SDMX writes it: 2026-07, 2026-Q3, 2026-S2, 2026, 2026-01-01/P9M. */
    static String time(Period period) {
        String text = period.toString();
        return switch (period.kind()) {
            case MONTH, YEAR -> text;
            case QUARTER -> text.replace("Q", "-Q");
            case HALF -> text.replace("H", "-S");
            case TO_DATE -> period.start() + "/P" + period.months().size() + "M";
        };
    }

    /** CL_OBS_STATUS. */
    private static String status(Figure figure) {
        return switch (figure.status()) {
            case OK -> "A";
            case PROVISIONAL, INCOMPLETE -> "P";
            case REFERENCE -> "U";
            case SUPPRESSED -> "Q";
            case NO_DENOMINATOR -> "M";
            case MISSING, UNRELIABLE, NOT_CONFIGURED -> "O";
        };
    }

    private static void line(StringBuilder out, Stream<String> cells) {
        out.append(cells.map(CsvWriter::quoted).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
