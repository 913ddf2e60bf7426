package org.ipwarehouse.etl.read;

import java.util.List;
import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;

/**
 * A judge with one rule: the first field of the contract must be filled (KEY_MISSING) and must not begin with 坏
 * (DATE_INVALID); a row that begins with 改 counts as repaired. Values are the texts as they stand, the key is the first field.
 */
public final class TextJudge implements RowJudge {
    private static final long serialVersionUID = 1L;

    private static final RowNotes REPAIRED = new RowNotes("D30@case_no", "{\"case_no\":\"另一种写法\"}", "", "");

    private final Contract contract;
    private final SheetContext sheet;

    public TextJudge(Contract contract, SheetContext sheet) {
        this.contract = contract;
        this.sheet = sheet;
    }

    @Override
    public void judge(RawRow row, RowSink sink) {
        Object[] values = new Object[contract.fields().size()];
        for (int f = 0; f < values.length; f++) {
            int column = sheet.fields().indexOf(contract.fields().get(f).name());
            values[f] = column < 0 ? "" : row.text(column);
        }
        String key = String.valueOf(values[0]);
        if (key.isEmpty() || key.startsWith("坏")) {
            String code = key.isEmpty() ? "KEY_MISSING" : "DATE_INVALID";
            String cells = "{\"" + sheet.headers().get(0) + "\":\"" + key + "\"}";
            sink.rejected(cells, row.origin(), List.of(new Rejection(code, "case_no", key, "请改正")), "");
        } else {
            sink.accepted(values, key, row.origin(), key.startsWith("改") ? REPAIRED : RowNotes.NONE);
        }
    }

    @Override
    public RowJudge fresh() {
        return new TextJudge(contract, sheet);
    }

    @Override
    public RowJudge under(SheetContext other) {
        return new TextJudge(contract, other);
    }
}
