package org.ipwarehouse.warehouse.api;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

/**
 * A file that can be read as judged rows, in splits that are independent of each other. The reading room implements it
 * in plain Java; the warehouse runs it in this process or on Spark's executors, the same code either way: each row is
 * parsed once, checked once and written once.
 */
public interface RowSource extends Serializable {

    /** The table in the clean layer, with the contract's columns only (lineage columns are the warehouse's). */
    TableShape shape();

    /** Size of the original in bytes: the warehouse chooses its way of working by it. */
    long bytes();

    /**
     * Cuts the file. A file that cannot be cut (a workbook) is one split.
     *
     * @param targetBytes wished size of a split
     */
    List<Split> splits(long targetBytes);

    /** Reads one split and pushes each of its data rows into the sink once. @throws IOException if bytes cannot be read */
    void read(Split split, RowSink sink) throws IOException;

    /** A part of the file: whatever the implementation needs to find it again. */
    record Split(int index, long from, long to) implements Serializable {}
}
