package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConjunctionSpec {
    @Test
    void a_conjunction_falls_into_its_parts() {
        assertThat(Conjunction.of("is_ip_case and is_penalty AND stage is null"))
                .containsExactly("is_ip_case", "is_penalty", "stage is null");
    }

    @Test
    void what_stands_in_parentheses_or_quotes_stays_together() {
        assertThat(Conjunction.of("(a and b) and name = 'x and y'")).containsExactly("(a and b)", "name = 'x and y'");
    }

    @Test
    void the_and_of_between_belongs_to_it() {
        assertThat(Conjunction.of("fine between 1 and 5 and is_penalty"))
                .containsExactly("fine between 1 and 5", "is_penalty");
    }

    @Test
    void a_disjunction_is_one_condition() {
        assertThat(Conjunction.of("a and b or c")).containsExactly("a and b or c");
    }

    @Test
    void what_a_case_asks_belongs_to_it() {
        assertThat(Conjunction.of("case when a and b then c else d end and e"))
                .containsExactly("case when a and b then c else d end and e");
    }
}
