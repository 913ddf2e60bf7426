package org.ipwarehouse.warehouse.internal.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Passport;
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
        List<String> evidence) {

    /** For which regions an indicator has figures. */
    public enum Regions {
        DISTRICT,
        TOWNSHIPS
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
        dimensions = Map.copyOf(dimensions);
        disclosures = List.copyOf(disclosures);
        evidence = List.copyOf(evidence);
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
