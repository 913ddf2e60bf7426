package org.ipwarehouse.app.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerFormsSpec {

    @Test
    void json_keeps_order_writes_decimals_plainly_and_escapes_what_must_be() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("b", new BigDecimal("1.240E+3"));
        object.put("a", List.of("x\"y", Map.of("n", 3L)));
        object.put("t", true);

        assertThat(Json.line(object)).isEqualTo("{\"b\":1240,\"a\":[\"x\\\"y\",{\"n\":3}],\"t\":true}");
    }

    @Test
    void csv_quotes_only_cells_that_need_it() {
        assertThat(Csv.line(List.of("XZ01", "a,b", "say \"x\"", ""))).isEqualTo("XZ01,\"a,b\",\"say \"\"x\"\"\",");
    }

    @Test
    void a_chinese_character_takes_two_cells_of_a_table() {
        List<String> lines = new TextTable(List.of("名称", "n"))
                .row(List.of("滨河镇", "1"))
                .row(List.of("ab", "2"))
                .lines();

        // 滨河镇 is six cells wide, the gap two: the second column stands in cell 9 of each line
        assertThat(lines).containsExactly("名称    n", "滨河镇  1", "ab      2");
    }
}
