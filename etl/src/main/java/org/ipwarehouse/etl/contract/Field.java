package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.List;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * One column of a contract.
 *
 * @param name canonical English name, the column of the clean table
 * @param labelZh header as the department's own form writes it
 * @param aliases other headers under which it comes, the physical name (CF_WSH) among them
 * @param type type of the value; for DECIMAL with {@code precision} and {@code scale}
 * @param required whether a row without it is rejected; REQUIRED_IF is decided by the contract's rules
 * @param privacy P public, I internal, D personal, S sensitive; D and S leave this module only as keyed tokens
 * @param codeList name of the code list, "" for none
 * @param unknownCode what to do with a value that the code list does not know
 * @param unit canonical unit of an amount (元), "" for none
 * @param rules ids of value rules: uscc, citizen_id, court_case_no, decision_no, township, unit, period, …; a rule with a
 *     parameter is written id=parameter (sent_unit=万元, min=0, from=address); {@link FieldRule} has all of them
 * @param maxLength most characters (code points) of a text, 0 for no limit
 * @param freeText whether its text may name or describe people (违法事实, 备注): public layers have to look into it
 * @param measure what a number counts (天, 亩, 件), "" for none; of a cumulative source the numbers with a measure are
 *     the totals to be differenced
 */
public record Field(
        String name,
        String labelZh,
        List<String> aliases,
        ColumnType type,
        int precision,
        int scale,
        Required required,
        Privacy privacy,
        String codeList,
        UnknownCode unknownCode,
        String unit,
        List<String> rules,
        int maxLength,
        boolean freeText,
        String measure)
        implements Serializable {

    public enum Required {
        YES,
        CONDITIONAL,
        NO
    }

    public enum Privacy {
        P,
        I,
        D,
        S;

        /** True for personal data: only a keyed token may leave the door. */
        public boolean isPersonal() {
            return this == D || this == S;
        }
    }

    public enum UnknownCode {
        REJECT,
        KEEP
    }

    public Field {
        aliases = List.copyOf(aliases);
        rules = List.copyOf(rules);
    }

    /** True where the contract gives this field the rule. */
    public boolean has(FieldRule rule) {
        for (String text : rules) {
            if (text.equals(rule.id()) || text.startsWith(rule.id() + "=")) {
                return true;
            }
        }
        return false;
    }

    /** The parameter of a rule, "" where the field has no such rule or the rule no parameter. */
    public String parameter(FieldRule rule) {
        for (String text : rules) {
            if (text.startsWith(rule.id() + "=")) {
                return text.substring(rule.id().length() + 1);
            }
        }
        return "";
    }
}
