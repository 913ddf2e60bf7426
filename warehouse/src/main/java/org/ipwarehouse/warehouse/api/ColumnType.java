package org.ipwarehouse.warehouse.api;

/**
 * The types of a stored column, with the Java type of its values: TEXT {@link String}, INTEGER {@link Long},
 * DECIMAL {@link java.math.BigDecimal} of exactly the column's scale, DATE {@link java.time.LocalDate}, TIMESTAMP
 * {@link java.time.Instant}, BOOLEAN {@link Boolean}. Null stands for "not stated".
 */
public enum ColumnType {
    TEXT,
    INTEGER,
    DECIMAL,
    DATE,
    TIMESTAMP,
    BOOLEAN
}
