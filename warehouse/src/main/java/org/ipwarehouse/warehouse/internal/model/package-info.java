/**
 * Runs the analysts' SELECTs of {@code warehouse/models} in the order of their needs and writes the tables that
 * {@code warehouse/tables} declares, each checked for its grain, its required columns and its row count. It never says
 * what a column means: that is the SQL's and the YAML's.
 */
@NullMarked
package org.ipwarehouse.warehouse.internal.model;

import org.jspecify.annotations.NullMarked;
