/**
 * The department's file to accepted rows. This package holds only the module's errors; the rooms below do the work. It
 * never knows Spark.
 */
@NullMarked
package org.ipwarehouse.etl;

import org.jspecify.annotations.NullMarked;
