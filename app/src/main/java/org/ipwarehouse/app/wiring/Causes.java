package org.ipwarehouse.app.wiring;

import org.ipwarehouse.warehouse.api.Fault;

/** Finds the fault that a framework wrapped in its own exceptions. */
final class Causes {
    private Causes() {}

    static RuntimeException fault(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) {
                return fault;
            }
        }
        return thrown;
    }
}
