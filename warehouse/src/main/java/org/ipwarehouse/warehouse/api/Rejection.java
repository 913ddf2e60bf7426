package org.ipwarehouse.warehouse.api;

import java.io.Serializable;

/**
 * One reason why a row was not accepted.
 *
 * @param code a code of {@code etl/codelists/reason_codes.csv}, for example {@code DATE_INVALID}
 * @param column the contract's column, "" if the row as a whole
 * @param raw the cell as it was sent, masked where the column holds personal data
 * @param message what is wrong and how to correct it, in Chinese
 */
public record Rejection(String code, String column, String raw, String message) implements Serializable {}
