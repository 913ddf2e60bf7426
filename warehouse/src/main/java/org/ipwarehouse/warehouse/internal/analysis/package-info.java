/**
 * Questions of a meeting answered from figures that are already made: what a change consists of, where there is more than
 * chance, what a month may be expected to be, and which figures not to trust. Pure arithmetic over the values of the door;
 * it never reads a table, never computes an indicator, and never says who is guilty. Methods and sources: docs/methods.md.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.analysis;

import org.jspecify.annotations.NullMarked;
