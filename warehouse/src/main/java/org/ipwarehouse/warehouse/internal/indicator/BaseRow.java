package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;

/**
 * What one pass over a fact yields for one term: the sum of a month. Of a level term it is what entered less what left.
 *
 * @param term number of the term in the {@link Plan}
 * @param month as {@link Months} counts
 * @param cell its region is a township or the district's unknown township
 */
record BaseRow(int term, int month, Cell cell, BigDecimal amount) {}
