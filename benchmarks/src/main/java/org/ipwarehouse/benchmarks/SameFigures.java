package org.ipwarehouse.benchmarks;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.warehouse.Warehouses;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Warehouse;

/** Compares every figure by month, township and type of both sides, one by one. */
final class SameFigures {
    private static final String BREAKDOWN = "work_type";
    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);

    private SameFigures() {}

    /** @throws IllegalStateException where any figure differs or stands on one side only */
    static void check(LakeSettings settings, Path results) throws IOException, SQLException {
        Map<String, BigDecimal> theirs = theirs(results);
        long compared = theirs.size();
        Warehouse door = Warehouses.door(settings);
        List<Period> months = door.periods().stream()
                .filter(period ->
                        period.months().size() == 1 && period.toString().matches("\\d{4}-\\d{2}"))
                .toList();
        for (Figure figure : door.figures(new FigureQuery(Set.of(), months, Set.of(), BREAKDOWN))) {
            BigDecimal value = figure.value();
            if (value != null && value.signum() != 0 && !figure.region().equals(OurSide.DISTRICT)) {
                String cell = String.join(
                        " ",
                        figure.indicator().toString(),
                        figure.period().toString(),
                        figure.region().value(),
                        figure.dimensionValue());
                BigDecimal other = theirs.remove(cell);
                if (other == null || other.compareTo(plain(figure.indicator().toString(), value)) != 0) {
                    throw new IllegalStateException("Differs: " + cell + ": ours " + value + ", DuckDB's " + other);
                }
            }
        }
        if (!theirs.isEmpty()) {
            throw new IllegalStateException("We lack " + theirs.size() + " figures, for example "
                    + theirs.keySet().iterator().next());
        }
        Child.say("compared", compared);
    }

    /** Amounts of money are figures in 万元. */
    private static BigDecimal plain(String indicator, BigDecimal value) {
        boolean isMoney = Set.of("ZZ15", "ZZ16", "ZZ17").contains(indicator);
        return isMoney ? value.multiply(YUAN_PER_WAN) : value;
    }

    private static Map<String, BigDecimal> theirs(Path results) throws IOException, SQLException {
        Map<String, BigDecimal> figures = new HashMap<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement ask = duck.createStatement();
                ResultSet rows = ask.executeQuery(Sql.text("duck_lines.sql", Map.of("results", results.toString())))) {
            while (rows.next()) {
                String cell =
                        String.join(" ", rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4));
                figures.put(cell, rows.getBigDecimal(5));
            }
        }
        return figures;
    }
}
