package org.ipwarehouse.warehouse.internal.table;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.engine.MetricsReporter;
import java.util.List;

/** Delta Kernel over local files, without its report of each operation in the log. */
final class LocalEngine extends DefaultEngine {

    LocalEngine(FileIO files) {
        super(files);
    }

    @Override
    public List<MetricsReporter> getMetricsReporters() {
        return List.of();
    }
}
