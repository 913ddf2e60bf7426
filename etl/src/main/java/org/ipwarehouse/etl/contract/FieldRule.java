package org.ipwarehouse.etl.contract;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.warehouse.api.ColumnType;

/** The value rules that a contract may give a field. Its id in the file is the name in lower case. */
public enum FieldRule {
    /** Unified social credit code, GB 32100. */
    USCC(false, ColumnType.TEXT),
    /** Several credit codes in a cell. */
    USCC_LIST(false, ColumnType.TEXT),
    /** Citizen identity number, GB 11643; shorter numbers of other documents pass. */
    CITIZEN_ID(false, ColumnType.TEXT),
    /** Either of both: farmers of a trace platform have no credit code. */
    USCC_OR_CITIZEN_ID(false, ColumnType.TEXT),
    COURT_CASE_NO(false, ColumnType.TEXT),
    /** Number of a decision or case file: brackets, zeros and 第 are made uniform, nothing is refused. */
    DECISION_NO(false, ColumnType.TEXT),
    /** A court's case number where it is one, else the number of a decision: what an enforcement is based on. */
    COURT_OR_DECISION_NO(false, ColumnType.TEXT),
    /** Number of a patent or its application, with its check digit. */
    PATENT_NO(false, ColumnType.TEXT),
    /** The same, or the number of a trade mark: one to eight digits, an international one with G. */
    PATENT_OR_TRADEMARK_NO(false, ColumnType.TEXT),
    TOWNSHIP(false, ColumnType.TEXT),
    REGION_CODE(false, ColumnType.TEXT),
    /** Name of a unit: an unknown one is UNIT_UNKNOWN, not ENUM_UNKNOWN. */
    UNIT(false, ColumnType.TEXT),
    PERIOD(false, ColumnType.TEXT),
    PHONE(false, ColumnType.TEXT),
    /** Refused where it looks like test data (测试企业, 111111). */
    NOT_TEST(false, ColumnType.TEXT),
    /** Several codes of the list in a cell. */
    MULTI(false, ColumnType.TEXT),
    /** A rate in percent: 0.95 and 95% are 95. */
    PERCENT(false, ColumnType.DECIMAL),
    /** The date may lie in the future (valid until). */
    FUTURE_ALLOWED(false, ColumnType.DATE, ColumnType.TIMESTAMP),
    /** The date may lie up to one quarter after the day that the file describes (reported after the period's end). */
    AFTER_PERIOD(false, ColumnType.DATE, ColumnType.TIMESTAMP),
    /**
     * Running number of a row on its sheet: where the row stood, not what it says. It is not kept as a value, so that the
     * same row under another number is still the same row; its place is kept as the row's origin.
     */
    PLACE(false, ColumnType.INTEGER),
    /** Unit in which the department sends amounts where nothing else is stated. */
    SENT_UNIT(true, ColumnType.DECIMAL),
    MIN(true, ColumnType.DECIMAL, ColumnType.INTEGER),
    MAX(true, ColumnType.DECIMAL, ColumnType.INTEGER),
    /** The address field from which an empty township is found. */
    FROM(true, ColumnType.TEXT),
    /**
     * A name that may be a natural person's: then it is shown as surname and stars. {@code mask_if_person=party_kind:自然人}
     * asks a field that says so; {@code mask_if_person=unless:uscc} takes a party without that code for a person where the
     * row states a citizen number or the name reads like a person's; {@code mask_if_person=auto} goes by the name alone.
     */
    MASK_IF_PERSON(true, ColumnType.TEXT),
    /** The date field by which the version of the code list is chosen; without it the day that the file describes. */
    ON(true, ColumnType.TEXT),
    /**
     * Fields into which a number of before 2015 goes that stands in the place of the credit code: that of registrations
     * and, after a comma, that of organisation codes (old_number=old_reg_no,org_code). They are told by check digits.
     */
    OLD_NUMBER(true, ColumnType.TEXT),
    /**
     * A code, link or number without a grammar of its own: kept as it is, never masked (eleven of its digits may look
     * like a telephone number), returned where a spreadsheet has rounded it.
     */
    IDENTIFIER(false, ColumnType.TEXT),
    /** Organisation code, GB 11714. */
    ORG_CODE(false, ColumnType.TEXT),
    /** The name of the party whose credit code is in this field: an individual business may have none. */
    PARTY(true, ColumnType.TEXT),
    /** Number of a right of any kind; a text that is none stays. */
    RIGHT_NO(false, ColumnType.TEXT),
    TRADEMARK_NO(false, ColumnType.TEXT),
    COPYRIGHT_NO(false, ColumnType.TEXT),
    /** Number of a geographical indication of agricultural products. */
    GI_NO(false, ColumnType.TEXT),
    /** A number of so many digits: zeros that a spreadsheet left away come back. */
    DIGITS(true, ColumnType.TEXT),
    /** Marks before a number that mean minus in this column (negative_mark=△). */
    NEGATIVE_MARK(true, ColumnType.DECIMAL);

    private final String id;
    private final boolean parametered;
    private final Set<ColumnType> types;

    FieldRule(boolean parametered, ColumnType... types) {
        this.id = name().toLowerCase(Locale.ROOT);
        this.parametered = parametered;
        this.types = Set.of(types);
    }

    /** As written in a contract. */
    public String id() {
        return id;
    }

    public boolean hasParameter() {
        return parametered;
    }

    public boolean fits(ColumnType type) {
        return types.contains(type);
    }

    /** The rule of a text such as {@code uscc} or {@code from=address}. */
    public static Optional<FieldRule> of(String text) {
        int equals = text.indexOf('=');
        String id = equals < 0 ? text : text.substring(0, equals);
        for (FieldRule rule : values()) {
            if (rule.id().equals(id) && rule.parametered == equals > 0) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
