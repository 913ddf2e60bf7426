/**
 * How the rows of a source follow one another, as tables for models: every version with its days, a period's own share
 * of totals since the new year, the rows that still count. It only reads; which version holds is said by the session's
 * {@code current} views.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.version;

import org.jspecify.annotations.NullMarked;
