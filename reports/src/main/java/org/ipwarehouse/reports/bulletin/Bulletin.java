package org.ipwarehouse.reports.bulletin;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Period;
import org.jspecify.annotations.Nullable;

/**
 * A finished bulletin before it takes a file format.
 *
 * @param series folder of {@code reports/bulletins} that its writers' files lie in
 * @param edition the day that stands on it; handed in, so that the same figures make the same bulletin on any day
 * @param indicators the figures that all of it is made from
 * @param layout what each block looks like in Word; null for the look of the product
 * @param mark what every page must say where the data are synthetic; "" where they are real
 */
public record Bulletin(
        String series,
        String title,
        String issue,
        Period period,
        LocalDate edition,
        String mark,
        FontPlan fonts,
        List<Block> blocks,
        IndicatorTable indicators,
        @Nullable Layout layout) {
    public Bulletin {
        blocks = List.copyOf(blocks);
        if (layout != null && layout.places().size() != blocks.size()) {
            throw new IllegalArgumentException(layout.places().size() + " places for " + blocks.size() + " blocks");
        }
    }

    public boolean isSynthetic() {
        return !mark.isEmpty();
    }

    /** The same with other contents, in the look of the product. */
    public Bulletin with(List<Block> contents) {
        return new Bulletin(series, title, issue, period, edition, mark, fonts, contents, indicators, null);
    }

    /** A date as GB/T 9704 asks: 2026年10月20日, no leading zeros. */
    public static String dateZh(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    /** All runs of paragraphs and tables, in reading order. */
    public Stream<Run> runs() {
        return blocks.stream().flatMap(Bulletin::runsOf);
    }

    static Stream<Run> runsOf(Block block) {
        if (block instanceof Block.Paragraph paragraph) {
            return paragraph.runs().stream();
        }
        if (block instanceof Block.Grid grid) {
            return grid.rows().stream().flatMap(row -> row.cells().stream()).flatMap(List::stream);
        }
        return Stream.empty();
    }

    /** All text that will be printed, piece by piece with the place it stands at: for checks before writing. */
    public Stream<Piece> pieces() {
        Stream<Piece> front = Stream.of(new Piece("标题", title + issue), new Piece("页眉", mark));
        return Stream.concat(front, blocks.stream().flatMap(Bulletin::piecesOf));
    }

    private static Stream<Piece> piecesOf(Block block) {
        if (block instanceof Block.Heading heading) {
            return Stream.of(new Piece("标题“" + heading.text() + "”", heading.text()));
        }
        if (block instanceof Block.Paragraph paragraph) {
            return Stream.of(new Piece("段落", paragraph.text()));
        }
        if (block instanceof Block.Grid grid) {
            String head = grid.caption()
                    + grid.unit()
                    + String.join(
                            "", grid.columns().stream().map(Block.Column::title).toList());
            Stream<Piece> rows = grid.rows().stream()
                    .map(row -> new Piece(
                            grid.caption(),
                            Run.join(row.cells().stream().flatMap(List::stream).toList())));
            return Stream.concat(Stream.of(new Piece(grid.caption(), head)), rows);
        }
        Block.Picture picture = (Block.Picture) block;
        return Stream.of(new Piece(picture.caption(), picture.caption() + picture.alternative()));
    }

    /** @param place where it stands, for messages */
    public record Piece(String place, String text) {}
}
