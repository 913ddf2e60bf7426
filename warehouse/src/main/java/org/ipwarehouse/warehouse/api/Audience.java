package org.ipwarehouse.warehouse.api;

/** Who reads what is made from the warehouse. */
public enum Audience {
    /** Those who may see single cases: figures as they are, with the rows behind them. */
    INTERNAL,
    /** Anyone: figures under disclosure control, and nothing of a single row, party, case or submission. */
    PUBLIC
}
