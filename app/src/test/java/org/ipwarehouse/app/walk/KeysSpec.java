package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.samples.any.AnyExport;
import org.ipwarehouse.samples.any.PersonNumbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation's keys by the commands: shown, rotated, everything sealed anew, one row looked at. */
class KeysSpec {
    private static final String PHONE = PersonNumbers.mobile(4_711);

    private Installation installation;
    private String sha256 = "";

    @BeforeEach
    void takeOneComplaintIn(@TempDir Path place) throws IOException {
        installation = new Installation(Installation.HOME, place.resolve("data"));
        Contracts contracts = Contracts.load(Installation.HOME);
        Contract complaints = contracts.source("S04").orElseThrow();
        AnyExport export = AnyExport.of(complaints, contracts.codeLists(), java.time.LocalDate.of(2026, 9, 30));
        String text = String.join(",", export.header()) + "\n"
                + String.join(",", export.row(1, new HashMap<>(Map.of("complainant", "马建国", "phone", PHONE)))) + "\n";
        Path file = Files.writeString(place.resolve("S04_2026年09月.csv"), text, StandardCharsets.UTF_8);
        Answer answer = installation.ipw("ingest", file.toString(), "--json");
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out()).contains("\"accepted\":1");
        sha256 = answer.out().replaceAll("(?s).*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    }

    @Test
    void a_new_key_opens_what_the_old_one_sealed_and_then_seals_it_itself() {
        assertThat(standings()).containsExactly("现行 1 1");
        assertThat(installation.ipw("keys", "rotate").code()).isZero();
        assertThat(standings()).containsExactlyInAnyOrder("旧 1 1", "现行 0 0");
        assertThat(reveal().out()).contains("phone\t" + PHONE);

        Answer resealed = installation.ipw("keys", "reseal");
        assertThat(resealed.out()).contains("受控层 1 行，归档原件 1 个");
        assertThat(standings()).containsExactlyInAnyOrder("旧 0 0", "现行 1 1");
        assertThat(installation.ipw("keys", "reseal").out()).contains("受控层 0 行，归档原件 0 个");
        assertThat(reveal().out()).contains("phone\t" + PHONE);
    }

    /** Standing, rows and originals of each sealing key. */
    private List<String> standings() {
        Answer status = installation.ipw("keys", "status");
        assertThat(status.code()).as(status.err()).isZero();
        return status.lines().stream()
                .filter(line -> line.startsWith("加密"))
                .map(line -> line.strip().split("\\s+"))
                .map(cells -> cells[2] + " " + cells[3] + " " + cells[4])
                .toList();
    }

    private Answer reveal() {
        return installation.ipw("reveal", sha256.substring(0, 8), "-", "2", "--reason", "核对投诉人马建国" + PHONE);
    }

    @Test
    void whoever_looks_at_a_row_is_noted_with_the_reason_and_without_the_values() throws IOException {
        assertThat(reveal().out()).contains("complainant\t马建国");
        String audit = Files.readString(installation.data().resolve("logs/audit.jsonl"));
        assertThat(audit)
                .contains("\"action\":\"reveal\"", sha256, "\"row\":2", "\"phone\"", "\"reason\":\"核对投诉人马＊＊")
                .contains("\"who\":\"" + System.getProperty("user.name") + "\"")
                .doesNotContain(PHONE)
                .doesNotContain("马建国");
    }

    @Test
    void a_row_without_reason_or_without_values_is_not_shown() {
        assertThat(installation.ipw("reveal", sha256, "-", "2").code()).isEqualTo(2);
        assertThat(installation.ipw("reveal", sha256, "-", "2", "--reason", " ").code())
                .isEqualTo(2);
        Answer none = installation.ipw("reveal", sha256, "-", "99", "--reason", "核对");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("受控层中没有");
        assertThat(installation.data().resolve("logs/audit.jsonl")).doesNotExist();
    }
}
