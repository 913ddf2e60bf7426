package org.ipwarehouse.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings;
import org.ipwarehouse.app.wiring.Rooms.SampleOrder;
import org.ipwarehouse.samples.SampleRequest;
import org.ipwarehouse.samples.SampleRequest.Format;
import org.ipwarehouse.samples.SampleRequest.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes synthetic exports. */
@Command(
        name = "sample",
        description = {
            "生成演示数据：按合同合成的部门导出文件，并在旁边写出真实答案（manifest.json）。",
            "Writes synthetic exports by contract, with the true answer beside them (manifest.json)."
        })
final class SampleCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = {"写到哪个目录", "where to write"})
    Path out = Path.of("");

    @Option(
            names = "--rows",
            paramLabel = "N",
            required = true,
            description = {"总行数，1000 至 100000000", "rows in all"})
    long rows;

    @Option(
            names = "--seed",
            paramLabel = "S",
            required = true,
            description = {"随机种子：同样的种子得到同样的文件", "the same seed gives the same files"})
    long seed;

    @Option(
            names = "--defects",
            paramLabel = "RATE",
            description = {"有问题的行的比例，默认 0.01", "share of rows with a defect"})
    double defects = 0.01;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {"文件格式：csv、xlsx，或 mixed（各部门的习惯，默认）", "csv, xlsx or mixed (the default)"})
    String format = "mixed";

    @Option(
            names = "--source",
            paramLabel = "SOURCE",
            split = ",",
            description = {
                "只做这些来源，如 S02 或 S01,S02；默认九个随行数增长的来源；all 连同手工小台账",
                "only these sources; the nine that grow by default; all: the small registers too"
            })
    List<String> sources = new ArrayList<>();

    @Option(
            names = "--single-file",
            description = {"每个来源只写一个文件（最终状态，用于量性能）", "one file for each source, to measure with"})
    boolean singleFile;

    SampleCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Settings settings = place.settings(desk);
        Path folder = desk.workingFolder().resolve(out).normalize();
        try (Stopping stopping = Stopping.onSignal()) {
            desk.rooms().sample(settings, order(folder), new WorkLine(desk, stopping).steps("生成"));
        }
        desk.print(folder.toString());
        return 0;
    }

    private Format kind() {
        for (Format known : Format.values()) {
            if (known.name().equalsIgnoreCase(format)) {
                return known;
            }
        }
        throw AppErrors.unknown("文件格式", format, List.of("csv", "xlsx", "mixed"));
    }

    private SampleOrder order(Path folder) {
        try {
            Layout layout = singleFile ? Layout.SINGLE_FILE : Layout.MONTHLY;
            Set<String> chosen = sources.equals(List.of("all")) ? SampleRequest.everySource() : Set.copyOf(sources);
            return new SampleOrder(folder, rows, seed, defects, kind(), chosen, layout);
        } catch (IllegalArgumentException outOfRange) {
            throw AppErrors.usage(String.valueOf(outOfRange.getMessage()));
        }
    }
}
