/**
 * Answers the questions of the other rooms from the lake. Everything but lineage is read without Spark; it never computes
 * a figure.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.door;

import org.jspecify.annotations.NullMarked;
