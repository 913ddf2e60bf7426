package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A sheet may have 16,384 columns: what nobody knows there neither hides the table nor costs minutes. */
class WideSheetSpec {
    private static final int WIDEST = 16_384;
    /** It takes about a second; before the labels of all contracts were looked up at once it took minutes. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void a_table_at_the_right_end_of_the_widest_sheet_is_found_and_read() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(after(column -> "备用字段" + column, LedgerSheet.HEADER));
        for (int n = 1; n <= 39; n++) {
            int row = n;
            rows.add(after(column -> "值" + row + "-" + column, LedgerSheet.row(n, "1000")));
        }

        Received received = received(rows);

        assertThat(received.accepted).hasSize(39);
        assertThat(received.accepted.get(38).value("case_no")).isEqualTo(LedgerSheet.case_(39));
        assertThat(received.returned).isEmpty();
    }

    @Test
    void forty_rows_in_which_each_of_16384_cells_looks_like_a_label_are_refused_for_want_of_a_header() {
        List<List<String>> rows = IntStream.range(0, 40)
                .mapToObj(r -> IntStream.range(0, WIDEST)
                        .mapToObj(c -> "案件名称（第" + r + "行第" + c + "列）")
                        .toList())
                .toList();

        assertThat(received(rows).refusal()).isEqualTo("HEADER_NOT_FOUND");
    }

    private static Received received(List<List<String>> rows) {
        return assertTimeoutPreemptively(PATIENCE, () -> Received.text("宽表.csv", LedgerSheet.csv(rows)));
    }

    private static List<String> after(IntFunction<String> unknown, List<String> table) {
        List<String> row = new ArrayList<>(
                IntStream.range(table.size(), WIDEST).mapToObj(unknown).toList());
        row.addAll(table);
        return row;
    }
}
