package org.ipwarehouse.reports.document;

import java.util.List;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Run;

/** A column of a printed table as columns of data: where units stand beside its numbers, they get a column of their own. */
record GridColumn(String title, int index, boolean withUnits) {

    static GridColumn of(Block.Grid grid, int index) {
        String title = grid.columns().get(index).title().replace("\n", "");
        boolean units =
                grid.rows().stream().anyMatch(row -> row.cells().get(index).size() > 1);
        return new GridColumn(title, index, units);
    }

    List<String> head() {
        return withUnits ? List.of(title, title + "的单位") : List.of(title);
    }

    List<AnnexSheet.Cell> cells(Block.Row row) {
        List<Run> runs = row.cells().get(index);
        if (!withUnits) {
            return List.of(cell(runs));
        }
        List<Run> numbers = runs.stream().filter(Run::isNumber).toList();
        List<Run> words = runs.stream().filter(run -> !run.isNumber()).toList();
        return numbers.isEmpty()
                ? List.of(AnnexSheet.Cell.words(Run.join(runs)), AnnexSheet.Cell.words("—"))
                : List.of(cell(numbers), AnnexSheet.Cell.words(Run.join(words)));
    }

    private static AnnexSheet.Cell cell(List<Run> runs) {
        String text = Run.join(runs);
        return runs.stream().anyMatch(Run::isNumber) ? AnnexSheet.Cell.of(text) : AnnexSheet.Cell.words(text);
    }
}
