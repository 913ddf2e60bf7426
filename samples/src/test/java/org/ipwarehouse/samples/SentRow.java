package org.ipwarehouse.samples;

import java.util.List;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.samples.SentFile.Value;
import org.ipwarehouse.warehouse.api.Origin;

/** A row read back, as the contract's judge takes it. */
record SentRow(List<Value> values, Origin origin) implements RawRow {

    @Override
    public int width() {
        return values.size();
    }

    @Override
    public CellKind kind(int column) {
        return column < values.size() ? values.get(column).kind() : CellKind.EMPTY;
    }

    @Override
    public String text(int column) {
        return column < values.size() ? values.get(column).text() : "";
    }
}
