package org.ipwarehouse.reports.twin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;

/**
 * An indicator of the twin: its passport and the recipe of its numbers.
 *
 * @param base how many a month in the first year
 * @param growth share added a year
 * @param rate of a ratio, 0 for others
 */
record TwinIndicator(Passport passport, boolean byTownship, boolean byType, double base, double growth, double rate) {

    static List<TwinIndicator> all() {
        return lines("indicators.csv").stream().map(TwinIndicator::parse).toList();
    }

    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TwinIndicator.class.getResourceAsStream("/twin/" + resource)),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TwinIndicator parse(String line) {
        String[] c = line.split("\\|", -1);
        List<String> scope = words(c[7]);
        Passport passport = new Passport(
                new IndicatorId(c[0]),
                c[1],
                c[2],
                c[14],
                c[14],
                c[13],
                c[3],
                Integer.parseInt(c[4]),
                RoundingMode.HALF_UP,
                Passport.Kind.valueOf(c[5]),
                c[6],
                scope.stream().filter(s -> !s.equals("district")).toList(),
                words(c[8]),
                words(c[9]).stream().map(Integer::valueOf).toList(),
                words(c[10]),
                words(c[11]),
                "",
                "likely",
                1,
                c[12],
                "month");
        return new TwinIndicator(
                passport,
                scope.contains("township"),
                scope.contains("ip_type"),
                Double.parseDouble(c[15]),
                Double.parseDouble(c[16]),
                c[17].isEmpty() ? 0 : Double.parseDouble(c[17]));
    }

    static List<String> words(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }

    boolean isAmount() {
        return passport.kind() == Passport.Kind.AMOUNT;
    }

    BigDecimal exact(double value) {
        return BigDecimal.valueOf(value).setScale(isAmount() ? 4 : 0, RoundingMode.FLOOR);
    }
}
