/**
 * The door of the warehouse: the only package that other rooms may know.
 *
 * <p>It holds the words of the domain (period, region, indicator, figure) as values that check themselves, and the
 * interfaces by which rows come in ({@link org.ipwarehouse.warehouse.api.Intake}), figures are made
 * ({@link org.ipwarehouse.warehouse.api.Refinery}) and answers go out
 * ({@link org.ipwarehouse.warehouse.api.Warehouse}). It never names Spark, Delta, Spring or a file format.
 */
@NullMarked
package org.ipwarehouse.warehouse.api;

import org.jspecify.annotations.NullMarked;
