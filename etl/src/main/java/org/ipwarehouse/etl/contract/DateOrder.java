package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.Optional;

/** Two date fields of which the earlier may not lie after the later, by calendar day. */
public record DateOrder(String earlier, String later) implements Serializable {

    /** Reads {@code earlier<=later}; empty where the text has another form. */
    public static Optional<DateOrder> parse(String text) {
        String[] parts = text.split("<=", -1);
        boolean two = parts.length == 2 && !parts[0].isBlank() && !parts[1].isBlank();
        return two ? Optional.of(new DateOrder(parts[0].strip(), parts[1].strip())) : Optional.empty();
    }
}
