package org.ipwarehouse.etl.defects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A ledger as it comes from a desk, made with openpyxl ({@code benchmarks/writers/messy.py}): a title, a header of two rows
 * with merged parents, a column twice, an empty one, six rows, a total that is wrong, a second table with other columns
 * below, a line of signatures.
 */
class MessySheetSpec {
    private static final Path FOLDER = Path.of("src/test/resources/foreign");
    private static final Received MESSY = file("messy.xlsx");

    private static Received file(String name) {
        try {
            return Received.file(name, Files.readAllBytes(FOLDER.resolve(name)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rows 5 to 10 of the first table and row 16 of the second: 7 = 4 accepted + 3 returned. */
    @Test
    void every_row_of_both_tables_is_accepted_or_returned() {
        assertThat(MESSY.source()).isEqualTo("S02");
        assertThat(MESSY.accepted).extracting(row -> row.origin().row()).containsExactly(5L, 9L, 10L, 16L);
        assertThat(MESSY.returned).extracting(row -> row.origin().row()).containsExactly(6L, 7L, 8L);
    }

    /** The second table has more columns that the contract knows, and begins five rows below the first one's total. */
    @Test
    void the_first_table_is_read_although_the_second_fits_better() {
        assertThat(MESSY.column("case_no"))
                .containsExactly("卫沙市监罚〔2026〕1号", "卫沙市监罚〔2026〕5号", "卫沙市监罚〔2026〕6号", "卫沙市监罚〔2026〕21号");
        assertThat(MESSY.column("fine_yuan")).containsExactly("1000.00", "5000.00", "6000.00", "500.00");
    }

    @Test
    void an_error_a_rounded_number_and_what_is_to_follow_are_returned_with_their_reasons() {
        assertThat(MESSY.codes())
                .containsExactly(
                        List.of("FORMULA_ERROR"), List.of("KEY_MISSING"), List.of("VALUE_MISSING", "VALUE_MISSING"));
        assertThat(MESSY.returned.get(2).reasons().stream()
                        .map(reason -> reason.column())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("party_name", "ip_type");
    }

    /** In row 10 the two columns disagree: the first holds, the second is kept beside. */
    @Test
    void of_a_column_that_stands_there_twice_the_first_is_read_and_that_is_said() {
        assertThat(MESSY.column("filing_date")).containsExactly("2026-08-01", "2026-08-05", "2026-08-06", "2026-08-21");
        assertThat(MESSY.accepted.get(2).notes().extra()).contains("2026-08-09");
        assertThat(MESSY.warning("COLUMN_REPEATED")).contains("立案日期");
    }

    /** 1000 + 2000 + 3000 + 4000 + 5000 + 6000 = 21000; the sheet says 99999. */
    @Test
    void the_total_is_no_row_and_does_not_agree() {
        assertThat(MESSY.warning("TOTAL_MISMATCH")).contains("21000", "99999");
    }

    @Test
    void tables_side_by_side_are_refused_since_a_row_would_mix_both() {
        Received side = file("messy-side.xlsx");

        assertThat(side.refusal()).isEqualTo("SOURCE_AMBIGUOUS");
        assertThat(side.remedy()).contains("左右并排", "案件编号", "下方");
        assertThat(side.accepted).isEmpty();
    }
}
