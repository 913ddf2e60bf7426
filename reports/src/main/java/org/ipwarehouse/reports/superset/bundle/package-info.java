/**
 * The dashboards of {@code reports/dashboards} as objects of Superset: databases, datasets, charts, dashboards, each with
 * a UUID that follows from its place in the files, and what each chart has to show. It asks no server.
 */
@NullMarked
package org.ipwarehouse.reports.superset.bundle;

import org.jspecify.annotations.NullMarked;
