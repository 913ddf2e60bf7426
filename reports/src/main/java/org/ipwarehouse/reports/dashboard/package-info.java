/**
 * What analysts decide to show: the pages of {@code reports/dashboards/*.yaml}, read strictly. One definition serves the
 * static site and Superset; this room knows neither, holds no figure and draws nothing.
 */
@NullMarked
package org.ipwarehouse.reports.dashboard;

import org.jspecify.annotations.NullMarked;
