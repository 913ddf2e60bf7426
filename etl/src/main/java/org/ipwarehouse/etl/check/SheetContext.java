package org.ipwarehouse.etl.check;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is known of a sheet before its rows are judged.
 *
 * @param headers the header of each column as recognised (levels of a multi-row header joined by '_')
 * @param fields the contract's field name for each column, "" where the contract does not know the column
 * @param units unit by field name, where header or title states one ("罚款(万元)", "单位：万元")
 * @param asOf the day whose state the file describes: no date of a row may lie after it
 * @param date1904 true where the workbook counts days from 1904
 * @param months the months on which title, sheet or file name say that the file reports; empty where none says so
 * @param usual by field name what its amounts were like so far; empty where there is no history
 */
public record SheetContext(
        List<String> headers,
        List<String> fields,
        Map<String, String> units,
        LocalDate asOf,
        boolean date1904,
        List<YearMonth> months,
        Map<String, UsualAmount> usual)
        implements Serializable {
    public SheetContext {
        headers = List.copyOf(headers);
        fields = List.copyOf(fields);
        units = Map.copyOf(units);
        months = List.copyOf(months);
        usual = Map.copyOf(usual);
        Objects.requireNonNull(asOf, "asOf");
        if (headers.size() != fields.size()) {
            throw new IllegalArgumentException(headers.size() + " headers, " + fields.size() + " fields");
        }
    }

    /** Of a file that names no period and a column without history. */
    public SheetContext(
            List<String> headers, List<String> fields, Map<String, String> units, LocalDate asOf, boolean date1904) {
        this(headers, fields, units, asOf, date1904, List.of(), Map.of());
    }

    /** The same sheet of a file that says on which months it reports. */
    public SheetContext reportingOn(List<YearMonth> stated) {
        return new SheetContext(headers, fields, units, asOf, date1904, stated, usual);
    }

    /** The same sheet, with what its amounts were like so far. */
    public SheetContext withUsual(Map<String, UsualAmount> history) {
        return new SheetContext(headers, fields, units, asOf, date1904, months, history);
    }
}
