package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;

/**
 * A whole passport: what readers see, and how it is computed.
 *
 * @param numerator summed; {@code denominator} empty where the indicator is no ratio
 * @param factor by which the quotient or sum is multiplied: 100 for a rate, 0.0001 from 元 to 万元
 * @param regions whether townships have figures of their own
 * @param dimensions by name
 * @param blocked rows that forbid the figure of any period in which they start, because a rule is not configured
 * @param disclosures shares of the counted rows that a footnote must state
 * @param smallBase least base of a percentage
 * @param evidence columns that show why a row counts
 * @param keyFields columns that a counted row must have filled, or the figure is less to be trusted
 * @param leastSample how many rows each side of a ratio must have, or there is no figure; 0 where any number will do
 * @param disclosureClass public, aggregated or internal; "" where the disclosure policy's default holds
 */
public record Definition(
        Passport passport,
        List<Term> numerator,
        List<Term> denominator,
        BigDecimal factor,
        Regions regions,
        Map<String, Dimension> dimensions,
        List<Term> blocked,
        List<Disclosure> disclosures,
        BigDecimal smallBase,
        List<String> evidence,
        Frequency frequency,
        List<String> keyFields,
        int leastSample,
        String disclosureClass) {

    /** For which regions an indicator has figures. */
    public enum Regions {
        DISTRICT,
        TOWNSHIPS
    }

    /** The finest period that has figures. */
    public enum Frequency {
        MONTH,
        QUARTER,
        /** Years, and what has come since the new year at the end of each quarter (年，季报累计). */
        YEAR;

        /** Whether figures are made for a period. */
        boolean admits(Period period) {
            int last = period.last().getMonthValue();
            return switch (this) {
                case MONTH -> true;
                case QUARTER -> period.kind() != Period.Kind.MONTH && last % 3 == 0;
                case YEAR ->
                    period.kind() == Period.Kind.YEAR || (period.kind() == Period.Kind.TO_DATE && last % 3 == 0);
            };
        }
    }

    /**
     * @param column of the fact
     * @param many whether the column holds several values joined by ';', of which each counts once
     */
    public record Dimension(String name, String column, boolean many) {}

    /** @param text what the footnote calls the rows */
    public record Disclosure(String text, String when) {}

    public Definition {
        numerator = List.copyOf(numerator);
        denominator = List.copyOf(denominator);
        blocked = List.copyOf(blocked);
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions));
        disclosures = List.copyOf(disclosures);
        evidence = List.copyOf(evidence);
        keyFields = List.copyOf(keyFields);
    }

    public boolean isRatio() {
        return !denominator.isEmpty();
    }

    /** The terms whose rows the figure stands on: the denominator of a ratio, else the numerator. */
    List<Term> base() {
        return isRatio() ? denominator : numerator;
    }

    /** All facts it reads. */
    public Set<TableName> facts() {
        Set<TableName> facts = new TreeSet<>();
        numerator.forEach(t -> facts.add(t.fact()));
        denominator.forEach(t -> facts.add(t.fact()));
        return facts;
    }
}
