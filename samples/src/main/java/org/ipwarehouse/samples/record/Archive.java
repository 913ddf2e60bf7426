package org.ipwarehouse.samples.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.population.Population;

/** The chronicles of all sources over one population: nine at a size, and small registers beside them. */
public final class Archive {
    private static final double[] EVEN = {1, 0.8, 1.1, 1, 1, 1, 1, 1, 1, 1, 1.1, 1.05};
    private static final double[] CASES = {0.85, 0.7, 1.2, 1.15, 1, 1, 0.9, 0.9, 1.05, 0.95, 1.2, 1.1};
    private static final double[] COMPLAINTS = {1, 0.8, 1.6, 1, 0.95, 1, 0.95, 0.95, 0.95, 1, 1.35, 1.25};
    private static final double[] COURT = {0.9, 0.7, 1.1, 1.1, 1, 1, 0.95, 0.95, 1.05, 0.9, 1.1, 1.25};
    private static final double[] HARVEST = {0.35, 0.3, 0.4, 0.45, 0.55, 1, 1.6, 1.7, 1.5, 2.4, 0.8, 0.4};
    private static final double[] SIGNS = {0.8, 0.6, 0.6, 0.6, 0.7, 1.1, 1.4, 1.4, 1.3, 1.7, 1, 0.8};

    private final Map<String, Chronicle> chronicles = new LinkedHashMap<>();

    /**
     * @param size 1 for the size of a small district: about 20,000 rows in three years
     * @param begun records that begin in the three years, by source, where they differ from what the size asks for
     */
    public Archive(long seed, double size, Map<String, Long> begun, Map<String, Contract> contracts) {
        long register = begun.getOrDefault("S27", scaled(4200, size));
        Population population = new Population(seed, register);
        Setting setting = new Setting(seed, population, contracts);
        Reports reports = new Reports(setting, volume(setting, "S05", begun.getOrDefault("S05", scaled(560, size))));
        PenaltyCases cases = new PenaltyCases(
                setting, volume(setting, "S02", begun.getOrDefault("S02", scaled(520, size))), reports);
        GiUsers users = new GiUsers(
                setting,
                volume(setting, "S15", begun.getOrDefault("S15", scaled(480, size))),
                Math.min(population.growers(), Math.max(6, scaled(60, size))));
        add(new PenaltyPublications(
                setting, volume(setting, "S01", begun.getOrDefault("S01", scaled(700, size))), cases));
        add(cases);
        add(new Complaints(setting, volume(setting, "S04", begun.getOrDefault("S04", scaled(2700, size)))));
        add(reports);
        CourtCases courts =
                new CourtCases(setting, volume(setting, "S06", begun.getOrDefault("S06", scaled(170, size))));
        add(courts);
        TraceBatches batches =
                new TraceBatches(setting, volume(setting, "S13", begun.getOrDefault("S13", scaled(5000, size))), users);
        add(batches);
        add(users);
        add(new TaskReports(setting, (int) Math.min(TaskReports.MOST, Math.max(5, scaled(113, size)))));
        add(new Register(setting, volume(setting, "S27", scaled(700, size))));
        if (contracts.keySet().stream().anyMatch(Rolls.SOURCES::contains)) {
            Rolls rolls = new Rolls(setting, new Relations(cases, courts, batches, setting));
            contracts.keySet().stream()
                    .filter(Rolls.SOURCES::contains)
                    .map(rolls::of)
                    .forEach(this::add);
        }
    }

    private static long scaled(long records, double size) {
        return Math.max(1, Math.round(records * size));
    }

    private static Volume volume(Setting setting, String source, long total) {
        double[] season =
                switch (source) {
                    case "S02", "S05" -> CASES;
                    case "S04" -> COMPLAINTS;
                    case "S06" -> COURT;
                    case "S13" -> HARVEST;
                    case "S15" -> SIGNS;
                    default -> EVEN;
                };
        return new Volume(total, season, 0.12, setting.stream(source + "-volume"));
    }

    private void add(Chronicle chronicle) {
        chronicles.put(chronicle.source(), chronicle);
    }

    public Chronicle of(String source) {
        Chronicle chronicle = chronicles.get(source);
        if (chronicle == null) {
            throw new IllegalArgumentException("No chronicle of " + source);
        }
        return chronicle;
    }

    /** Small registers that are kept by hand and do not grow with the size of the set. */
    public static java.util.List<String> registers() {
        return Rolls.SOURCES;
    }

    /** The sources that grow with the size of the set, in the order of their numbers. */
    public static java.util.List<String> sources() {
        return java.util.List.of("S01", "S02", "S04", "S05", "S06", "S13", "S15", "S26", "S27");
    }
}
