package org.ipwarehouse.reports;

import org.ipwarehouse.warehouse.api.Fault;

/** A place in a file that an analyst or writer edits, and the fault that names it. */
@FunctionalInterface
public interface Spot {
    /** @param cause what is wrong here @param remedy what to write instead */
    Fault mistake(String cause, String remedy);
}
