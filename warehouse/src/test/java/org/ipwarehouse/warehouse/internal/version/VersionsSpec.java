package org.ipwarehouse.warehouse.internal.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.ipwarehouse.warehouse.api.Updating;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Drawing;
import org.junit.jupiter.api.Test;

class VersionsSpec {
    private static final String SEEN = "row_key string, content_hash string, as_of date, submission string";
    private final Bench bench = new Bench();
    private final Versions versions = new Versions(bench.spark(), new BigDecimal("50"));

    private Dataset<Row> drawn(String drawing, String columns) {
        return bench.spark().sql(Drawing.select(drawing, columns));
    }

    private static List<String> lines(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).collectAsList().stream()
                .map(row -> String.join(
                        " ",
                        Arrays.stream(columns)
                                .map(c -> String.valueOf(row.getAs(c).toString()))
                                .toList()))
                .sorted()
                .toList();
    }

    private Versions.Known register() {
        // 甲 changes in February; 乙 is gone in February and back, the same, in March; 丙 comes in February, and is not in
        // March's
        // report, which has a quarantined row that may be 丙
        return new Versions.Known(
                drawn("""
                        row_key | content_hash | name
                        --------+--------------+------
                        a       | a1           | 甲
                        a       | a2           | 甲新
                        b       | b1           | 乙
                        c       | c1           | 丙
                        """, "row_key string, content_hash string, name string"),
                drawn("""
                        row_key | content_hash | as_of      | submission
                        --------+--------------+------------+-----------
                        a       | a1           | 2026-01-31 | s1
                        b       | b1           | 2026-01-31 | s1
                        a       | a2           | 2026-02-28 | s2
                        c       | c1           | 2026-02-28 | s2
                        a       | a2           | 2026-03-31 | s3
                        b       | b1           | 2026-03-31 | s3
                        """, SEEN),
                drawn("""
                        as_of      | quarantined
                        -----------+------------
                        2026-01-31 | 0
                        2026-02-28 | 0
                        2026-03-31 | 1
                        """, "as_of date, quarantined bigint"));
    }

    @Test
    void a_register_that_is_sent_whole_becomes_a_slowly_changing_dimension() {
        Updating whole = new Updating("snapshot", List.of("row_key"), List.of(), "", "", List.of());
        Dataset<Row> history = versions.history(whole, register())
                .selectExpr(
                        "name",
                        "cast(valid_from as string) f",
                        "coalesce(cast(valid_to as string), '—') t",
                        "coalesce(ended_by, '—') e",
                        "coalesce(cast(ended_surely as string), '—') s");
        assertThat(lines(history, "name", "f", "t", "e", "s"))
                .containsExactlyInAnyOrder(
                        "甲 2026-01-31 2026-02-28 superseded true",
                        "甲新 2026-02-28 — — —",
                        "乙 2026-01-31 2026-02-28 absent true",
                        "乙 2026-03-31 — — —",
                        "丙 2026-02-28 2026-03-31 absent false");
    }

    @Test
    void a_register_that_sent_only_its_changes_for_once_loses_nobody() {
        // 一月全量四户；二月只报一户的变更（1 ＜ 4 的一半）：谁也没有退出；三月全量三户（3 ≥ 2）没有丁：丁自三月起退出，不自二月起
        Versions.Known known = new Versions.Known(
                drawn("""
                        row_key | content_hash | name
                        --------+--------------+------
                        a       | a1           | 甲
                        a       | a2           | 甲新
                        b       | b1           | 乙
                        c       | c1           | 丙
                        d       | d1           | 丁
                        """, "row_key string, content_hash string, name string"),
                drawn("""
                        row_key | content_hash | as_of      | submission
                        --------+--------------+------------+-----------
                        a       | a1           | 2026-01-31 | s1
                        b       | b1           | 2026-01-31 | s1
                        c       | c1           | 2026-01-31 | s1
                        d       | d1           | 2026-01-31 | s1
                        a       | a2           | 2026-02-28 | s2
                        a       | a2           | 2026-03-31 | s3
                        b       | b1           | 2026-03-31 | s3
                        c       | c1           | 2026-03-31 | s3
                        """, SEEN),
                drawn("""
                        as_of      | quarantined
                        -----------+------------
                        2026-01-31 | 0
                        2026-02-28 | 0
                        2026-03-31 | 0
                        """, "as_of date, quarantined bigint"));
        Updating whole = new Updating("snapshot", List.of("row_key"), List.of(), "", "", List.of());
        Dataset<Row> history = versions.history(whole, known)
                .selectExpr(
                        "name",
                        "cast(valid_from as string) f",
                        "coalesce(cast(valid_to as string), '—') t",
                        "coalesce(ended_by, '—') e");
        assertThat(lines(history, "name", "f", "t", "e"))
                .containsExactlyInAnyOrder(
                        "甲 2026-01-31 2026-02-28 superseded",
                        "甲新 2026-02-28 — —",
                        "乙 2026-01-31 — —",
                        "丙 2026-01-31 — —",
                        "丁 2026-01-31 2026-03-31 absent");
    }

    @Test
    void a_row_that_a_partial_report_does_not_repeat_still_holds() {
        Dataset<Row> history = versions.history(Updating.upsert(List.of("row_key")), register())
                .selectExpr("name", "cast(valid_from as string) f", "coalesce(cast(valid_to as string), '—') t");
        assertThat(lines(history, "name", "f", "t"))
                .containsExactlyInAnyOrder(
                        "甲 2026-01-31 2026-02-28", "甲新 2026-02-28 —", "乙 2026-01-31 —", "丙 2026-02-28 —");
    }

    @Test
    void D58_of_totals_since_the_new_year_each_quarter_gets_its_own_share() {
        // 2026: 10, then 25, then 24 (one taken back), so 10, 15, -1; 2027 begins anew. Q2 was first reported as 20.
        Versions.Known totals = new Versions.Known(
                drawn("""
                        row_key | content_hash | unit | period | cases
                        --------+--------------+------+--------+------
                        q1      | 1            | U17  | 2026Q1 | 10
                        q2      | 2            | U17  | 2026Q2 | 20
                        q2      | 2b           | U17  | 2026Q2 | 25
                        q3      | 3            | U17  | 2026Q3 | 24
                        n1      | 4            | U17  | 2027Q1 | 7
                        """, "row_key string, content_hash string, unit string, period string, cases bigint"),
                drawn("""
                        row_key | content_hash | as_of      | submission
                        --------+--------------+------------+-----------
                        q1      | 1            | 2026-03-31 | s1
                        q2      | 2            | 2026-06-30 | s2
                        q2      | 2b           | 2026-09-30 | s3
                        q3      | 3            | 2026-09-30 | s3
                        n1      | 4            | 2027-03-31 | s4
                        """, SEEN),
                drawn("as_of | quarantined\n------+------\n2026-03-31 | 0\n", "as_of date, quarantined bigint"));
        Updating cumulative =
                new Updating("cumulative", List.of("unit", "period"), List.of("cases"), "period", "", List.of());
        assertThat(lines(versions.difference(cumulative, totals), "period", "cases", "cases_own", "is_corrected"))
                .containsExactly("2026Q1 10 10 false", "2026Q2 25 15 false", "2026Q3 24 -1 true", "2027Q1 7 7 false");
    }

    @Test
    void of_yearly_totals_that_are_reported_again_and_again_each_report_gets_its_own_share() {
        Versions.Known totals = new Versions.Known(
                drawn("""
                        row_key | content_hash | unit | fiscal | spent
                        --------+--------------+------+--------+------
                        k       | 1            | U02  | 2026   | 30
                        k       | 2            | U02  | 2026   | 50
                        """, "row_key string, content_hash string, unit string, fiscal string, spent bigint"),
                drawn("""
                        row_key | content_hash | as_of      | submission
                        --------+--------------+------------+-----------
                        k       | 1            | 2026-03-31 | s1
                        k       | 2            | 2026-06-30 | s2
                        """, SEEN),
                drawn("as_of | quarantined\n------+------\n2026-03-31 | 0\n", "as_of date, quarantined bigint"));
        Updating cumulative =
                new Updating("cumulative", List.of("unit", "fiscal"), List.of("spent"), "fiscal", "", List.of());
        Dataset<Row> shares =
                versions.difference(cumulative, totals).selectExpr("cast(moment as string) moment", "spent_own");
        assertThat(lines(shares, "moment", "spent_own")).containsExactly("2026-03-31 30", "2026-06-30 20");
    }

    /** Spending of January to March 30, to June 50: 20 of its own; equipment has no totals; a new year begins anew. */
    @Test
    void totals_of_a_year_and_its_month_are_ordered_by_the_month_and_begin_anew_each_year() {
        Versions.Known totals = new Versions.Known(
                drawn(
                        """
                        row_key | content_hash | org | year | month | account | equip  | spent
                        --------+--------------+-----+------+-------+---------+--------+------
                        a       | 1            | U12 | 2026 | 3     | 20114   |        | 30
                        b       | 1            | U12 | 2026 | 6     | 20114   |        | 50
                        c       | 1            | U12 | 2027 | 3     | 20114   |        | 8
                        d       | 1            | U12 | 2026 | 6     |         | camera |
                        """,
                        "row_key string, content_hash string, org string, year bigint, month bigint, account string, equip string, spent bigint"),
                drawn("""
                        row_key | content_hash | as_of      | submission
                        --------+--------------+------------+-----------
                        a       | 1            | 2026-07-10 | s1
                        b       | 1            | 2026-07-10 | s1
                        c       | 1            | 2027-04-10 | s2
                        d       | 1            | 2026-07-10 | s1
                        """, SEEN),
                drawn("as_of | quarantined\n------+------\n2026-07-10 | 0\n", "as_of date, quarantined bigint"));
        Updating cumulative = new Updating(
                "cumulative",
                List.of("org", "year", "month", "account|equip"),
                List.of("spent"),
                "year+month",
                "",
                List.of());
        Dataset<Row> shares = versions.difference(cumulative, totals)
                .where("account is not null")
                .selectExpr("cast(moment as string) moment", "year", "spent_own");
        assertThat(lines(shares, "moment", "year", "spent_own"))
                .containsExactly("2026-03-31 2026 30", "2026-06-30 2026 20", "2027-03-31 2027 8");
    }

    @Test
    void a_reversed_row_no_longer_counts_and_one_without_a_state_does() {
        Updating reversal =
                new Updating("upsert", List.of("case_no"), List.of(), "", "close_type", List.of("撤案", "撤销"));
        Dataset<Row> current = drawn("""
                case_no | close_type
                --------+-----------
                P1      | 处罚
                P2      | 撤案
                P3      |
                """, "case_no string, close_type string");
        assertThat(lines(versions.effective(reversal, current), "case_no")).containsExactly("P1", "P3");
    }
}
