package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Updating;
import org.junit.jupiter.api.Test;

class ContractsSpec {
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));

    @Test
    void the_contracts_of_the_first_release_keep_their_tables() {
        assertThat(CONTRACTS.all().stream().map(c -> c.source() + " " + c.table()))
                .contains(
                        "S01 clean.penalty_publication",
                        "S02 clean.penalty_case",
                        "S04 clean.complaint",
                        "S05 clean.report",
                        "S06 clean.court_case",
                        "S13 clean.trace_batch",
                        "S15 clean.gi_user",
                        "S26 clean.task_report",
                        "S27 clean.party_register");
    }

    @Test
    void keys_are_those_of_the_architecture() {
        assertThat(contract("S01").key()).containsExactly("decision_no", "authority_uscc|authority", "uscc|party_name");
        assertThat(contract("S02").key()).containsExactly("case_no");
        assertThat(contract("S15").key()).containsExactly("gi_name", "uscc", "issue_date");
        assertThat(contract("S26").key()).containsExactly("task_no", "org", "period", "mech_id");
        assertThat(contract("S27").update()).isEqualTo("snapshot");
    }

    @Test
    void a_personal_field_is_stored_as_a_token_only() {
        List<String> columns =
                contract("S04").shape().columns().stream().map(c -> c.name()).toList();
        assertThat(columns).contains("complainant_token", "phone_token", "complainant_id_token");
        assertThat(columns).doesNotContain("complainant", "phone", "complainant_id");
    }

    @Test
    void the_double_publicity_form_sends_wan_yuan_and_the_table_keeps_yuan() {
        Field fine = contract("S01").field("fine_yuan").orElseThrow();
        assertThat(fine.type()).isEqualTo(ColumnType.DECIMAL);
        assertThat(fine.scale()).isEqualTo(2);
        assertThat(fine.unit()).isEqualTo("元");
        assertThat(fine.parameter(FieldRule.SENT_UNIT)).isEqualTo("万元");
        assertThat(fine.aliases()).contains("CF_NR_FK", "罚款金额");
    }

    @Test
    void the_length_of_a_text_and_whether_it_is_free_are_kept() {
        Field facts = contract("S01").field("facts").orElseThrow();
        assertThat(facts.maxLength()).isEqualTo(5000);
        assertThat(facts.freeText()).isTrue();
        Field uscc = contract("S01").field("uscc").orElseThrow();
        assertThat(uscc.maxLength()).isEqualTo(18);
        assertThat(uscc.freeText()).isFalse();
        assertThat(contract("S01").field("decision_date").orElseThrow().maxLength())
                .isZero();
        assertThat(contract("S13").field("area_mu").orElseThrow().measure()).isEqualTo("亩");
    }

    @Test
    void the_warehouse_learns_how_rows_follow_one_another_in_the_names_of_its_columns() {
        Updating penalties = contract("S01").profile().updating();
        assertThat(penalties.semantics()).isEqualTo("upsert");
        assertThat(penalties.key()).containsExactly("decision_no", "authority_uscc|authority", "uscc|party_name");
        assertThat(penalties.reversedBy()).isEqualTo("repair_status");
        assertThat(penalties.reversedValues()).containsExactly("已修复", "撤销公示");
        // numbers with a measure are totals only where the source is cumulative
        assertThat(contract("S13").profile().updating().measures()).isEmpty();
        assertThat(contract("S27").profile().updating())
                .isEqualTo(new Updating("snapshot", List.of("uscc"), List.of(), "", "", List.of()));
    }

    @Test
    void code_lists_know_labels_aliases_and_their_days() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        CodeLists lists = CONTRACTS.codeLists();
        assertThat(code(lists, "ip_right_types", "注册商标", day)).isEqualTo("TM");
        assertThat(code(lists, "violation_types", "假冒专利", day)).isEqualTo("V10");
        assertThat(code(lists, "units", "沙坡头区市场监管分局", day)).isEqualTo("U17");
        assertThat(code(lists, "units", "滨河镇", day)).isEqualTo("U18-100");
        assertThat(code(lists, "complaint_results", "调解成功", day)).isEqualTo("达成协议");
        String abroad = "为境外窃取、刺探、收买、非法提供商业秘密罪";
        assertThat(lists.require("causes").find(abroad, LocalDate.of(2021, 3, 1)))
                .isPresent();
        assertThat(lists.require("causes").find(abroad, LocalDate.of(2021, 2, 28)))
                .isEmpty();
        assertThat(lists.require("violation_types")
                        .find("V24", day)
                        .orElseThrow()
                        .attribute("counts_as_ip_case"))
                .isEqualTo("0");
    }

    @Test
    void every_reason_says_what_it_means_and_how_to_correct_it() {
        assertThat(CONTRACTS.codeLists().reasons().all()).isNotEmpty().allSatisfy(reason -> {
            assertThat(reason.what()).endsWith("。");
            assertThat(reason.how()).endsWith("。");
            assertThat(reason.example()).isNotBlank();
        });
    }

    private static Contract contract(String source) {
        return CONTRACTS.source(source).orElseThrow();
    }

    private static String code(CodeLists lists, String list, String text, LocalDate day) {
        return lists.require(list).find(text, day).orElseThrow().code();
    }
}
