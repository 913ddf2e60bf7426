package org.ipwarehouse.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;

/**
 * When each file came: one to eight days after the time it covers and by the day its contract asks for, now and then
 * some days after that day. Drawn apart from the rows, so that no row depends on it.
 */
final class Arrivals {
    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_DAYS = 8;
    private static final int LATE_PER_MILLE = 40;
    private static final int LATE_DAYS = 12;
    /** Offices send between 08:30 and 17:30. */
    private static final int OPENS = 8 * 60 + 30;

    private static final int OPEN_MINUTES = 9 * 60;

    private final long seed;
    private final Map<String, Contract> contracts;

    Arrivals(long seed, Map<String, Contract> contracts) {
        this.seed = seed;
        this.contracts = contracts;
    }

    /** @param last the last month that the file covers */
    Instant of(String source, int last) {
        Dice dice = new Dice().at(Dice.stream(seed, source + "-arrival"), last);
        int due = Objects.requireNonNull(contracts.get(source), source).dueDay();
        int days = dice.chance(LATE_PER_MILLE)
                ? due + dice.between(1, LATE_DAYS)
                : dice.between(1, Math.min(USUAL_DAYS, due));
        return LocalDate.ofEpochDay(Months.end(last) + days)
                .atStartOfDay(HERE)
                .plusMinutes(OPENS + dice.below(OPEN_MINUTES))
                .toInstant();
    }
}
