package org.ipwarehouse.warehouse.internal.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.Model;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFileSpec {
    private static final String RULE = """
            warning: W50
            name_zh: '试'
            name_en: 'Try'
            version: 1
            meaning: '试'
            level: '红'
            owner: U17
            handle_days: 5
            raise_within_days: 30
            model: W50.sql
            evidence: [case_no]
            pitfall: '无'
            confidence: 'guess'
            """;

    @TempDir
    Path home;

    private Rule read(String yaml) throws IOException {
        Path folder = Files.createDirectories(home.resolve("warehouse/warnings"));
        Files.writeString(folder.resolve("W50.yaml"), yaml);
        Files.writeString(folder.resolve("W50.sql"), "select 1 from fact.penalty_case -- fact.complaint");
        return Rules.load(home).all().get(0);
    }

    private void refused(String yaml, String... parts) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(Fault.class).hasMessageContainingAll(parts);
    }

    @Test
    void a_rule_knows_the_tables_that_its_select_reads() throws IOException {
        assertThat(read(RULE).cases().reads()).extracting(Object::toString).containsExactly("fact.penalty_case");
    }

    @Test
    void a_mistake_is_refused_with_file_and_line() {
        refused(RULE.replace("level: '红'", "level: '橙'"), "W50.yaml:6", "橙");
        refused(RULE.replace("W50\n", "W51\n"), "W50.yaml:1", "W51");
        refused(RULE.replace("handle_days: 5", "handle_days: 0"), "W50.yaml:8", "handle_days");
        refused(RULE.replace("model: W50.sql", "model: W52.sql"), "W50.yaml:10", "W52.sql");
        refused(RULE.replace("[case_no]", "[summary]"), "W50.yaml:11", "summary");
        refused(RULE + "colour: x\n", "W50.yaml:14", "colour");
        refused(RULE.replace("owner: U17\n", ""), "owner");
    }

    @Test
    void the_installation_has_the_twelve_rules_and_the_candidates_of_malice() {
        assertThat(Rules.load(Bench.HOME).all())
                .extracting(Rule::code)
                .containsExactly(
                        "W01", "W02", "W03", "W04", "W05", "W06", "W07", "W08", "W09", "W10", "W11", "W12", "W13");
    }

    @Test
    void every_dated_parameter_is_asked_for_and_every_one_that_is_asked_for_is_there() {
        List<CsvFile.Line> lines = CsvFile.read(Bench.HOME.resolve("warehouse/reference/warning_parameters.csv"))
                .rows();
        Set<String> held = lines.stream()
                .map(line -> line.text("rule") + " " + line.text("name"))
                .collect(Collectors.toSet());
        Pattern asked = Pattern.compile("name = '([a-z_]+)'");
        Set<String> wanted = Rules.load(Bench.HOME).all().stream()
                .flatMap(rule -> rule.models().stream()
                        .map(Model::sql)
                        .flatMap(sql -> asked.matcher(sql).results().map(m -> rule.code() + " " + m.group(1))))
                .collect(Collectors.toSet());
        assertThat(wanted).isEqualTo(held);
        assertThat(lines).allSatisfy(line -> assertThat(line.text("valid_from")).matches("\\d{4}-\\d{2}-\\d{2}"));
    }
}
