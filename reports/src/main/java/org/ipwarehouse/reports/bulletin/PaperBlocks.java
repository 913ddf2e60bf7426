package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.reports.bulletin.Block.Align;
import org.ipwarehouse.reports.bulletin.Block.Column;
import org.ipwarehouse.reports.bulletin.Block.Role;
import org.ipwarehouse.reports.figure.FigureText;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Revised;

/** What an edition says of earlier ones: from what to what and why, and which editions no longer hold. */
final class PaperBlocks {
    private final Scene scene;

    PaperBlocks(Scene scene) {
        this.scene = scene;
    }

    /** A table of all revisions; where there is none, the sentence that says so. */
    Block revisions(Papers papers, int number) {
        if (papers.revised().isEmpty()) {
            return new Block.Paragraph(
                    Role.BODY, List.of(Run.words(scene.spec().papers().none())));
        }
        List<Column> columns = List.of(
                new Column("指标", Align.LEFT, 24),
                new Column("期间", Align.LEFT, 18),
                new Column("范围", Align.LEFT, 13),
                new Column("原公布", Align.RIGHT, 11),
                new Column("现公布", Align.RIGHT, 11),
                new Column("原因", Align.LEFT, 23));
        List<Block.Row> rows = papers.revised().stream().map(this::row).toList();
        String caption = "表" + number + "　" + scene.spec().papers().title();
        return new Block.Grid(caption, "", columns, rows);
    }

    private Block.Row row(Revised revised) {
        Figure before = Objects.requireNonNull(revised.revision().before());
        Figure after = revised.revision().after();
        Passport passport = scene.passport(before.indicator());
        List<List<Run>> cells = new ArrayList<>();
        cells.add(words(scene.spec().name(passport) + "（" + passport.unit() + "）"));
        cells.add(words(before.period().labelZh()));
        cells.add(words(place(before)));
        cells.add(number(passport, before, Run.Origin.AS_PUBLISHED));
        cells.add(after == null ? words(FigureText.NONE) : number(passport, after, Run.Origin.AS_REVISED));
        cells.add(words(revised.reasonZh()));
        return new Block.Row(cells, false);
    }

    private String place(Figure figure) {
        String region = scene.regionName(figure.region());
        return figure.dimension().isEmpty()
                ? region
                : region + " " + scene.parts().of(figure.dimension(), figure.dimensionValue());
    }

    private static List<Run> number(Passport passport, Figure figure, Run.Origin origin) {
        String text = FigureText.value(passport, figure);
        return figure.value() == null ? words(text) : List.of(Run.number(text, origin, figure));
    }

    private static List<Run> words(String text) {
        return List.of(Run.words(text));
    }

    /** One paragraph for each edition that was withdrawn or corrected. */
    List<Block> notices(Papers papers) {
        List<Block> blocks = new ArrayList<>();
        for (Papers.Notice notice : papers.notices()) {
            Wording wording = notice.withdrawn()
                    ? scene.spec().papers().withdrawn()
                    : scene.spec().papers().corrected();
            String text = wording.fillWords(Map.of(
                    "edition", notice.edition(),
                    "period", notice.period(),
                    "date", Bulletin.dateZh(notice.day()),
                    "reason", notice.reason()));
            blocks.add(new Block.Paragraph(Role.BODY, List.of(Run.words(text))));
        }
        return blocks;
    }
}
