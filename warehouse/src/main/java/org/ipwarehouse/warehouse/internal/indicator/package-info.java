/**
 * Reads the passports and makes the figures. One pass of Spark over each fact says what each row contributes to which
 * term and month; the contributions are summed by Spark, or in this process where the fact is small; plain Java rolls
 * them up, compares, and says how far each figure can be relied on. What an indicator means stands in its passport,
 * never here.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.indicator;

import org.jspecify.annotations.NullMarked;
