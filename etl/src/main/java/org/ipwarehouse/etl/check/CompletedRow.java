package org.ipwarehouse.etl.check;

import java.util.Map;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.warehouse.api.Origin;

/** A row of which some cells are replaced by text. */
record CompletedRow(RawRow row, Map<Integer, String> cells) implements RawRow {

    @Override
    public int width() {
        return row.width();
    }

    @Override
    public CellKind kind(int column) {
        return cells.containsKey(column) ? CellKind.TEXT : row.kind(column);
    }

    @Override
    public boolean isPercent(int column) {
        return !cells.containsKey(column) && row.isPercent(column);
    }

    @Override
    public String text(int column) {
        String cell = cells.get(column);
        return cell == null ? row.text(column) : cell;
    }

    @Override
    public Origin origin() {
        return row.origin();
    }

    @Override
    public boolean isHidden() {
        return row.isHidden();
    }

    @Override
    public boolean isMerged(int column) {
        return row.isMerged(column);
    }
}
