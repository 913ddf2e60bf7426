package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The tables and charts of one edition: numbered in their order, without gaps. Those that have nothing to tell are left
 * out and their titles kept for the notes.
 */
final class Plates {
    private final Scene scene;
    private final List<String> leftOut = new ArrayList<>();
    private int tables;
    private int charts;

    Plates(Scene scene) {
        this.scene = scene;
    }

    Optional<Block.Grid> table(BulletinSpec.TableItem item) {
        Optional<Block.Grid> made = new GridMaker(scene).make(item, tables + 1);
        made.ifPresentOrElse(grid -> tables++, () -> leftOut.add(item.title()));
        return made;
    }

    Optional<Block.Picture> chart(BulletinSpec.ChartItem item) {
        Optional<Block.Picture> made = new PictureMaker(scene).make(item, charts + 1);
        made.ifPresentOrElse(picture -> charts++, () -> leftOut.add(item.title()));
        return made;
    }

    /** The number of a further table, which the series does not list. */
    int oneMoreTable() {
        tables++;
        return tables;
    }

    /** Titles of what was left out so far, in their order. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }
}
