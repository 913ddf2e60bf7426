/**
 * Charts as values ({@link org.ipwarehouse.reports.chart.ChartSpec}) and their drawing as SVG and PNG. The only room
 * that knows JFreeChart; it never computes or rounds a figure.
 */
@NullMarked
package org.ipwarehouse.reports.chart;

import org.jspecify.annotations.NullMarked;
