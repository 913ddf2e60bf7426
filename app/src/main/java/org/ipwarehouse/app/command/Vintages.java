package org.ipwarehouse.app.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ipwarehouse.app.AppErrors;

/** The builds of a lake, as an operator names them. */
final class Vintages {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final List<Instant> builds;

    /** @param builds ascending */
    Vintages(List<Instant> builds) {
        this.builds = List.copyOf(builds);
    }

    /** What can be compared, the newest first. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = builds.size() - 1; i >= 0; i--) {
            lines.add(shown(builds.get(i))
                    + (i == builds.size() - 1 ? "  last" : i == builds.size() - 2 ? "  previous" : ""));
        }
        return lines.isEmpty() ? List.of("还没有构建过指标，没有可比较的时点。") : lines;
    }

    private static String shown(Instant moment) {
        return SHOWN.format(moment.atZone(BUSINESS));
    }

    /** The moment that a word means: what was known then. */
    Instant at(String word) {
        if (word.equals("last") || word.equals("previous")) {
            int back = word.equals("last") ? 1 : 2;
            if (builds.size() < back) {
                throw AppErrors.unknown("时点", word, lines());
            }
            return builds.get(builds.size() - back);
        }
        try {
            return word.length() == 10
                    ? LocalDate.parse(word)
                            .plusDays(1)
                            .atStartOfDay(BUSINESS)
                            .toInstant()
                            .minusNanos(1)
                    : endOfSecond(LocalDateTime.parse(word.replace(' ', 'T')));
        } catch (DateTimeParseException notAMoment) {
            throw AppErrors.unknown("时点", word, lines());
        }
    }

    /** A moment is shown in whole seconds: the build of that second is meant. */
    private static Instant endOfSecond(LocalDateTime moment) {
        return moment.atZone(BUSINESS).toInstant().plusSeconds(1).minusNanos(1);
    }
}
