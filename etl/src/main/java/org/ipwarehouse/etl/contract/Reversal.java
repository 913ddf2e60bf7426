package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.List;

/**
 * How a source takes a row back: by a status (撤案, 撤销公示, 移出), never by leaving it out.
 *
 * @param field the coded field that says so, "" where the source takes nothing back
 * @param values its codes that mean that the row no longer counts
 */
public record Reversal(String field, List<String> values) implements Serializable {
    public static final Reversal NONE = new Reversal("", List.of());

    public Reversal {
        values = List.copyOf(values);
    }
}
