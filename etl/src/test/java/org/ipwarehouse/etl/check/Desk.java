package org.ipwarehouse.etl.check;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;

/** One sheet of one source with one row, drawn as field → cell over a row that is in order. */
final class Desk {
    static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    static final TokenKey KEY = new TokenKey("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");

    private static final Map<String, String> S02 = cells(
            "case_no", "卫沙市监立〔2026〕12号",
            "case_name", "某店涉嫌侵犯注册商标专用权案",
            "case_source", "监督检查",
            "filing_date", "2026-07-01",
            "party_name", "沙坡头区鼓楼烟酒店",
            "uscc", "91350100M000100Y43",
            "township", "滨河镇",
            "ip_type", "商标",
            "violation", "侵犯注册商标专用权",
            "fine_yuan", "5000",
            "decision_date", "2026-08-01",
            "handling_org", "区市场监督管理分局");
    private static final Map<String, String> S01 = cells(
            "party_name", "沙坡头区鼓楼烟酒店",
            "party_kind", "法人及非法人组织",
            "uscc", "91350100M000100Y43",
            "decision_no", "卫市监处罚〔2026〕12号",
            "violation", "商标侵权",
            "facts", "销售侵权商品",
            "legal_basis", "商标法第六十条",
            "penalty_kinds", "罚款",
            "penalty_content", "罚款5000元",
            "fine_yuan", "0.5",
            "decision_date", "2026-08-01",
            "publish_date", "2026-08-05",
            "authority", "中卫市市场监督管理局",
            "authority_uscc", "116405020000000B0N",
            "data_unit", "中卫市市场监督管理局",
            "data_unit_uscc", "116405020000000B0N");
    private static final Map<String, String> S04 = cells(
            "reg_no", "T2026070001",
            "reg_time", "2026-07-01 09:30:00",
            "channel", "电话",
            "complainant", "马建国",
            "phone", "13812345678",
            "target_name", "沙坡头区鼓楼烟酒店",
            "object_class", "烟酒",
            "issue_class", "知识产权",
            "accept_decision", "受理",
            "handling_unit", "区市场监督管理分局");
    private static final Map<String, String> S26 = cells(
            "task_no", "1",
            "mech_id", "T01-M07",
            "org", "区司法局",
            "period", "2026Q3",
            "progress", "开展行动",
            "status", "推进中",
            "filler", "马建国",
            "phone", "13812345678",
            "submit_date", "2026-10-09");
    private static final Map<String, Map<String, String>> GOOD = Map.of("S01", S01, "S02", S02, "S04", S04, "S26", S26);

    private final Contract contract;
    private final Map<String, String> cells;
    private final Map<String, String> extra = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private RowSecrets secrets = KEY.secrets();
    private Map<String, UsualAmount> usual = Map.of();

    private Desk(String source) {
        this.contract = CONTRACTS.source(source).orElseThrow();
        this.cells = new LinkedHashMap<>(GOOD.getOrDefault(source, DrawnRows.good(source)));
        this.cells.putAll(DrawnCases.good(source));
    }

    /** A row of the source that keeps its contract. */
    static Desk good(String source) {
        return new Desk(source);
    }

    Desk with(String field, String cell) {
        cells.put(contract.field(field).orElseThrow().name(), cell);
        return this;
    }

    Desk without(String field) {
        return with(field, "");
    }

    Desk extra(String header, String cell) {
        extra.put(header, cell);
        return this;
    }

    Desk unit(String field, String unit) {
        units.put(field, unit);
        return this;
    }

    Desk usual(Map<String, UsualAmount> history) {
        usual = history;
        return this;
    }

    Desk key(TokenKey other) {
        return secrets(other.secrets());
    }

    Desk secrets(RowSecrets other) {
        secrets = other;
        return this;
    }

    ContractJudge judge() {
        List<String> headers = new ArrayList<>();
        cells.keySet()
                .forEach(f -> headers.add(contract.field(f).map(Field::labelZh).orElseThrow()));
        headers.addAll(extra.keySet());
        List<String> fields = new ArrayList<>(cells.keySet());
        extra.keySet().forEach(h -> fields.add(""));
        SheetContext context = new SheetContext(headers, fields, units, AS_OF, false).withUsual(usual);
        return ContractJudge.of(contract, CONTRACTS.codeLists(), context, secrets);
    }

    Rows.Memory judged() {
        Rows.Memory memory = new Rows.Memory();
        List<String> row = new ArrayList<>(cells.values());
        row.addAll(extra.values());
        judge().judge(Rows.row(row.toArray(String[]::new)), memory);
        return memory;
    }

    Rows.Accepted accepted() {
        Rows.Memory memory = judged();
        if (memory.accepted.size() != 1) {
            throw new AssertionError("Not accepted: " + memory.rejected);
        }
        return memory.accepted.get(0);
    }

    Rows.Rejected rejected() {
        Rows.Memory memory = judged();
        if (memory.rejected.size() != 1) {
            throw new AssertionError("Not rejected: " + memory.accepted);
        }
        return memory.rejected.get(0);
    }

    /** The value that the clean table would hold in a column. */
    @org.jspecify.annotations.Nullable
    Object stored(String column) {
        return accepted().values()[contract.shape().position(column)];
    }

    static Map<String, String> cells(String... pairs) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            cells.put(pairs[i], pairs[i + 1]);
        }
        return cells;
    }
}
