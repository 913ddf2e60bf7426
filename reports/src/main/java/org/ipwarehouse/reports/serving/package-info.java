/**
 * Figures as tables of a PostgreSQL database, for programs that ask by SQL (Superset). A load replaces all tables of all
 * editions in one transaction, or nothing; a reader sees the old ones until then. The tables of the public edition are
 * filled only with what the warehouse shows that audience, and its readers reach nothing else. This room never computes a
 * figure: it writes down what the door answers, rounded and worded as everywhere.
 */
@NullMarked
package org.ipwarehouse.reports.serving;

import org.jspecify.annotations.NullMarked;
