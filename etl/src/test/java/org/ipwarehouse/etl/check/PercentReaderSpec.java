package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.ipwarehouse.etl.contract.Field;
import org.junit.jupiter.api.Test;

/** A growth of 180 percent: the workbook stores 1.8 and shows 180%; as a bare number it is more than a ratio can be. */
class PercentReaderSpec {
    private static final Field SHARE =
            Desk.CONTRACTS.source("S26").orElseThrow().field("self_pct").orElseThrow();

    @Test
    void a_cell_with_the_format_of_a_percentage_is_always_a_ratio() {
        PercentReader reader = new PercentReader(SHARE);
        assertThat(reader.ratio("1.8").value()).isEqualTo(new BigDecimal("180.0"));
        assertThat(reader.ratio("1.8").repairs()).isEqualTo("D44");
        assertThat(reader.read("1.8").value()).isEqualTo(new BigDecimal("1.8"));
        assertThat(reader.ratio("0.008").value()).isEqualTo(new BigDecimal("0.8"));
    }

    @Test
    void what_is_no_number_stays_none() {
        assertThat(new PercentReader(SHARE).read("约%").value()).isNull();
    }
}
