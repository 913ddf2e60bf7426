package org.ipwarehouse.samples.file;

import java.util.List;

/**
 * How a department's file looks.
 *
 * @param kind kind of file
 * @param sheet name of the worksheet
 * @param title first row of a workbook, "" for none; merged over the table
 * @param notes rows between title and header
 * @param columns columns in their order
 * @param totals whether amounts are added up in a last row
 * @param footer last row of a workbook, "" for none
 * @param datesAsText whether a workbook has its dates as texts
 */
public record SheetForm(
        Kind kind,
        String sheet,
        String title,
        List<String> notes,
        List<Heading> columns,
        boolean totals,
        String footer,
        boolean datesAsText) {

    /** Kinds of file. */
    public enum Kind {
        CSV_UTF8(".csv"),
        CSV_UTF8_BOM(".csv"),
        CSV_GB18030(".csv"),
        XLSX(".xlsx");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }

        public String extension() {
            return extension;
        }
    }

    /**
     * One column.
     *
     * @param cell place of its value in the row
     * @param label header
     * @param group header above it, "" for none
     * @param shift decimal places by which an amount in 元 is divided: 4 for 万元
     * @param summed whether it is an amount that a totals row adds up
     */
    public record Heading(int cell, String label, String group, int shift, boolean summed) {}

    public SheetForm {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
    }

    boolean hasGroups() {
        return columns.stream().anyMatch(c -> !c.group().isEmpty());
    }
}
