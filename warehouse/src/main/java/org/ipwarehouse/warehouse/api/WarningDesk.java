package org.ipwarehouse.warehouse.api;

import java.time.Instant;

/**
 * Where people decide on warnings. Each decision is added to the account of the warning; nothing is changed or deleted.
 *
 * <p>All methods throw {@link Fault} (operator) where there is no such warning or its state does not allow the decision.
 */
public interface WarningDesk {

    /** The warning is justified and being handled: new → confirmed. */
    Warning confirm(String id, Decision decision);

    /** A false alarm: new or confirmed → dismissed. It is not raised again unless new evidence comes. */
    Warning dismiss(String id, Decision decision);

    /** Handled: new or confirmed → closed. */
    Warning close(String id, Decision decision);

    /**
     * @param by the person who decides
     * @param reason why; free of personal data
     */
    record Decision(String by, String reason, Instant at) {
        public Decision {
            if (by.isBlank() || reason.isBlank()) {
                throw new IllegalArgumentException("A decision needs a person and a reason");
            }
        }
    }
}
