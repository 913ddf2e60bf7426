package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.check.RowJudge;
import org.ipwarehouse.etl.check.SheetContext;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * The remarks on a file in full, for the workbook that goes back: the account of a submission only counts them. Reads
 * the file once more, without judging it.
 */
public final class Remarks implements RowSink {
    /** More than anyone would read. */
    private static final int MOST = 1_000;

    private final List<Remark> remarks = new ArrayList<>();

    private Remarks() {}

    /** @throws org.ipwarehouse.warehouse.api.Fault where the kept original cannot be read */
    public static List<Remark> of(Recognition.Recognised file) {
        ExportSource source = file.source((contract, sheet) -> new Unjudged());
        Remarks sink = new Remarks();
        for (RowSource.Split split : source.splits(Long.MAX_VALUE)) {
            try {
                source.read(split, sink);
            } catch (IOException e) {
                throw EtlErrors.originalUnreadable(e);
            }
        }
        return List.copyOf(sink.remarks);
    }

    @Override
    public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {}

    @Override
    public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {}

    @Override
    public void warning(String code, Origin origin, String message) {
        if (remarks.size() < MOST) {
            remarks.add(new Remark(code, origin, message));
        }
    }

    private static final class Unjudged implements RowJudge {
        private static final long serialVersionUID = 1L;

        @Override
        public void judge(RawRow row, RowSink sink) {
            sink.accepted(new Object[0], "", row.origin(), RowNotes.NONE);
        }

        @Override
        public RowJudge fresh() {
            return this;
        }

        @Override
        public RowJudge under(SheetContext sheet) {
            return this;
        }
    }
}
