package org.ipwarehouse.etl.contract;

import java.io.Serializable;

/**
 * Totals that grow within a period: a report's own share is the difference to the report before.
 *
 * @param within {@code year}: the totals begin anew each year; "" where nothing is cumulative
 * @param period field with the report's period, part of the natural key, or two fields {@code year+month}; "" where
 *     nothing is cumulative
 */
public record Cumulative(String within, String period) implements Serializable {
    public static final Cumulative NONE = new Cumulative("", "");
}
