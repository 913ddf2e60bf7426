package org.ipwarehouse.etl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.TableShape;
import org.junit.jupiter.api.Test;

class JudgePropertiesSpec {
    /** Good cells of every kind, and everything that ever broke a loader. */
    private static final String[] CELLS = {
        "",
        " ",
        "/",
        "无",
        "—",
        "0",
        "1",
        "-1",
        "是",
        "否",
        "12,300.50",
        "约3万元",
        "1e999",
        "2026-07-01",
        "2026-02-30",
        "2026-07-01 09:30:00",
        "45356",
        "20240305",
        "91350100M000100Y43",
        "9.16405E+17",
        "11010519491231002X",
        "11010519491231002*",
        "（2026）宁0502知民初12号",
        "卫市监处罚〔2026〕12号",
        "(",
        "〔",
        "第",
        "号",
        "E",
        ".",
        "%",
        "*",
        "商标",
        "滨河镇",
        "中宁县",
        "U17",
        "2026Q3",
        "测试",
        "#REF!",
        "#DIV/0!",
        "#n:45356",
        "#n:1E+20",
        "\uD800",
        "\u0000",
        "\"\\\n",
        "_x000D_",
        "𫖯𫖯",
        "１２３",
        "罚款;;警告",
        "（）",
        "2026年13月40日",
        "99999999999999999999",
        "-",
        "，、；"
    };

    @Test
    void whatever_the_cells_say_each_row_arrives_exactly_once_and_in_good_form() {
        for (Contract contract : Desk.CONTRACTS.all()) {
            ContractJudge judge = judge(contract);
            int width = contract.fields().size();
            qt().withExamples(300)
                    .forAll(lists().of(integers().between(0, CELLS.length - 1)).ofSize(width))
                    .check(cells -> arrivesOnce(judge, contract.shape(), cells));
        }
    }

    private static boolean arrivesOnce(ContractJudge judge, TableShape shape, List<Integer> cells) {
        Rows.Memory memory = new Rows.Memory();
        judge.judge(Rows.row(cells.stream().map(i -> CELLS[i]).toArray(String[]::new)), memory);
        boolean formed = memory.accepted.stream()
                        .allMatch(a -> a.values().length == shape.columns().size()
                                && !a.key().isEmpty())
                && memory.rejected.stream().allMatch(r -> !r.reasons().isEmpty() && isJson(r.cells()));
        return memory.calls() == 1 && formed;
    }

    private static boolean isJson(String text) {
        try {
            return new ObjectMapper().readTree(text).isObject();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    @Test
    void a_judge_that_travelled_judges_the_same() throws Exception {
        Desk desk = Desk.good("S02").with("filing_date", "2026年7月1日");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            ContractJudge judge = desk.judge();
            judge.judge(Rows.row(), new Rows.Memory()); // one that has worked already
            out.writeObject(judge);
        }
        RowJudge travelled;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            travelled = (RowJudge) in.readObject();
        }
        Rows.Memory there = new Rows.Memory();
        travelled.fresh().judge(Rows.row("卫沙市监立〔2026〕12号"), there);
        assertThat(there.calls()).isEqualTo(1);
        assertThat(there.rejected.get(0).codes())
                .contains("VALUE_MISSING@party_name")
                .doesNotContain("KEY_MISSING@case_no");
    }

    private static ContractJudge judge(Contract contract) {
        SheetContext context = new SheetContext(
                contract.fields().stream().map(Field::labelZh).toList(),
                contract.fields().stream().map(Field::name).toList(),
                Map.of(),
                Desk.AS_OF,
                false);
        return ContractJudge.of(contract, Desk.CONTRACTS.codeLists(), context, Desk.KEY);
    }
}
