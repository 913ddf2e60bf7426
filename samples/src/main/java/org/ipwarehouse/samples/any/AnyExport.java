package org.ipwarehouse.samples.any;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/**
 * An export of any source: a contract and its code lists in, a header and rows out that the contract accepts. Every field
 * is filled, conditional ones too. The same seed gives the same row; different seeds give different natural keys (as long
 * as a key of codes alone has combinations left: {@link #rows()}).
 */
public final class AnyExport {
    private final Contract contract;
    private final CellMaker cells;

    private AnyExport(Contract contract, CellMaker cells) {
        this.contract = contract;
        this.cells = cells;
    }

    /** @param asOf the day that the file describes: no date of a row lies after it */
    public static AnyExport of(Contract contract, CodeLists codeLists, LocalDate asOf) {
        return new AnyExport(contract, new CellMaker(contract, codeLists, asOf));
    }

    /** The labels of all fields, in the contract's order. */
    public List<String> header() {
        return contract.fields().stream().map(Field::labelZh).toList();
    }

    /** A row that keeps the contract; its natural key is the seed's own. */
    public List<String> row(long seed) {
        return row(seed, Map.of());
    }

    /**
     * The same with some cells replaced.
     *
     * @param replaced cell by field name
     */
    public List<String> row(long seed, Map<String, String> replaced) {
        List<String> row = new ArrayList<>(contract.fields().size());
        for (Field field : contract.fields()) {
            String cell = replaced.get(field.name());
            row.add(cell == null ? cells.cell(field, seed) : cell);
        }
        return row;
    }

    /** How many rows with different natural keys there can be: seeds from 0 up to this are safe together. */
    public long rows() {
        return cells.keys();
    }
}
