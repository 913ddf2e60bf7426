/**
 * The bulletin as a document model: wording and figures become paragraphs, tables and charts.
 *
 * <p>Every number of the model carries the figures it was made from, so that text, table and chart cannot disagree.
 * What is said, in which order and in which words is read from {@code reports/bulletins/<series>}; a mistake there stops
 * the bulletin with file and line. This room never draws, never writes a file format and never reads a clock.
 */
@NullMarked
package org.ipwarehouse.reports.bulletin;

import org.jspecify.annotations.NullMarked;
