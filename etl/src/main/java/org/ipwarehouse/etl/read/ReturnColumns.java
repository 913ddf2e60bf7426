package org.ipwarehouse.etl.read;

import java.util.List;

/**
 * The columns that the feedback workbook puts beside a department's own: when the corrected workbook comes back they are
 * known, and are no data.
 */
public final class ReturnColumns {
    /** Name of the sheet that the row came from. */
    public static final String SHEET = "原表";
    /** Its row number there. */
    public static final String ROW = "原行号";
    /** Every reason for which it was returned. */
    public static final String REASONS = "退回原因";
    /** What to do about each. */
    public static final String REMEDY = "如何改正";
    /** A hidden column: what the visible cells mask, sealed, so that it is complete again when the row comes back. */
    public static final String SEALED = "系统列（请勿改动）";

    private static final List<String> ALL = List.of(SHEET, ROW, REASONS, REMEDY, SEALED);

    private ReturnColumns() {}

    /** Whether a header is one of ours and not the department's. */
    public static boolean isOurs(String header) {
        return ALL.contains(header);
    }
}
