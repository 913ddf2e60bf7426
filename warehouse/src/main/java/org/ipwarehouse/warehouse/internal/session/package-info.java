/**
 * Spark sessions over the lake: small or large, with its tables and the views of the versions that hold. It never
 * writes a table.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.session;

import org.jspecify.annotations.NullMarked;
