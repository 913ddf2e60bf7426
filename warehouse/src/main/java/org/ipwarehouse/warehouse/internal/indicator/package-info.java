/**
 * Reads the passports and makes the figures: one pass of Spark over each fact gives monthly sums by region and
 * dimension, plain Java rolls them up, compares, and says how far each figure can be relied on. What an indicator means
 * stands in its passport, never here.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.indicator;

import org.jspecify.annotations.NullMarked;
