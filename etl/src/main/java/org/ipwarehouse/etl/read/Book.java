package org.ipwarehouse.etl.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** An opened workbook of any form: its sheets of cells, and their rows as they stand in the file. */
interface Book extends Closeable {

    /** A sheet of cells; charts, dialogues and macros are none. */
    record BookSheet(String name, boolean hidden) {}

    /** What is worth telling of a workbook. */
    enum Trait {
        /** Macros are in the file; they are never run. */
        MACROS,
        /** Pictures are in the file. */
        PICTURES,
        /** Some sheet is protected against change, which does not keep it from being read (D07). */
        PROTECTED
    }

    List<BookSheet> sheets();

    boolean date1904();

    /** Complete only after all sheets were read. */
    Set<Trait> traits();

    /** Bytes of cells that were read so far, a measure of how much memory the workbook would take as objects. */
    long weight();

    /** Hands the rows of the wanted sheets to the feed, in the order of the file. */
    void read(IntPredicate wanted, RowFeed feed) throws IOException;
}
