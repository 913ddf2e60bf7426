package org.ipwarehouse.warehouse.internal.reference;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Target;

/** The targets of {@code targets.csv}: for one indicator, no day has two. */
public final class Targets {
    private Targets() {}

    /**
     * @param reference the folder of the reference files; without the file there are no targets
     * @return by indicator and first day
     */
    public static List<Target> load(Path reference) {
        Path file = reference.resolve("targets.csv");
        List<Target> targets = new ArrayList<>();
        if (Files.exists(file)) {
            for (CsvFile.Line line : CsvFile.read(file).rows()) {
                Target target = target(file, line);
                if (targets.stream().anyMatch(other -> overlap(other, target))) {
                    throw DefinitionErrors.wrong(
                            file,
                            line.number(),
                            target.indicator() + " 自 " + target.from() + " 起的目标与另一行的日期重叠",
                            "请改正 valid_from、valid_to。");
                }
                targets.add(target);
            }
        }
        targets.sort(Comparator.comparing(Target::indicator).thenComparing(Target::from));
        return List.copyOf(targets);
    }

    private static Target target(Path file, CsvFile.Line line) {
        try {
            return new Target(
                    new IndicatorId(line.text("indicator")),
                    LocalDate.parse(line.text("valid_from")),
                    line.isBlank("valid_to") ? null : LocalDate.parse(line.text("valid_to")),
                    new BigDecimal(line.text("target")),
                    line.text("basis"),
                    line.text("confidence"));
        } catch (DateTimeException | IllegalArgumentException mistake) {
            throw DefinitionErrors.wrong(
                    file, line.number(), "目标写得不对", "代码如 JB07，日期如 2026-03-31，止日不早于起日，目标是十进制数。", mistake);
        }
    }

    private static boolean overlap(Target a, Target b) {
        return a.indicator().equals(b.indicator()) && (holdsOn(a, b.from()) || holdsOn(b, a.from()));
    }

    private static boolean holdsOn(Target target, LocalDate day) {
        LocalDate through = target.through();
        return !day.isBefore(target.from()) && (through == null || !day.isAfter(through));
    }
}
