package org.ipwarehouse.warehouse.internal.indicator;

/** Where the sums of a pass are made. Both yield the same figures: what a row contributes is said once, in Spark. */
public enum Summing {
    /** Grouped by Spark: for facts of any size. */
    BY_SPARK,
    /** Spark says what each row contributes, this process adds it up: for small facts, where a shuffle costs more. */
    HERE
}
