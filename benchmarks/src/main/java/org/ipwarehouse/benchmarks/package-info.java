/**
 * Measures: the product's own path and an alternative that does the same work, each in a Java process of its own, in one
 * run. What is measured is checked for equal results first; it never changes the product.
 */
@NullMarked
package org.ipwarehouse.benchmarks;

import org.jspecify.annotations.NullMarked;
