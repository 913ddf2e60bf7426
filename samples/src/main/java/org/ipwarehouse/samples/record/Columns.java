package org.ipwarehouse.samples.record;

import java.util.HashMap;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/** Where each field of a contract stands in a row. */
public final class Columns {
    private final Contract contract;
    private final Map<String, Integer> places = new HashMap<>();

    public Columns(Contract contract) {
        this.contract = contract;
        for (Field field : contract.fields()) {
            places.put(field.name(), places.size());
        }
    }

    /** -1 where the contract has no such field (any more): the generator then leaves it out. */
    public int at(String field) {
        return places.getOrDefault(field, -1);
    }

    public Contract contract() {
        return contract;
    }

    public int width() {
        return places.size();
    }
}
