package org.ipwarehouse.etl.check;

import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.Reading;

/** Makes a typed value of one cell, by the contract of its column. */
@FunctionalInterface
interface CellReader {

    /**
     * @param raw the cell as sent, not empty and not an error value
     * @param kind what the file says it is
     */
    Reading<?> read(String raw, CellKind kind);
}
