package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.ipwarehouse.warehouse.internal.reference.Regions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Of whom an amount is: fines of drawn parties, divided by hand. */
class ContributorsSpec {
    /** 甲 U1 在滨河镇一家占九成；文昌镇五家各二万；九月 U2 在滨河镇再罚 4.5 万；U6 撤案没有罚款，不是贡献者。 */
    private static final String CASES = """
            case_no | uscc | township  | violation | filing_date | decision_date | close_type | fine_yuan
            --------+------+-----------+-----------+-------------+---------------+------------+----------
            a1      | U1   | 640502100 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 60000.00
            a2      | U1   | 640502100 | V01       | 2025-07-01  | 2025-08-11    | 处罚       | 30000.00
            a3      | U2   | 640502100 | V01       | 2025-07-01  | 2025-08-12    | 处罚       | 5000.00
            a4      | U3   | 640502100 | V01       | 2025-07-01  | 2025-08-13    | 处罚       | 5000.00
            b1      | U1   | 640502101 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 20000.00
            b2      | U2   | 640502101 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 20000.00
            b3      | U3   | 640502101 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 20000.00
            b4      | U4   | 640502101 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 20000.00
            b5      | U5   | 640502101 | V01       | 2025-07-01  | 2025-08-10    | 处罚       | 20000.00
            c1      | U2   | 640502100 | V01       | 2025-07-01  | 2025-09-10    | 处罚       | 45000.00
            d1      | U6   | 640502100 | V01       | 2025-07-01  | 2025-08-10    | 撤案       |
            """;

    /**
     * 滨河镇八月：U1 9 万、U2 0.5、U3 0.5，共 10 万。文昌镇：五家各 2 万。全区八月：U1 11、U2 2.5、U3 2.5、U4 2、U5 2，共 20 万；三季度
     * U2 2.5 + 4.5 = 7，共 24.5 万；九月只有 U2 一家。
     */
    private static final String EXPECTED = """
            period  | region    | contributors | amount | largest | second
            --------+-----------+--------------+--------+---------+-------
            2025-08 | 640502100 | 3            | 100000 | 90000   | 5000
            2025-08 | 640502101 | 5            | 100000 | 20000   | 20000
            2025-08 | 640502    | 5            | 200000 | 110000  | 25000
            2025Q3  | 640502    | 5            | 245000 | 110000  | 70000
            2025-09 | 640502    | 1            | 45000  | 45000   | 0
            """;

    private static List<Contributed> bySpark = List.of();
    private static List<Contributed> here = List.of();

    @BeforeAll
    static void count() {
        Bench bench = new Bench();
        bench.given("penalty_case", CASES);
        bySpark = counted(bench, Summing.BY_SPARK);
        here = counted(bench, Summing.HERE);
    }

    private static List<Contributed> counted(Bench bench, Summing summing) {
        Definition fines =
                Passports.load(Bench.HOME).find(new IndicatorId("XZ04")).orElseThrow();
        Indicators.Scope scope = new Indicators.Scope(
                Regions.codes(Bench.HOME, Bench.DISTRICT),
                YearMonth.of(2025, 1),
                YearMonth.of(2025, 12),
                Trust.load(Bench.HOME));
        List<Contributed> contributed = new ArrayList<>();
        new Indicators(List.of(fines), scope, summing)
                .figures(
                        fact -> bench.rows(fact.toString()),
                        new Indicators.Reports(Bench.sources(), List.of()),
                        figures -> {},
                        contributed::addAll);
        return contributed;
    }

    @Test
    void each_party_counts_once_in_a_period_with_all_that_it_was_fined() {
        List<Map<String, String>> expected = Drawing.rows(EXPECTED);
        for (Map<String, String> row : expected) {
            assertThat(shown(row)).isEqualTo(new TreeMap<>(row));
        }
    }

    private static Map<String, String> shown(Map<String, String> row) {
        Contributed found = bySpark.stream()
                .filter(c -> c.dimension().isEmpty() && !c.isDenominator())
                .filter(c -> c.period().toString().equals(row.get("period")))
                .filter(c -> c.region().equals(row.get("region")))
                .findFirst()
                .orElseThrow();
        return new TreeMap<>(Map.of(
                "period", found.period().toString(),
                "region", found.region(),
                "contributors", String.valueOf(found.dominance().contributors()),
                "amount", String.valueOf(Math.round(found.dominance().sum())),
                "largest", String.valueOf(Math.round(found.dominance().largest())),
                "second", String.valueOf(Math.round(found.dominance().second()))));
    }

    @Test
    void it_does_not_matter_where_the_parties_are_brought_together() {
        assertThat(here).isNotEmpty().containsExactlyInAnyOrderElementsOf(bySpark);
    }

    /** Of two amounts that are added the largest may be the same one: 9 + 4 of 15, and not 9. */
    @Test
    void of_two_amounts_that_are_added_the_worst_is_taken() {
        Dominance some = new Dominance(3, 10, 9, 0.5);
        Dominance more = new Dominance(2, 5, 4, 1);
        assertThat(some.plus(more)).isEqualTo(new Dominance(3, 15, 13, 1.5));
    }

    /** {9, 0.5, 0.5} and {4, 1} of others: five, the largest 9 and 4. */
    @Test
    void contributors_who_were_counted_apart_are_counted_together() {
        Dominance some = new Dominance(3, 10, 9, 0.5);
        Dominance others = new Dominance(2, 5, 4, 1);
        assertThat(some.withOthers(others)).isEqualTo(new Dominance(5, 15, 9, 4));
        assertThat(others.withOthers(some)).isEqualTo(some.withOthers(others));
    }

    @Test
    void what_is_stored_is_read_back() {
        assertThat(bySpark).allSatisfy(c -> assertThat(Contributed.of(c.row())).isEqualTo(c));
    }
}
