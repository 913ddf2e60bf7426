/**
 * Rows that keep any contract, made from the contract's own rules: for tests and measures that must know every source,
 * also one that was added yesterday. It never reads an export and never looks like a real department's life.
 */
@NullMarked
package org.ipwarehouse.samples.any;

import org.jspecify.annotations.NullMarked;
