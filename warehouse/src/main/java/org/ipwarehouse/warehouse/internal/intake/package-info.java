/**
 * Judged rows into the clean and quarantine layers, each submission exactly once, with an account that closes. It never
 * judges a row anew: repeats and conflicts of keys are all it decides.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.intake;

import org.jspecify.annotations.NullMarked;
