package org.ipwarehouse.samples.defect;

/** What a synthetic row can suffer, with the reason for which the contract rejects it. */
enum Defect {
    IMPOSSIBLE_DATE("DATE_INVALID"),
    FUTURE_DATE("DATE_INVALID"),
    REVERSED_DATES("DATE_ORDER"),
    WORDS_FOR_AMOUNT("AMOUNT_UNPARSEABLE"),
    WRONG_CHECK_CHARACTER("USCC_CHECKSUM"),
    SCIENTIFIC_CODE("USCC_PRECISION_LOST"),
    UNKNOWN_CODE("ENUM_UNKNOWN"),
    MISSING_VALUE("VALUE_MISSING"),
    MISSING_KEY("KEY_MISSING"),
    OUTSIDE_AREA("OUT_OF_AREA"),
    TEST_NAME("TEST_DATA"),
    FORMULA_ERROR("FORMULA_ERROR");

    /** Two rows with one key and different contents: not a property of one row, hence no defect of the list. */
    static final String CONFLICT = "KEY_DUP_CONFLICT";

    private final String reason;

    Defect(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
