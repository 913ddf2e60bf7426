/**
 * Walks a figure back to the rows that it counts, by evaluating its passport's terms once more, and makes sure that they
 * reproduce it. It never explains a figure by anything but its passport.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.lineage;

import org.jspecify.annotations.NullMarked;
