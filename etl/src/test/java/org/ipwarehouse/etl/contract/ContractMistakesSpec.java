package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.warehouse.api.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each mistake is written into a copy of the real files; the message must name the file and the very line. */
class ContractMistakesSpec {
    private static final String S27 = "S27-party_register.yaml";
    private static final String CUSTOM = "\ncustomProperties:\n";

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void copy_the_real_files() throws IOException {
        for (String folder : List.of("etl/contracts", "etl/codelists")) {
            Files.createDirectories(home.resolve(folder));
            try (Stream<Path> files = Files.list(Path.of("..").resolve(folder))) {
                for (Path file : files.toList()) {
                    Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void an_untouched_copy_is_understood() {
        assertThat(Contracts.load(home).all())
                .hasSameSizeAs(Contracts.load(Path.of("..")).all());
    }

    @Test
    void an_unknown_key_is_named_with_its_line() throws IOException {
        int line = replace(S27, "status: active", "state: active");
        assertThat(mistakes()).contains("etl/contracts/" + S27 + ":" + line + ": 不认识的键 state");
    }

    @Test
    void an_unknown_type_is_named_with_its_line() throws IOException {
        int line = replace(S27, "logicalType: date", "logicalType: day");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 不认识的类型 day");
    }

    @Test
    void a_field_that_stands_twice_is_named() throws IOException {
        int line = replace(S27, "- name: old_no", "- name: uscc");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 字段 uscc 写了两次");
    }

    @Test
    void a_key_that_names_no_field_is_named() throws IOException {
        int line = replace(S27, "value: [uscc]", "value: [uscc_code]");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 自然键中的 uscc_code 不是字段");
    }

    @Test
    void a_missing_code_list_is_named() throws IOException {
        int line = replace(S27, "value: registration_status", "value: registration_state");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 没有码表 etl/codelists/registration_state.csv");
    }

    @Test
    void a_bad_rule_and_a_rule_that_names_no_field_are_named() throws IOException {
        int line = replace(S27, "\"from=addr\"", "\"from=address\", telepathy");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 不认识的规则 telepathy").contains("from=address 不是字段");
    }

    @Test
    void a_rule_that_names_a_field_of_another_type_or_no_number_of_digits_is_named() throws IOException {
        int line = replace(S27, "\"from=addr\"", "\"from=addr\", digits=many");
        assertThat(mistakes()).contains(S27 + ":" + line + ": digits 应写作 digits=8 的形式，1至20位：digits=many");
        replace(S27, "digits=many", "\"party=est_date\", \"old_number=nowhere\"");
        assertThat(mistakes()).contains("的规则 party=est_date 不是文本字段").contains("的规则 old_number=nowhere 不是文本字段");
    }

    @Test
    void a_bad_date_order_is_named() throws IOException {
        int line = replace(S27, "\"est_date<=end_date\"", "\"est_date<=name\"");
        // the mistake is of the list, which begins on this line
        assertThat(mistakes()).contains(S27 + ":" + line + ": name 不是日期字段");
    }

    @Test
    void a_header_that_leads_to_two_fields_is_named() throws IOException {
        replace(S27, "businessName: 登记状态", "businessName: 住所");
        assertThat(mistakes()).contains("列名“住所”同时属于 addr 和 status");
    }

    @Test
    void a_personal_class_that_is_not_known_is_named() throws IOException {
        int line = replace(S27, "classification: personal", "classification: private");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 不认识的分级 private");
    }

    @Test
    void an_update_that_is_not_known_is_named() throws IOException {
        int line = replace(S27, "value: snapshot", "value: replace");
        assertThat(mistakes()).contains(S27 + ":" + line + ": updateSemantics 应为 append、cumulative、snapshot、upsert 之一");
    }

    @Test
    void cumulative_totals_need_a_period_in_the_key_and_numbers_to_difference() throws IOException {
        int line = replace(S27, "value: snapshot", "value: cumulative");
        assertThat(mistakes()).contains(S27 + ":" + line + ": 累计数须写 cumulative");
        int at = replace(S27, CUSTOM, CUSTOM + property("cumulative", "{within: month, period: est_date}"));
        assertThat(mistakes())
                .contains(S27 + ":" + (at + 3) + ": within 应为 year 之一")
                .contains(S27 + ":" + (at + 3) + ": period est_date 须是自然键中带 period 规则的字段")
                .contains(S27 + ":" + (at + 3) + ": 没有写明 measure 的数值字段");
    }

    @Test
    void a_year_of_totals_belongs_to_cumulative_sources_only() throws IOException {
        int at = replace(S27, CUSTOM, CUSTOM + property("cumulative", "{within: year, period: est_date}"));
        assertThat(mistakes()).contains(S27 + ":" + (at + 3) + ": 只有 updateSemantics: cumulative 才写 cumulative");
    }

    @Test
    void a_reversal_names_a_coded_field_and_its_codes() throws IOException {
        int at = replace(S27, CUSTOM, CUSTOM + property("reversal", "{field: status, values: [撤销, 撤案]}"));
        assertThat(mistakes()).contains(S27 + ":" + (at + 3) + ": “撤案”不是码表 registration_status 的代码");
        replace(S27, "field: status", "field: name");
        assertThat(mistakes()).contains(S27 + ":" + (at + 3) + ": reversal 的字段 name 须是带码表、不含个人信息的字段");
        replace(S27, "field: name, values: [撤销, 撤案]", "field: status");
        assertThat(mistakes()).contains(S27 + ":" + (at + 3) + ": reversal 须写明 values");
    }

    @Test
    void a_sharing_class_that_is_not_known_is_named() throws IOException {
        int line = replace(S27, "value: 无条件共享", "value: 随便");
        assertThat(mistakes()).contains(S27 + ":" + line + ": sharingClass 应为 ");
    }

    @Test
    void free_text_is_text_and_a_length_is_a_positive_number() throws IOException {
        int at = replace(S27, "value: 元", "value: 元\n          - property: freeText\n            value: true");
        int line = replace(S27, "maxLength: 200", "maxLength: 0");
        assertThat(mistakes())
                .contains(S27 + ":" + (at + 2) + ": freeText 只用于文本字段")
                .contains(S27 + ":" + line + ": maxLength 应为正整数");
    }

    @Test
    void two_contracts_for_one_source_are_named() throws IOException {
        Path folder = home.resolve("etl/contracts");
        String text = Files.readString(folder.resolve(S27)).replace("clean.party_register", "clean.party_list");
        Files.writeString(folder.resolve("S27-party_list.yaml"), text);
        assertThat(mistakes()).contains("来源 S27 已由 etl/contracts/S27-party_list.yaml 约定");
    }

    @Test
    void broken_yaml_is_named_with_its_line() throws IOException {
        int line = replace(S27, "kind: DataContract", "kind: [DataContract");
        String found = mistakes();
        assertThat(found).contains(S27 + ":").contains("不是合法的 YAML");
        // the bracket is missed where the next key begins
        assertThat(found).contains(S27 + ":" + (line + 1) + ":");
    }

    @Test
    void all_mistakes_of_all_files_are_told_at_once() throws IOException {
        replace(S27, "required: true", "required: maybe");
        replace("S02-penalty_case.yaml", "kind: DataContract", "kind: Contract");
        append("codelists/intents.csv", "故意,又一个故意,,,,guess,\n");
        append("codelists/stages.csv", "新环节,新环节,,2026-31-01,,guess,\n");
        assertThat(mistakes())
                .contains("有4处不能理解")
                .contains("S27-party_register.yaml")
                .contains("S02-penalty_case.yaml")
                // header, 4 codes, then the new line
                .contains("etl/codelists/intents.csv:6: “故意”已属于 故意")
                .contains("etl/codelists/stages.csv:8: 不是日期：2026-31-01");
    }

    @Test
    void a_reason_code_that_the_judge_needs_must_not_vanish() throws IOException {
        Path file = home.resolve("etl/codelists/reason_codes.csv");
        List<String> kept = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("DATE_ORDER,"))
                .toList();
        Files.write(file, kept);
        assertThat(mistakes()).contains("缺少原因代码 DATE_ORDER");
    }

    @Test
    void it_is_the_operator_who_can_mend_it() throws IOException {
        replace(S27, "logicalType: date", "logicalType: day");
        assertThat(fault().category()).isEqualTo(Fault.Category.OPERATOR);
    }

    /** A custom property of the contract; its value stands three lines below the line before {@link #CUSTOM}. */
    private static String property(String name, String value) {
        return "  - property: " + name + "\n    value: " + value + "\n";
    }

    private Fault fault() {
        return catchThrowableOfType(Fault.class, () -> Contracts.load(home));
    }

    private String mistakes() {
        return String.valueOf(fault().getMessage());
    }

    /** Replaces the first such text and says on which line it stood. */
    private int replace(String contract, String text, String other) throws IOException {
        Path file = home.resolve("etl/contracts").resolve(contract);
        String before = Files.readString(file, StandardCharsets.UTF_8);
        int at = before.indexOf(text);
        assertThat(at).as(text).isNotNegative();
        Files.writeString(file, before.substring(0, at) + other + before.substring(at + text.length()));
        return (int) before.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private void append(String file, String line) throws IOException {
        Path path = home.resolve("etl").resolve(file);
        Files.writeString(path, Files.readString(path) + line);
    }
}
