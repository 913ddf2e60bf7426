package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;

/** Remembers what a source pushed. */
final class SeenRows implements RowSink {
    final List<List<String>> accepted = new ArrayList<>();
    final List<String> places = new ArrayList<>();
    final List<String> rejected = new ArrayList<>();
    final List<String> rejectedCells = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();

    static SeenRows of(RowSource source, long targetBytes) throws IOException {
        SeenRows seen = new SeenRows();
        for (RowSource.Split split : source.splits(targetBytes)) {
            source.read(split, seen);
        }
        return seen;
    }

    @Override
    public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
        accepted.add(Arrays.stream(values).map(String::valueOf).toList());
        places.add(origin.sheet() + "!" + origin.row());
    }

    @Override
    public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
        rejected.add(origin.sheet() + "!" + origin.row() + " " + reasons.get(0).code());
        rejectedCells.add(cells);
    }

    @Override
    public void warning(String code, Origin origin, String message) {
        warnings.add(code + "@" + origin.sheet() + "!" + origin.row() + " " + message);
    }

    List<String> keys() {
        return accepted.stream().map(row -> row.get(0)).toList();
    }
}
