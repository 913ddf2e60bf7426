package org.ipwarehouse.etl.read;

import java.io.Serializable;
import org.ipwarehouse.etl.check.SheetContext;

/**
 * How one sheet is read.
 *
 * @param index position of the sheet in the file
 * @param name of the sheet, "" for text files
 * @param headerFrom number of the header's first row
 * @param headerTo number of its last row; data begins below
 * @param context what its rows are judged by
 * @param signs what else its head tells
 */
public record SheetPlan(int index, String name, long headerFrom, long headerTo, SheetContext context, SheetSigns signs)
        implements Serializable {

    /** The same rows, judged in another light. */
    SheetPlan under(SheetContext other) {
        return new SheetPlan(index, name, headerFrom, headerTo, other, signs);
    }
}
