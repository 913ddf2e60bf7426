package org.ipwarehouse.reports.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.IndicatorTable;
import org.ipwarehouse.reports.bulletin.Run;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.reports.table.Cell;
import org.ipwarehouse.reports.table.DataTable;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;

/** The data annex of a bulletin: its tables, the numbers of its charts, its shares, and the figures behind all of it. */
final class Annex {
    private final Bulletin bulletin;

    Annex(Bulletin bulletin) {
        this.bulletin = bulletin;
    }

    /** In reading order; the indicator table last. */
    List<AnnexSheet> sheets() {
        List<AnnexSheet> sheets = new ArrayList<>();
        bulletin.blocks().forEach(block -> {
            if (block instanceof Block.Grid grid) {
                sheets.add(grid(grid));
            } else if (block instanceof Block.Picture picture) {
                sheets.add(picture(picture));
            }
        });
        shares().ifPresent(sheets::add);
        sheets.add(indicators());
        return sheets;
    }

    /** The notes below the bulletin, for those who only open the annex. */
    List<String> notes() {
        return bulletin.blocks().stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .filter(p -> p.role() == Block.Role.NOTE)
                .map(Block.Paragraph::text)
                .toList();
    }

    private AnnexSheet grid(Block.Grid grid) {
        List<GridColumn> columns = new ArrayList<>();
        for (int i = 0; i < grid.columns().size(); i++) {
            columns.add(GridColumn.of(grid, i));
        }
        List<List<AnnexSheet.Cell>> rows = new ArrayList<>();
        for (Block.Row row : grid.rows()) {
            List<AnnexSheet.Cell> cells = new ArrayList<>();
            columns.forEach(column -> cells.addAll(column.cells(row)));
            rows.add(cells);
        }
        List<String> head = columns.stream().flatMap(c -> c.head().stream()).toList();
        return new AnnexSheet(tab(grid.caption()), grid.caption(), unit(grid.unit()), head, rows);
    }

    private static List<String> unit(String unit) {
        return unit.isEmpty() ? List.of() : List.of(unit);
    }

    /** 表1　主要指标 → 表1 */
    private static String tab(String caption) {
        int end = caption.indexOf('　');
        return end < 0 ? caption : caption.substring(0, end);
    }

    private static AnnexSheet picture(Block.Picture picture) {
        DataTable table = picture.chart().toTable();
        String unit = picture.chart().caption().unit();
        List<String> head = new ArrayList<>();
        for (DataTable.Column column : table.columns()) {
            boolean number = column.align() == DataTable.Align.RIGHT;
            boolean named = column.header().contains("（") || column.header().equals(unit);
            head.add(
                    !number || (named && !column.header().equals(unit))
                            ? column.header()
                            : column.header().equals(unit) ? "数值（" + unit + "）" : column.header() + "（" + unit + "）");
        }
        List<List<AnnexSheet.Cell>> rows = table.rows().stream()
                .map(row -> row.cells().stream().map(Annex::chartCell).toList())
                .toList();
        return new AnnexSheet(
                tab(picture.caption()),
                picture.caption(),
                finding(picture.chart().caption().finding()),
                head,
                rows);
    }

    /** A longer one only repeats the numbers below, and no cell would hold it. */
    private static List<String> finding(String words) {
        return words.isEmpty() || words.length() > 60 ? List.of() : List.of(words);
    }

    private static AnnexSheet.Cell chartCell(Cell cell) {
        return cell.value() == null ? AnnexSheet.Cell.words(cell.text()) : AnnexSheet.Cell.of(cell.text());
    }

    /** Shares that the text states: reckoned from several figures, so that no line of the indicator table has them. */
    private java.util.Optional<AnnexSheet> shares() {
        List<List<AnnexSheet.Cell>> rows = bulletin.runs()
                .filter(run -> run.origin() == Run.Origin.SHARE)
                .map(this::share)
                .distinct()
                .toList();
        List<String> head = List.of("分子", "分子数值", "分母", "分母数值", "占比（%）");
        return rows.isEmpty()
                ? java.util.Optional.empty()
                : java.util.Optional.of(new AnnexSheet("占比", "文中占比的由来", List.of("占比＝分子÷分母，四舍五入到一位小数。"), head, rows));
    }

    private List<AnnexSheet.Cell> share(Run run) {
        List<Figure> parts = run.figures().subList(0, run.figures().size() - 1);
        Figure whole = run.figures().get(run.figures().size() - 1);
        BigDecimal sum = parts.stream()
                .map(Figure::value)
                .filter(value -> value != null)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Passport passport = line(whole).passport();
        return List.of(
                AnnexSheet.Cell.words(
                        String.join("、", parts.stream().map(this::place).toList())),
                AnnexSheet.Cell.of(FigureText.value(passport, sum)),
                AnnexSheet.Cell.words(place(whole)),
                AnnexSheet.Cell.of(FigureText.value(passport, whole)),
                AnnexSheet.Cell.printed(run.text()));
    }

    private String place(Figure figure) {
        IndicatorTable.Line line = line(figure);
        String part = line.partZh().isEmpty() ? line.regionZh() : line.partZh();
        return part + line.passport().nameZh() + "（" + figure.period() + "）";
    }

    private IndicatorTable.Line line(Figure figure) {
        return bulletin.indicators().lines().stream()
                .filter(l -> l.figure().equals(figure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No line for " + figure));
    }

    private AnnexSheet indicators() {
        IndicatorColumn[] columns = IndicatorColumn.values();
        List<List<AnnexSheet.Cell>> rows = bulletin.indicators().lines().stream()
                .map(line -> Stream.of(columns).map(column -> column.cell(line)).toList())
                .toList();
        List<String> head = Stream.of(columns).map(IndicatorColumn::titleZh).toList();
        return new AnnexSheet("指标表", "本期所用全部指标数值", List.of("每行一个数值；正文、表、图中的数都出自这里，或由这里的数算出。"), head, rows);
    }
}
