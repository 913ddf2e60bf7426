/**
 * The {@code ipw} command: its entry point and its faults. Wiring only: nothing here computes a figure or judges a row.
 */
@NullMarked
package org.ipwarehouse.app;

import org.jspecify.annotations.NullMarked;
