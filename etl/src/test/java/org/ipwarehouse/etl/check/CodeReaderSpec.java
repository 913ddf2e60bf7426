package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeList;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.junit.jupiter.api.Test;

class CodeReaderSpec {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);
    private static final Field SOURCE = Contracts.load(Path.of("..")).all().stream()
            .filter(contract -> contract.source().equals("S02"))
            .findFirst()
            .flatMap(contract -> contract.field("case_source"))
            .orElseThrow();

    private static Reading<String> read(String cell, String... codes) {
        List<CodeEntry> entries = Stream.of(codes)
                .map(code -> new CodeEntry(code, "第" + code + "类", List.of(), null, null, Map.of()))
                .toList();
        return new CodeReader(SOURCE, new CodeList("classes", entries)).read(cell, DAY);
    }

    @Test
    void D49_zeros_that_a_spreadsheet_left_away_come_back_where_the_list_knows_one_such_code_only() {
        assertThat(read("9", "01", "09", "35")).isEqualTo(Reading.repaired("09", "D49"));
        assertThat(read("35", "01", "09", "35")).isEqualTo(Reading.of("35"));
        // 09 or 009: nobody can say
        assertThat(read("9", "09", "009").problem()).isEqualTo(Problem.ENUM_UNKNOWN);
        assertThat(read("8", "01", "09").problem()).isEqualTo(Problem.ENUM_UNKNOWN);
    }
}
