package org.ipwarehouse.etl.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/** Which field of a contract stands under a header as it was sent. */
public final class ColumnNames {
    private final Contract contract;
    private final AliasIndex index;

    public ColumnNames(Contract contract) {
        this.contract = contract;
        this.index = new AliasIndex(List.of(new AliasDictionary(contract)));
    }

    /** @param header levels of a multi-row header joined by '_' */
    public Optional<Field> field(String header) {
        String[] levels = header.split("_", -1);
        String joined = Arrays.stream(levels).map(Labels::key).collect(Collectors.joining("_"));
        return known(Labels.key(header)).or(() -> known(joined)).or(() -> known(Labels.key(levels[levels.length - 1])));
    }

    private Optional<Field> known(String key) {
        String bare = AliasIndex.bare(key);
        return Stream.of(index.exactly(key), index.near(bare, AliasIndex.plain(bare)))
                .flatMap(List::stream)
                .findFirst()
                .flatMap(claim -> contract.field(claim.field()));
    }
}
