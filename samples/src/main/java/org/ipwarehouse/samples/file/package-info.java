/**
 * Typed cells to bytes: CSV and XLSX as departments send them, the same bytes for the same input on every run.
 */
@NullMarked
package org.ipwarehouse.samples.file;

import org.jspecify.annotations.NullMarked;
