package org.ipwarehouse.etl.read;

import java.util.List;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Cumulative;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.Field.Privacy;
import org.ipwarehouse.etl.contract.Field.Required;
import org.ipwarehouse.etl.contract.Field.UnknownCode;
import org.ipwarehouse.etl.contract.Reversal;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.TableName;

/** Contracts small enough to be read beside the tests that use them. */
public final class SmallContracts {
    private SmallContracts() {}

    /** 案件编号 (key), 当事人名称, 处罚决定日期, 罚款 and 没收 in 元, 承办人 (personal). */
    public static Contract penalties() {
        return contract(
                "S02",
                "知识产权行政处罚案件台账",
                "penalty_case",
                List.of(
                        field("case_no", "案件编号", ColumnType.TEXT, Required.YES, "立案编号", "案件号"),
                        field("party_name", "当事人名称", ColumnType.TEXT, Required.YES),
                        field("decision_date", "处罚决定日期", ColumnType.DATE, Required.NO, "决定日期"),
                        money("fine_yuan", "罚款", "罚款金额", "罚没款_罚款"),
                        money("conf_gain_yuan", "没收违法所得", "没收"),
                        personal("handler", "承办人")),
                "case_no",
                "decision_date");
    }

    /** 登记编号 (key), 被投诉人, 登记日期, 处理结果. */
    public static Contract complaints() {
        return contract(
                "S04",
                "知识产权投诉台账",
                "complaint",
                List.of(
                        field("reg_no", "登记编号", ColumnType.TEXT, Required.YES, "投诉编号"),
                        field("party_name", "被投诉人", ColumnType.TEXT, Required.YES),
                        field("reg_date", "登记日期", ColumnType.DATE, Required.YES),
                        field("result", "处理结果", ColumnType.TEXT, Required.NO)),
                "reg_no",
                "reg_date");
    }

    public static Contract contract(
            String source, String name, String table, List<Field> fields, String key, String periodField) {
        return new Contract(
                source,
                name,
                "1.0.0",
                new TableName("clean", table),
                fields,
                List.of(key),
                "upsert",
                "monthly",
                5,
                List.of("U17"),
                periodField,
                List.of(),
                List.of(),
                Cumulative.NONE,
                Reversal.NONE);
    }

    public static Field field(String name, String label, ColumnType type, Required required, String... aliases) {
        return new Field(
                name,
                label,
                List.of(aliases),
                type,
                0,
                0,
                required,
                Privacy.I,
                "",
                UnknownCode.REJECT,
                "",
                List.of(),
                0,
                false,
                "");
    }

    private static Field money(String name, String label, String... aliases) {
        return new Field(
                name,
                label,
                List.of(aliases),
                ColumnType.DECIMAL,
                18,
                2,
                Required.NO,
                Privacy.P,
                "",
                UnknownCode.REJECT,
                "元",
                List.of(),
                0,
                false,
                "");
    }

    private static Field personal(String name, String label) {
        return new Field(
                name,
                label,
                List.of(),
                ColumnType.TEXT,
                0,
                0,
                Required.NO,
                Privacy.D,
                "",
                UnknownCode.REJECT,
                "",
                List.of(),
                0,
                false,
                "");
    }
}
