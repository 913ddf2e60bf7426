package org.ipwarehouse.warehouse.api;

import java.io.Serializable;

/**
 * Where a row stood in the file as the department sees it.
 *
 * @param sheet sheet name; "" for text files
 * @param row number of the row or line in that sheet, counted from 1
 */
public record Origin(String sheet, long row) implements Serializable {}
