package org.ipwarehouse.samples.record;

import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.population.Population;

/**
 * What all chronicles share.
 *
 * @param contracts by source
 */
public record Setting(long seed, Population population, Map<String, Contract> contracts) {
    public Setting {
        contracts = new TreeMap<>(contracts);
    }

    long stream(String entity) {
        return Dice.stream(seed, entity);
    }

    public Columns columns(String source) {
        return new Columns(java.util.Objects.requireNonNull(contracts.get(source), source));
    }
}
