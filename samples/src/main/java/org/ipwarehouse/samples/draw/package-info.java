/**
 * Chance without memory: every number is a function of seed, entity and counter, so that any record can be made at any
 * moment without having made the others. Nothing here knows what a record means.
 */
@NullMarked
package org.ipwarehouse.samples.draw;

import org.jspecify.annotations.NullMarked;
