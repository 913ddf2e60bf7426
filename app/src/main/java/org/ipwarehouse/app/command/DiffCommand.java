package org.ipwarehouse.app.command;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.answer.RevisionAnswer;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Revision;
import org.ipwarehouse.warehouse.api.Warehouse;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in which figures two vintages differ, and why. */
@Command(
        name = "diff",
        description = {
            "比较两个时点的数字：新增、消失和改变的，按原因分组，大的在前。不写时点则列出可比较的时点。",
            "Compares the figures of two vintages by cause, largest change first; lists the vintages without arguments."
        })
final class DiffCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Parameters(
            arity = "0..2",
            paramLabel = "VINTAGE",
            description = {
                "时点：日期（当日最后一次）、日期时间、last（最近一次）或 previous（再前一次）；或公报版次",
                "vintage: a date (its last build), a date-time, last or previous; or an edition"
            })
    List<String> vintages = List.of();

    @Option(
            names = "--indicator",
            paramLabel = "CODE",
            split = ",",
            description = {"只比较这些指标", "only these indicators"})
    Set<String> indicators = Set.of();

    @Option(
            names = "--totals",
            description = {"只比较合计，不比较分组", "totals only, no breakdowns"})
    boolean totals;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = {"每种原因最多列出几条（默认 50），0 为全部", "at most N of each cause; 0 for all"})
    int limit = 50;

    @ArgGroup
    FiguresCommand.Form form = new FiguresCommand.Form();

    DiffCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Warehouse door = desk.read(settings);
        Vintages known = new Vintages(door.vintages());
        if (vintages.size() != 2) {
            desk.print(known.lines());
            return vintages.isEmpty() ? 0 : refuse();
        }
        Wording wording = new Wording(door);
        Set<IndicatorId> chosen = indicators.stream()
                .map(wording::indicator)
                .map(Passport::id)
                .collect(java.util.stream.Collectors.toSet());
        EditionPair pair = new EditionPair(door, vintages);
        if (pair.isMixed()) {
            desk.note("版次是对外的数字，时点是内部的数字：只比较版次公布了数值的，“*”不比较。");
        }
        List<Revision> all = pair.isNamed()
                ? pair.revisions(known)
                : door.revisions(known.at(vintages.get(0)), known.at(vintages.get(1)));
        List<Revision> revisions = all.stream()
                .filter(r -> chosen.isEmpty() || chosen.contains(r.figure().indicator()))
                .filter(r -> !totals || r.figure().dimension().isEmpty())
                .toList();
        RevisionAnswer answer = new RevisionAnswer(door.indicators(), FiguresCommand.regionNames(door));
        desk.answer(
                door,
                form.json
                        ? answer.jsonLines(revisions)
                        : form.csv ? answer.csvLines(revisions) : answer.lines(revisions, limit));
        return 0;
    }

    private static Integer refuse() {
        throw AppErrors.usage("请写两个时点，例如 ipw diff previous last。");
    }
}
