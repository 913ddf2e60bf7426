package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.function.IntPredicate;
import org.ipwarehouse.warehouse.api.RowSource.Split;

/**
 * Reads one form of file as sheets of rows. A new form is one class that implements this and one line in
 * {@link SheetReaders}; recognition, judging and feedback stay as they are.
 */
interface SheetReader extends Serializable {

    /** The sheets with their first {@link SheetTop#ROWS} rows. */
    List<SheetTop> tops() throws IOException;

    /** Other ways to read the same bytes, likeliest first: they count where no header is found in this one. */
    default List<SheetReader> alternatives() {
        return List.of();
    }

    /**
     * This reader after a look at the whole file. What is not sound shows here, so that reading the rows later cannot
     * fail half way.
     *
     * @throws IOException where the file is damaged; its message says where, for people
     */
    default SheetReader checked() throws IOException {
        return this;
    }

    /** What is odd about the file's form. */
    default List<Remark> remarks() {
        return List.of();
    }

    long bytes();

    boolean date1904();

    /** Independent parts of the file; their rows together are all its rows, each once. */
    List<Split> splits(long targetBytes);

    /** Hands each physical row of the wanted sheets to the visitor, in the order of the file. */
    void read(Split split, IntPredicate wanted, RowVisitor visitor) throws IOException;

    /** @see #read */
    interface RowVisitor {
        /** @param row the same object for every row */
        void row(int sheet, SheetRow row) throws IOException;
    }
}
