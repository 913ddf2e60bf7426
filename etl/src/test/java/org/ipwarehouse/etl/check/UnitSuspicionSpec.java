package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The column's history: fines of 1,000 to 200,000 元 in steps of 1,000, 200 of them. */
class UnitSuspicionSpec {
    private static final List<BigDecimal> FINES = IntStream.rangeClosed(1, 200)
            .mapToObj(n -> BigDecimal.valueOf(n * 1000L))
            .toList();

    /** Of 200 values the 2nd (1 % of 200) is 2,000, the 198th (99 %) 198,000. Noughts are no amounts. */
    @Test
    void percentiles_are_those_of_the_nearest_rank() {
        assertThat(UsualAmount.of(FINES))
                .isEqualTo(new UsualAmount(BigDecimal.valueOf(2000), BigDecimal.valueOf(198_000), 200));
        assertThat(UsualAmount.of(List.of(BigDecimal.ZERO, BigDecimal.TEN)))
                .isEqualTo(new UsualAmount(BigDecimal.TEN, BigDecimal.TEN, 1));
    }

    /**
     * The limit is 198,000 × 10 = 1,980,000. Beyond it the 10,000th part must lie between 2,000 and 198,000, that is the
     * amount between 20,000,000 and 1,980,000,000. The other limit is 2,000 ÷ 10 = 200. Below it the 10,000-fold must lie
     * between 2,000 and 198,000, that is the amount between 0.2 and 19.8.
     */
    @ParameterizedTest
    @CsvSource({
        "5000,false",
        "1980000,false",
        "1980001,false",
        "19999999,false",
        "20000000,true",
        "50000000,true",
        "1980000000,true",
        "1990000000,false",
        "200,false",
        "199.99,false",
        "19.81,false",
        "19.8,true",
        "0.5,true",
        "0.2,true",
        "0.19,false",
        "0,false"
    })
    void an_amount_is_suspect_where_in_the_other_unit_it_would_be_usual(String sent, boolean suspect) {
        Rows.Memory memory = Desk.good("S02")
                .with("fine_yuan", sent)
                .usual(Map.of("fine_yuan", UsualAmount.of(FINES)))
                .judged();
        assertThat(memory.rejected).hasSize(suspect ? 1 : 0);
        assertThat(memory.rejected).allMatch(r -> r.codes().equals(List.of("AMOUNT_UNIT_SUSPECT@fine_yuan")));
    }

    @Test
    void the_reason_says_what_was_compared() {
        Rows.Rejected row = Desk.good("S02")
                .with("fine_yuan", "5000")
                .unit("fine_yuan", "万元")
                .usual(Map.of("fine_yuan", UsualAmount.of(FINES)))
                .rejected();
        assertThat(row.reasons().get(0).message()).startsWith("罚款：折合50000000.00元，而本列历史上99%不超过198000元。");
    }

    @Test
    void without_history_or_with_too_little_of_it_nothing_is_suspected() {
        assertThat(Desk.good("S02").with("fine_yuan", "50000000").judged().accepted)
                .hasSize(1);
        assertThat(Desk.good("S02")
                        .with("fine_yuan", "50000000")
                        .usual(Map.of("fine_yuan", UsualAmount.of(FINES.subList(0, 99))))
                        .judged()
                        .accepted)
                .hasSize(1);
    }
}
