/**
 * A warehouse in memory with hand-made, synthetic figures of 36 months, for the specifications of pages, charts and
 * bulletins. It keeps the promises of {@link org.ipwarehouse.warehouse.api.Warehouse} (order, grain, statuses) and holds
 * at least one figure of each status; it never reads a lake.
 */
@NullMarked
package org.ipwarehouse.reports.twin;

import org.jspecify.annotations.NullMarked;
