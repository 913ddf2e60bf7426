package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ExtraNotesSpec {
    @Test
    void nothing_noted_is_an_empty_text() {
        assertThat(new ExtraNotes().json()).isEmpty();
    }

    @Test
    void each_kind_of_note_has_its_member_and_texts_are_escaped() {
        ExtraNotes notes = new ExtraNotes();
        notes.column("备\"忘\"", "第1行\n第2行");
        notes.column("科室", "一科");
        notes.date("filing_date", LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 31), "month");
        notes.estimated("fine_yuan");
        notes.estimated("fine_yuan");
        notes.hidden();
        assertThat(notes.json())
                .isEqualTo("{\"columns\":{\"备\\\"忘\\\"\":\"第1行\\n第2行\",\"科室\":\"一科\"},"
                        + "\"dates\":{\"filing_date\":{\"from\":\"2024-03-01\",\"to\":\"2024-03-31\",\"precision\":\"month\"}},"
                        + "\"estimated\":[\"fine_yuan\"],\"hidden\":true}");
    }
}
