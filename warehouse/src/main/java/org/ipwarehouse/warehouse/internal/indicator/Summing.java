package org.ipwarehouse.warehouse.internal.indicator;

/** Where the sums of a pass are made. Both yield the same figures: what a row contributes is said once, in Spark. */
public enum Summing {
    /** Rows of a key are brought together by a shuffle: for facts of any size. */
    BY_SPARK,
    /** In one task: for small facts, where a shuffle costs more. */
    HERE,
    /** For each fact by its size, which settles too whether the pass is compiled or interpreted. */
    BY_SIZE
}
