package org.ipwarehouse.etl.feedback;

import java.util.List;

/**
 * One kind of repair of one column.
 *
 * @param rule id of the rule, for example D30
 * @param field name of the contract's field
 * @param rows accepted rows to which it was done
 * @param examples first of them as "raw → value"
 */
public record Repair(String rule, String field, long rows, List<String> examples) {
    public Repair {
        examples = List.copyOf(examples);
    }
}
