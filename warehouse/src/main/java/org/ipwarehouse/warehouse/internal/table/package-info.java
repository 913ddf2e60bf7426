/**
 * Delta tables in this process, without Spark: where they lie, how rows are appended and read back. It never judges a
 * row and never starts Spark.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.table;

import org.jspecify.annotations.NullMarked;
