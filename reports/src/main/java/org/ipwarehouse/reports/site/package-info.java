/**
 * The static site: figures of the warehouse laid out by the pages that analysts write. It reads a warehouse only as an
 * edition's audience may see it, never computes a figure, and nothing that it writes asks another machine for anything.
 */
@NullMarked
package org.ipwarehouse.reports.site;

import org.jspecify.annotations.NullMarked;
