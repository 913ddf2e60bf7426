package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 29 departmental sources with their 488 fields, field by field against {@code source_fields.csv}. */
class SourcesSpec {
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));

    /** One agreed column: source, the sender's column name, privacy class. */
    private record Agreed(String source, String column, Field.Privacy privacy) {}

    @ParameterizedTest
    @CsvSource({
        "S18, notarisation, no, upsert, 11",
        "S19, mediation, file_no, upsert, 16",
        "S20, rights_assistance, no, upsert, 11",
        "S21, priority_examination, app_no, upsert, 13",
        "S22, overseas_record, kind no, upsert, 16",
        "S23, fast_channel, case_no|expo case_no|from_date, append, 11",
        "S24, capacity_record, org no|kind no|date no|topic, append, 13",
        "S25, budget_equipment, org year month func_code|equip equip|project|func_code, cumulative, 11",
        "S28, filing_check, batch app_no, upsert, 11",
        "S29, oversight_matter, kind no, append, 9"
    })
    void each_source_has_its_table_key_update_and_fields(
            String source, String table, String key, String update, int fields) {
        Contract contract = CONTRACTS.source(source).orElseThrow();
        assertThat(contract.table()).hasToString("clean." + table);
        assertThat(String.join(" ", contract.key())).isEqualTo(key);
        assertThat(contract.update()).isEqualTo(update);
        assertThat(contract.fields()).hasSize(fields);
    }

    @Test
    void spending_is_differenced_within_the_year_by_month() {
        Contract budget = CONTRACTS.source("S25").orElseThrow();
        assertThat(budget.cumulative()).isEqualTo(new Cumulative("year", "year+month"));
        // the initial and the adjusted budget and the equipment in stock are states, not totals
        assertThat(budget.profile().updating().measures()).containsExactly("spent_yuan");
    }

    @Test
    void a_suspicion_that_was_cleared_is_taken_back_by_its_result() {
        assertThat(CONTRACTS.source("S28").orElseThrow().reversal()).isEqualTo(new Reversal("result", List.of("申诉成立")));
    }

    /**
     * 32+42+20+27+19+34+16+17+12+18+14+15+20+10+17+16+11 (S01–S17: 340) + 11+16+11+13+16+11+13+11 (S18–S25: 102) +
     * 14+12+11+9 (S26–S29: 46) = 488.
     */
    @Test
    void there_are_29_sources_with_488_fields() {
        assertThat(CONTRACTS.all().stream().map(Contract::source))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 29)
                        .mapToObj("S%02d"::formatted)
                        .toList());
        assertThat(CONTRACTS.all().stream().mapToInt(c -> c.fields().size()).sum())
                .isEqualTo(488);
    }

    @Test
    void every_agreed_field_is_there_under_its_name_or_the_senders() throws IOException {
        List<Agreed> agreed = agreed();
        assertThat(agreed).hasSize(488);
        assertThat(agreed).allSatisfy(a -> assertThat(fields(a)).as("%s", a).hasSize(1));
    }

    /** Only the number of S24 is kept closer than agreed: where people are reported one by one it is a work number. */
    @Test
    void the_privacy_class_of_every_field_is_the_agreed_one() throws IOException {
        assertThat(agreed().stream()
                        .filter(a -> fields(a).stream().anyMatch(f -> f.privacy() != a.privacy()))
                        .map(a -> a.source() + " " + a.column()))
                .containsExactly("S24 no");
        assertThat(CONTRACTS
                        .source("S24")
                        .orElseThrow()
                        .field("no")
                        .orElseThrow()
                        .privacy())
                .isEqualTo(Field.Privacy.D);
    }

    private static List<Field> fields(Agreed agreed) {
        return CONTRACTS.source(agreed.source()).orElseThrow().fields().stream()
                .filter(f -> f.aliases().get(0).equals(agreed.column()))
                .toList();
    }

    private static List<Agreed> agreed() throws IOException {
        try (InputStream in = Objects.requireNonNull(SourcesSpec.class.getResourceAsStream("/source_fields.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Agreed(cells[0], cells[1], Field.Privacy.valueOf(cells[2])))
                    .toList();
        }
    }
}
