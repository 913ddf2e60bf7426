/**
 * What happened: one chronicle for each source gives its records as typed cells in the contract's columns. It never writes
 * a file and never spoils a value.
 */
@NullMarked
package org.ipwarehouse.samples.record;

import org.jspecify.annotations.NullMarked;
