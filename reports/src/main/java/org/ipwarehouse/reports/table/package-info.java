/** A table as a value, the same for page and bulletin. It never knows HTML or Word. */
@NullMarked
package org.ipwarehouse.reports.table;

import org.jspecify.annotations.NullMarked;
