@NullMarked
package org.ipwarehouse.reports.chart;

import org.jspecify.annotations.NullMarked;
