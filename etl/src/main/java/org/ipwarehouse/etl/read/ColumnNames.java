package org.ipwarehouse.etl.read;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.jspecify.annotations.Nullable;

/** Which field of a contract stands under a header as it was sent. */
public final class ColumnNames {
    private final AliasDictionary dictionary;

    public ColumnNames(Contract contract) {
        this.dictionary = new AliasDictionary(contract);
    }

    /** @param header levels of a multi-row header joined by '_' */
    public Optional<Field> field(String header) {
        String[] levels = header.split("_", -1);
        String joined = Arrays.stream(levels).map(Labels::key).collect(Collectors.joining("_"));
        return known(Labels.key(header)).or(() -> known(joined)).or(() -> known(Labels.key(levels[levels.length - 1])));
    }

    private Optional<Field> known(String key) {
        @Nullable String exact = dictionary.field(key);
        @Nullable String name = exact == null ? dictionary.nearField(AliasDictionary.Near.of(key)) : exact;
        return name == null ? Optional.empty() : dictionary.contract().field(name);
    }
}
