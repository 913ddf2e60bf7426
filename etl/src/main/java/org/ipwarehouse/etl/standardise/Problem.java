package org.ipwarehouse.etl.standardise;

/**
 * What can be wrong with a row. Each name is a code of {@code etl/codelists/reason_codes.csv}, which says in Chinese
 * what it means and how to correct it.
 */
public enum Problem {
    ENCODING_IRREVERSIBLE,
    KEY_MISSING,
    VALUE_MISSING,
    DATE_INVALID,
    DATE_ORDER,
    AMOUNT_UNPARSEABLE,
    AMOUNT_UNIT_SUSPECT,
    VALUE_RANGE,
    USCC_PRECISION_LOST,
    USCC_CHECKSUM,
    ID_PRECISION_LOST,
    ID_CHECKSUM,
    NUMBER_INVALID,
    ENUM_UNKNOWN,
    UNIT_UNKNOWN,
    OUT_OF_AREA,
    FORMULA_ERROR,
    TEST_DATA
}
