package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.read.SheetTop.Line;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.junit.jupiter.api.Test;

/** What merged areas do to the labels of a header: they fill what is blank and never take a label away. */
class HeaderGridSpec {
    private static final HeaderCells CELLS =
            new HeaderCells(new AliasIndex(List.of(new AliasDictionary(SmallContracts.penalties()))));
    private static final List<String> LABELS = List.of("案件编号", "当事人名称", "罚款");

    /** Rows of a sheet from its first on, cells apart by |. */
    private static SheetTop sheet(List<Merge> merges, String... rows) {
        List<Line> lines = IntStream.range(0, rows.length)
                .mapToObj(i -> new Line(i + 1, List.of(rows[i].split("\\|", -1))))
                .toList();
        return new SheetTop(0, "台账", false, lines, merges);
    }

    private static List<String> headers(SheetTop top, int first, int levels) {
        return HeaderGrid.of(top, first, levels, CELLS).headers();
    }

    @Test
    void a_merged_area_over_three_labels_leaves_all_three() {
        SheetTop top = sheet(List.of(new Merge(2, 2, 0, 2)), "台账||", "案件编号|当事人名称|罚款");

        assertThat(headers(top, 1, 1)).isEqualTo(LABELS);
    }

    /** The second area begins in the row above the header: its value is not known here, and blanks nothing. */
    @Test
    void an_area_that_begins_above_the_header_takes_no_label_away() {
        SheetTop top = sheet(List.of(new Merge(2, 2, 0, 2), new Merge(1, 2, 1, 2)), "||", "案件编号|当事人名称|罚款");

        assertThat(headers(top, 1, 1)).isEqualTo(LABELS);
    }

    /** 罚没款 stands over two columns and 案件编号 over two rows. */
    @Test
    void the_value_of_an_area_stands_in_all_its_blank_cells() {
        SheetTop top = sheet(List.of(new Merge(1, 1, 1, 2), new Merge(1, 2, 0, 0)), "案件编号|罚没款|", "|罚款|没收");

        assertThat(headers(top, 0, 2)).containsExactly("案件编号", "罚没款_罚款", "罚没款_没收");
    }

    /** The title above is merged over the whole width and is not part of a header of one row. */
    @Test
    void a_merged_title_above_is_no_label() {
        SheetTop top = sheet(List.of(new Merge(1, 1, 0, 2)), "行政处罚台账||", "案件编号|当事人名称|罚款");

        assertThat(headers(top, 1, 1)).isEqualTo(LABELS);
    }

    @Test
    void a_low_line_within_a_note_in_brackets_joins_no_levels() {
        SheetTop top = sheet(List.of(), "案件编号(case_no)|罚没款_罚款|当事人名称_party_name");

        HeaderGrid grid = HeaderGrid.of(top, 0, 1, CELLS);
        assertThat(IntStream.range(0, 3).mapToObj(c -> fieldOf(grid, c)).toList())
                .containsExactly("case_no", "fine_yuan", "party_name");
    }

    private static String fieldOf(HeaderGrid grid, int column) {
        return List.of(grid.joined(column), grid.child(column), grid.nearJoined(column)).stream()
                .flatMap(List::stream)
                .map(AliasIndex.Claim::field)
                .findFirst()
                .orElse("");
    }
}
