/**
 * What the rooms of the reports share: their faults ({@link org.ipwarehouse.reports.ReportErrors}) and the strict
 * reader of the files that analysts and writers edit ({@link org.ipwarehouse.reports.SpecNode}). It never knows how a
 * figure, chart, page or document looks.
 */
@NullMarked
package org.ipwarehouse.reports;

import org.jspecify.annotations.NullMarked;
