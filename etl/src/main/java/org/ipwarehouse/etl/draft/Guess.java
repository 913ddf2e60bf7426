package org.ipwarehouse.etl.draft;

import java.util.List;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * What an example lets us guess of one column.
 *
 * @param name English column name
 * @param label header as sent, without its unit
 * @param unit of an amount, as sent (元, 万元), "" for none
 * @param measure what another number counts (件, 吨), "" for none
 * @param scale digits after the point of a decimal
 * @param maxLength of a text, 0 for none
 * @param always whether no row leaves it empty
 * @param unique whether no two rows have the same and none is empty
 * @param codes values of a small set, empty for none; never those of a personal column
 * @param codeList list that the contract names, "" for none
 * @param reason in Chinese: by what this was guessed and what a person has to decide
 */
record Guess(
        String name,
        String label,
        ColumnType type,
        String unit,
        String measure,
        int scale,
        int maxLength,
        boolean always,
        boolean unique,
        Field.Privacy privacy,
        boolean freeText,
        List<String> rules,
        List<String> codes,
        String codeList,
        String reason) {

    Guess {
        rules = List.copyOf(rules);
        codes = List.copyOf(codes);
    }

    /** The same with its values in a list of that name. */
    Guess withCodeList(String list) {
        return new Guess(
                name, label, type, unit, measure, scale, 0, always, unique, privacy, false, rules, codes, list, reason);
    }

    boolean isDate() {
        return type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
    }

    /** Whether it could be the key, or a part of it: texts and whole numbers that tell rows apart. */
    boolean canBeKey() {
        boolean kind = type == ColumnType.TEXT && !freeText && maxLength <= 200 || type == ColumnType.INTEGER;
        return kind && always && !rules.contains("place");
    }
}
