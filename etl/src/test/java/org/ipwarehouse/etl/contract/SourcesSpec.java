package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 29 departmental sources with their 488 fields, field by field against {@code source_fields.csv}. */
class SourcesSpec {
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    /** One agreed column: source, the sender's column name, privacy class. */
    private record Agreed(String source, String column, Field.Privacy privacy) {}

    /**
     * Fields counted by hand in the source schemas, first to last ordinal: S03 plan_no to case_no 20, S07 exec_no to
     * dishonest_date 16, S08 case_no to reverse 17, S09 case_no to to_pros 12, S10 transfer_no to appraisal 18, S11
     * clue_no to appraisal_ok 14, S12 name to repair_date 15, S14 trace_code to device 10, S16 clue_no to case_no 16,
     * S17 period to transferred 11.
     */
    @ParameterizedTest
    @CsvSource({
        "S03, inspection, task_no uscc item, upsert, 20",
        "S07, execution_case, exec_no, upsert, 16",
        "S08, procuratorate_case, case_no, upsert, 17",
        "S09, police_case, case_no|month case_no|crime case_no|source, upsert, 12",
        "S10, criminal_transfer, doc_no, upsert, 18",
        "S11, clue_exchange, clue_no direction, upsert, 14",
        "S12, dishonesty_listing, basis_no uscc, upsert, 15",
        "S14, trace_event, trace_code event_time event, append, 10",
        "S16, online_clue, clue_no, upsert, 16",
        "S17, copyright_campaign, org period, cumulative, 11",
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
    void all_figures_of_the_copyright_campaign_are_totals_since_its_first_month() {
        Contract campaign = CONTRACTS.source("S17").orElseThrow();
        assertThat(campaign.cumulative()).isEqualTo(new Cumulative("year", "period"));
        // 11 fields without period and org
        assertThat(campaign.profile().updating().measures())
                .containsExactly(
                        "sites",
                        "clues",
                        "filed",
                        "del_links",
                        "blocked",
                        "closed",
                        "talks",
                        "fine_yuan",
                        "transferred");
    }

    @Test
    void a_listing_that_was_ended_in_any_way_no_longer_holds() {
        assertThat(CONTRACTS.source("S12").orElseThrow().reversal())
                .isEqualTo(new Reversal("out_type", List.of("期满", "提前", "撤销", "更正")));
    }

    /** One value of each list, by another spelling than its own, and the code that the clean table gets. */
    @ParameterizedTest
    @CsvSource({
        "S03, plan_type, 定向抽查, 定向",
        "S03, risk_grade, B级, B",
        "S03, township, 滨河, 640502100",
        "S03, agency, 市监局, U17",
        "S03, result, 未发现问题, 1",
        "S03, result, 其他（注销、吊销、迁出）, 9",
        "S03, follow_up, 列入经营异常名录, 列异",
        "S07, kind, 首次执行, 执",
        "S07, close_way, 终本, 终结本次",
        "S08, crime, 假冒注册商标, 假冒注册商标罪",
        "S09, crime, 销售非法制造的注册商标标识罪, 非法制造、销售非法制造的注册商标标识罪",
        "S09, source, 行政机关移送, 行政移送",
        "S10, from_org, 农业农村局, U14",
        "S10, to_org, 沙坡头公安分局, U16",
        "S10, crime, 侵犯商业秘密罪, 侵犯商业秘密罪",
        "S10, decision, 不立案, 不予立案",
        "S10, review, 无, 无",
        "S11, direction, 接收, 收到",
        "S11, peer, 区法院, U05",
        "S11, type, 协查, 调查协助",
        "S11, ip_type, 注册商标, TM",
        "S11, result, 不属实, 查无实据",
        "S12, reason, 商业秘密, 侵犯商业秘密",
        "S12, ip_type, 发明, PT-I",
        "S12, in_org, 区市场监管分局, U17",
        "S12, fb_org, 发改局, U07",
        "S12, out_type, 到期移出, 期满",
        "S14, event, 扫码查询, 扫码",
        "S14, unit, 公斤, kg",
        "S16, violation, 商标侵权, V01",
        "S16, ip_type, 地理标志产品, GI-P",
        "S16, result, 断开链接, 断链",
        "S17, org, 网信办, U02"
    })
    void each_coded_field_has_a_list_that_knows_the_words_of_the_trade(
            String source, String field, String word, String code) {
        Field coded = CONTRACTS.source(source).orElseThrow().field(field).orElseThrow();
        CodeList list = CONTRACTS.codeLists().require(coded.codeList());
        assertThat(list.find(word, DAY).orElseThrow().code()).isEqualTo(code);
    }

    @Test
    void codes_of_laws_that_changed_hold_from_and_to_their_days() {
        CodeList reasons = CONTRACTS.codeLists().require("dishonesty_reasons");
        assertThat(reasons.find("故意侵权", LocalDate.of(2021, 9, 1))).isPresent();
        assertThat(reasons.find("故意侵权", LocalDate.of(2021, 8, 31))).isEmpty();
        assertThat(reasons.find("重复专利侵权行为", LocalDate.of(2021, 9, 1))).isEmpty();
        String abroad = "为境外窃取、刺探、收买、非法提供商业秘密罪";
        CodeList crimes = CONTRACTS.codeLists().require("crimes");
        assertThat(crimes.find(abroad, LocalDate.of(2021, 2, 28))).isEmpty();
        assertThat(crimes.find(abroad, LocalDate.of(2021, 3, 1))).isPresent();
    }

    @Test
    void every_source_says_how_far_it_may_be_shared() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../etl/contracts"))) {
            assertThat(files.filter(f -> String.valueOf(f.getFileName()).endsWith(".yaml")))
                    .hasSizeGreaterThanOrEqualTo(29)
                    .allSatisfy(f -> assertThat(Files.readString(f)).contains("- property: sharingClass"));
        }
    }

    @Test
    void a_suspicion_that_was_cleared_is_taken_back_by_its_result() {
        assertThat(CONTRACTS.source("S28").orElseThrow().reversal()).isEqualTo(new Reversal("result", List.of("申诉成立")));
    }

    /**
     * 32+42+20+27+19+34+16+17+12+18+14+15+20+10+17+16+11 (S01–S17: 340) + 11+16+11+13+16+11+13+11 (S18–S25: 102) +
     * 14+12+11+9 (S26–S29: 46) = 488. From S30 on there are registers kept by hand, which nobody's system exports.
     */
    @Test
    void there_are_29_sources_with_488_fields() {
        List<Contract> departmental = CONTRACTS.all().stream()
                .filter(c -> c.source().compareTo("S30") < 0)
                .toList();
        assertThat(departmental.stream().map(Contract::source))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 29)
                        .mapToObj("S%02d"::formatted)
                        .toList());
        assertThat(departmental.stream().mapToInt(c -> c.fields().size()).sum()).isEqualTo(488);
    }

    /** What no system exports is kept by hand, in small tables with contracts of their own. */
    @ParameterizedTest
    @CsvSource({
        "S31, court_matter, kind matter_no, upsert, 10",
        "S35, satisfaction_survey, year area, upsert, 7",
        "S36, creation_indicator, year, upsert, 6",
        "S37, pledge_registration, reg_no, upsert, 9",
        "S38, copyright_station, station_no counted_on, upsert, 8"
    })
    void each_hand_kept_table_has_its_table_key_update_and_fields(
            String source, String table, String key, String update, int fields) {
        each_source_has_its_table_key_update_and_fields(source, table, key, update, fields);
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
