package org.ipwarehouse.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.review.ReviewWorkbook;
import org.ipwarehouse.warehouse.api.Linkage;
import org.ipwarehouse.warehouse.api.Linkage.Candidate;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes candidates into a workbook, or takes a person's conclusions out of it. */
@Command(
        name = "review",
        description = {
            "导出可能为同一主体的候选（--out），或收回填好的结论（--in … --by 姓名）；结论只增不改，下次建库生效。",
            "Exports candidates, or takes the reviewer's conclusions back; they hold from the next build on."
        })
final class LinkReviewCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {"写出的工作簿（.xlsx）", "workbook to write"})
    @Nullable
    Path out;

    @Option(
            names = "--in",
            paramLabel = "FILE",
            description = {"填好结论的工作簿（.xlsx）", "workbook with conclusions"})
    @Nullable
    Path in;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description = {"作出结论的人", "who decided"})
    String by = "";

    LinkReviewCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if ((out == null) == (in == null)) {
            throw AppErrors.usage("请写 --out 文件，或 --in 文件 --by 姓名，二者取一。");
        }
        Settings settings = place.settings(desk);
        Instant now = desk.clock().instant();
        Linkage linkage = desk.rooms().linkage(settings, now);
        if (out != null) {
            List<Candidate> open = linkage.open();
            Path file = desk.workingFolder().resolve(out);
            boolean synthetic = desk.read(settings).holdsSyntheticData();
            ReviewWorkbook.write(file, open, synthetic ? Desk.SYNTHETIC : "");
            desk.print("写出候选 " + open.size() + " 对：" + file);
            return 0;
        }
        return take(linkage, now);
    }

    private int take(Linkage linkage, Instant now) {
        Path file = desk.workingFolder().resolve(String.valueOf(in));
        if (by.isBlank()) {
            throw AppErrors.usage("--by 须写明作出结论的人。");
        }
        if (!Files.isRegularFile(file)) {
            throw AppErrors.noSuchFile(file, "工作簿");
        }
        List<Decision> decisions = ReviewWorkbook.read(file, by.strip(), now);
        long kept = linkage.decide(decisions);
        desk.print("收到结论 " + decisions.size() + " 对：同一 " + count(decisions, Verdict.SAME) + "，不同 "
                + count(decisions, Verdict.DIFFERENT) + "，待定 " + count(decisions, Verdict.UNDECIDED) + "；新记 " + kept
                + " 对，运行 ipw build 后生效。");
        return 0;
    }

    private static long count(List<Decision> decisions, Verdict verdict) {
        return decisions.stream().filter(d -> d.verdict() == verdict).count();
    }
}
