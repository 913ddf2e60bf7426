package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contract that ships is valid by the official JSON schema of ODCS v3.1.0; a wrong one is refused by its line. */
class OdcsSchemaSpec {
    private static final Path HOME = Path.of("..");
    private static final Path S27 = HOME.resolve("etl/contracts/S27-party_register.yaml");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> contracts() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("etl/contracts"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void every_contract_keeps_the_standard(Path file) {
        Mistakes mistakes = new Mistakes();
        ContractReader reader = new ContractReader(file, new CodeLists(java.util.Map.of()), new Mistakes());
        OdcsSchema.check(java.util.Objects.requireNonNull(reader.root()), "file", mistakes);
        assertThat(mistakes.all()).isEmpty();
    }

    @Test
    void the_installation_is_in_order() {
        Contracts contracts = Contracts.load(HOME);
        ContractCheck.Outcome outcome = ContractCheck.installed(HOME);
        assertThat(outcome.mistakes()).isEmpty();
        assertThat(outcome.contracts()).isEqualTo(contracts.all().size());
        assertThat(outcome.fields())
                .isEqualTo(contracts.all().stream()
                        .mapToInt(c -> c.fields().size())
                        .sum());
        assertThat(outcome.lists()).isEqualTo(contracts.codeLists().names().size());
    }

    /** The text to find, what is written in its place, how many lines below the mistake stands, what is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "status: active; state: active; 0; 不认识的键 state，标准在此处没有；自有内容请写进 customProperties",
                "kind: DataContract; kind: Contract; 0; kind 的值不在标准允许的范围，应为 DataContract",
                "required: true; required: maybe; 0; required 应是true 或 false",
                "maxLength: 200; maxLength: long; 0; maxLength 应是整数",
                "logicalType: date; logicalType: day; 0; logicalType 的值不在标准允许的范围，应为 string、date、timestamp",
                "dueDay; dueDay: [1]; 0; 不是合法的 YAML",
            })
    void a_breach_of_the_standard_is_told_once_with_file_line_and_remedy(
            String text, String other, int below, String said) throws IOException {
        String before = Files.readString(S27);
        int at = before.indexOf(text);
        int line = (int) before.substring(0, at).chars().filter(c -> c == '\n').count() + 1 + below;
        Path file = write(before.substring(0, at) + other + before.substring(at + text.length()));

        List<String> mistakes = ContractCheck.of(HOME, List.of(file)).mistakes();

        assertThat(mistakes)
                .anySatisfy(
                        m -> assertThat(m).startsWith(file + ":" + line + ": ").contains(said));
        assertThat(mistakes.stream().filter(m -> m.startsWith(file + ":" + line + ":")))
                .hasSize(1);
    }

    @Test
    void what_the_standard_allows_and_our_reader_does_not_is_told_too() throws IOException {
        Path file = write(Files.readString(S27).replace("value: snapshot", "value: replace"));
        ContractCheck.Outcome outcome = ContractCheck.of(HOME, List.of(file));
        assertThat(outcome.mistakes()).singleElement().asString().contains("updateSemantics 应为");
        assertThat(outcome.contracts()).isZero();
    }

    @Test
    void a_draft_may_not_take_the_source_of_an_installed_contract() throws IOException {
        Path file = folder.resolve("S27-party_list.yaml");
        Files.writeString(file, Files.readString(S27).replace("clean.party_register", "clean.party_list"));
        assertThat(ContractCheck.of(HOME, List.of(file)).mistakes())
                .singleElement()
                .asString()
                .contains("来源 S27 已由 etl/contracts/S27-party_list.yaml 约定");
    }

    @Test
    void a_draft_brings_its_own_code_lists() throws IOException {
        Path file = write(Files.readString(S27).replace("value: registration_status", "value: register_states"));
        assertThat(ContractCheck.of(HOME, List.of(file)).mistakes())
                .singleElement()
                .asString()
                .contains("没有码表 etl/codelists/register_states.csv");
        Files.writeString(
                folder.resolve("register_states.csv"),
                "code,label,aliases,valid_from,valid_to,confidence,note\n存续,存续,,,,guess,\n");
        assertThat(ContractCheck.of(HOME, List.of(file)).mistakes()).isEmpty();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("S27-party_register.yaml"), text);
    }
}
