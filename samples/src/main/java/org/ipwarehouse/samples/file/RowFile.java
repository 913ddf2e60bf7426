package org.ipwarehouse.samples.file;

import java.io.Closeable;
import java.io.IOException;
import org.ipwarehouse.samples.record.Cells;

/** A file to which rows are written one after the other; closing it writes what stands below the rows. */
public interface RowFile extends Closeable {

    void row(Cells cells) throws IOException;

    @Override
    void close() throws IOException;
}
