/**
 * The static site: figures of the warehouse laid out by an analyst's dashboard file and a template. It never computes a
 * figure, and nothing that it writes asks another machine for anything.
 */
@NullMarked
package org.ipwarehouse.reports.site;

import org.jspecify.annotations.NullMarked;
