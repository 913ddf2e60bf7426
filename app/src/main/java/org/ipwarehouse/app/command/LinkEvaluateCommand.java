package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Linkage.Evaluation;
import org.ipwarehouse.warehouse.api.Linkage.LearnedLevel;
import org.ipwarehouse.warehouse.api.Linkage.Point;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says how often a linkage file is right on labelled data. */
@Command(
        name = "evaluate",
        description = {
            "用有标签的数据评测链接定义：一个文件找重复，两个文件互相链接；按阈值给出查准率、查全率和 F1。",
            "Links labelled data by a file: precision, recall and F1 by threshold."
        })
final class LinkEvaluateCommand implements Callable<Integer> {
    private static final int POINTS = 20;

    private final Desk desk;

    @Option(
            names = "--spec",
            required = true,
            paramLabel = "FILE",
            description = {"链接定义（YAML），写法见 docs/linkage.md", "linkage file"})
    Path spec = Path.of("");

    @Option(
            names = "--data",
            required = true,
            arity = "1..2",
            paramLabel = "CSV",
            description = {"一个或两个 CSV 文件（UTF-8）", "one file to deduplicate, or two to link"})
    List<Path> data = new ArrayList<>();

    @Option(
            names = "--truth",
            required = true,
            paramLabel = "COLUMN",
            description = {"标签列：值相同即为同一实体", "column of which equal values mean the same entity"})
    String truth = "";

    @Option(
            names = "--levels",
            description = {"同时列出学到的各级 m、u 与权重", "also print what was learned of each level"})
    boolean levels;

    LinkEvaluateCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        // labelled data has nothing to do with the installation's data folder, whose option has the same name
        Settings settings = new PlaceOptions().settings(desk);
        List<Path> files = data.stream().map(desk.workingFolder()::resolve).toList();
        Evaluation found = desk.rooms()
                .linkage(settings, desk.clock().instant())
                .evaluate(desk.workingFolder().resolve(spec), files, truth);
        desk.print(String.format(
                Locale.ROOT,
                "记录 %d，应为同一的 %d 对；分块得到 %d 对，其中同一的 %d 对；先验 %.3g",
                found.records(),
                found.truePairs(),
                found.blockedPairs(),
                found.blockedTruePairs(),
                found.prior()));
        if (levels) {
            found.levels().forEach(l -> desk.print(level(l)));
        }
        desk.print("权重不低于\t对\t错\t漏\t查准率\t查全率\tF1");
        shown(found.points()).forEach(p -> desk.print(point(p)));
        desk.print("最佳\t" + point(found.best()));
        return 0;
    }

    private static String level(LearnedLevel l) {
        return String.format(
                Locale.ROOT, "%s\t%s\tm=%.5f\tu=%.7f\t%+.2f", l.comparison(), l.level(), l.m(), l.u(), l.weight());
    }

    private static String point(Point p) {
        return String.format(
                Locale.ROOT,
                "%.2f\t%d\t%d\t%d\t%.4f\t%.4f\t%.4f",
                p.weight(),
                p.right(),
                p.wrong(),
                p.missed(),
                p.precision(),
                p.recall(),
                p.f1());
    }

    /** At each whole multiple of some bits the last point above it: about twenty lines, however many thresholds. */
    private static List<Point> shown(List<Point> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        double span = points.get(0).weight() - points.get(points.size() - 1).weight();
        double step = Math.max(1, Math.ceil(span / POINTS));
        List<Point> shown = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean isLast = i == points.size() - 1;
            if (isLast
                    || Math.floor(points.get(i).weight() / step)
                            != Math.floor(points.get(i + 1).weight() / step)) {
                shown.add(points.get(i));
            }
        }
        return shown;
    }
}
