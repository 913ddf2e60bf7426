/**
 * Reads what analysts maintain beside the code: reference tables as CSV and definitions as YAML, with the file and line
 * of every mistake; and knows the working-day calendar and the statutory limits. It never touches the lake and never
 * names Spark.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.reference;

import org.jspecify.annotations.NullMarked;
