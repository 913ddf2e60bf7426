package org.ipwarehouse.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.answer.RevisionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.Release;
import org.ipwarehouse.warehouse.api.Revised;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is known of an edition, and what it says otherwise than the one before. */
@Command(
        name = "show",
        description = {"查看一个版次：谁在何时做了什么、文件与摘要、比上一版修订了什么。", "Shows an edition and its revisions."})
final class ReleaseShowCommand implements Callable<Integer> {
    private static final int LISTED = 20;

    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            index = "0",
            paramLabel = "RELEASE",
            description = {"版次", "edition"})
    String id = "";

    ReleaseShowCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Release release = Edition.known(door, id);
        List<String> lines = new ArrayList<>();
        lines.add(release.id() + "  " + release.period().labelZh() + "  "
                + release.state().labelZh() + (release.isSynthetic() ? "  演示数据" : ""));
        release.steps()
                .forEach(step -> lines.add(step.state().labelZh() + "  " + step.by() + "  " + Edition.shown(step.at())
                        + (step.reason().isEmpty() ? "" : "  " + step.reason())));
        lines.add("数据时点  " + Edition.shown(release.vintage()) + "  数字 " + release.figures() + " 个  SHA-256 "
                + release.figureDigest());
        release.documents().forEach(d -> lines.add(d.sha256() + "  " + d.name()));
        lines.addAll(revisions(door));
        desk.answer(door, lines);
        return 0;
    }

    private List<String> revisions(Warehouse door) {
        List<Revised> revised = door.revisedIn(id);
        List<String> lines = new ArrayList<>();
        lines.add(revised.isEmpty() ? "与上一版相比没有修订。" : "比 " + revised.get(0).since() + " 修订 " + revised.size() + " 个数：");
        RevisionAnswer answer = new RevisionAnswer(door.indicators(), FiguresCommand.regionNames(door));
        lines.addAll(
                revised.isEmpty()
                        ? List.of()
                        : answer.lines(revised.stream().map(Revised::revision).toList(), LISTED));
        return lines;
    }
}
