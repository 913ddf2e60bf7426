package org.ipwarehouse.warehouse.internal.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConditionsSpec {
    @Test
    void a_conjunction_falls_into_its_parts() {
        assertThat(Conditions.of("is_ip_case and is_penalty AND stage is null"))
                .containsExactly("is_ip_case", "is_penalty", "stage is null");
    }

    @Test
    void what_stands_in_parentheses_or_quotes_stays_together() {
        assertThat(Conditions.of("(a and b) and name = 'x and y'")).containsExactly("(a and b)", "name = 'x and y'");
    }

    @Test
    void the_and_of_between_belongs_to_it() {
        assertThat(Conditions.of("fine between 1 and 5 and is_penalty"))
                .containsExactly("fine between 1 and 5", "is_penalty");
    }

    @Test
    void a_disjunction_is_one_condition() {
        assertThat(Conditions.of("a and b or c")).containsExactly("a and b or c");
    }
}
