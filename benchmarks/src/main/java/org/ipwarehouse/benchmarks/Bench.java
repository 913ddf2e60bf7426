package org.ipwarehouse.benchmarks;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.warehouse.api.Period;

/** Starts a measure, or in a child process one side of it. */
public final class Bench {

    private static final Set<String> MEASURES = Set.of("intake", "indicators", "xlsx", "corpus", "writers", "publish");

    private Bench() {}

    /** @param args name of the measure or role, then its own arguments */
    public static void main(String[] args) throws Exception {
        List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "intake" -> IntakeMeasure.of(Options.parse(rest)).run();
            case "xlsx" -> XlsxMeasure.of(Options.parse(rest)).run();
            case "corpus" -> CorpusMeasure.of(Options.parse(rest)).run();
            case "writers-truth" -> new WritersTruth(home(), Path.of(rest.get(0))).write();
            case "writers" -> new WritersMeasure(home(), Path.of(rest.get(0))).run();
            case "indicators" -> IndicatorsMeasure.of(Options.parse(rest)).run();
            case "publish" -> PublishMeasure.of(Options.parse(rest)).run();
            case "publish-start" -> publish(rest).start();
            case "publish-figures" -> publish(rest).figures();
            case "publish-rows" -> publish(rest).rows();
            case "publish-site" -> publish(rest).site(Path.of(rest.get(3)));
            case "publish-bundle" -> publish(rest).bundle();
            case "publish-both" -> publish(rest).both(Path.of(rest.get(3)));
            case "indicators-draw" -> indicators(rest).draw(Long.parseLong(rest.get(2)));
            case "indicators-ours" -> indicators(rest).full();
            case "indicators-late" -> indicators(rest).late();
            case "indicators-duck" -> indicators(rest).duck(Path.of(rest.get(2)), false);
            case "indicators-duck-late" -> indicators(rest).duck(Path.of(rest.get(2)), true);
            case "ours" -> ours(rest);
            case "store" -> new OurSide(Path.of(rest.get(0)), Path.of(rest.get(1))).store(Path.of(rest.get(2)));
            case "store-each" ->
                new OurSide(Path.of(rest.get(0)), Path.of(rest.get(1)))
                        .storeEach(rest.subList(2, rest.size()).stream()
                                .map(Path::of)
                                .toList());
            case "judge" -> new OurSide(Path.of(rest.get(0)), Path.of(rest.get(1))).judge(Path.of(rest.get(2)));
            case "read-current" -> CurrentRead.run(new OurSide(Path.of(rest.get(0)), Path.of(rest.get(1))).settings());
            case "duck" -> new DuckSide(Path.of(rest.get(0))).run(Path.of(rest.get(1)), Charset.forName(rest.get(2)));
            case "duck-stored" ->
                new DuckSide(Path.of(rest.get(0))).store(Path.of(rest.get(1)), Charset.forName(rest.get(2)));
            case "same" ->
                SameFigures.check(
                        new OurSide(Path.of(rest.get(0)), Path.of(rest.get(1))).settings(), Path.of(rest.get(2)));
            case "workbook" -> WorkbookSide.run(rest.get(0), Path.of(rest.get(1)));
            default ->
                throw new IllegalArgumentException("Measures: intake, indicators, xlsx, corpus, writers, publish");
        }
        if (!MEASURES.contains(args[0])) {
            Child.sayCost("");
        }
        System.exit(0);
    }

    private static Path home() {
        return Path.of(System.getProperty("ipw.home", "."));
    }

    private static PublishSide publish(List<String> args) {
        return new PublishSide(Path.of(args.get(0)), Path.of(args.get(1)), Period.parse(args.get(2)));
    }

    private static IndicatorSide indicators(List<String> args) {
        return new IndicatorSide(Path.of(args.get(0)), Path.of(args.get(1)));
    }

    private static void ours(List<String> args) throws Exception {
        OurSide side = new OurSide(Path.of(args.get(0)), Path.of(args.get(1)));
        side.store(Path.of(args.get(2)));
        side.build();
    }
}
