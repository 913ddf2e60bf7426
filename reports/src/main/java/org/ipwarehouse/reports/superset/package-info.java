/**
 * Publishes the dashboards to a Superset: says what would change, changes it, reads back what every chart answers, and
 * takes away what is no longer defined. Only objects that it made itself are ever changed or removed; what somebody edited
 * by hand is shown and left alone until it is adopted or reverted.
 */
@NullMarked
package org.ipwarehouse.reports.superset;

import org.jspecify.annotations.NullMarked;
