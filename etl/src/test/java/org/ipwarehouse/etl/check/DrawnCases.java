package org.ipwarehouse.etl.check;

import static org.ipwarehouse.etl.check.Desk.cells;

import java.util.Map;

/** A row in order of S03, S07–S12, S14, S16 and S17, as an office of the field writes it. */
final class DrawnCases {
    private static final Map<String, String> S03 = cells(
            "plan_no", "2026年度第3号计划",
            "task_no", "640502-2026-017",
            "plan_type", "定向抽查",
            "is_joint", "是",
            "item", "商标使用行为检查",
            "entity_name", "沙坡头区鼓楼烟酒店",
            "uscc", "91350100M000100Y43",
            "risk_grade", "B级",
            "township", "滨河镇",
            "drawn_date", "2026-07-01",
            "inspect_date", "2026-07-10",
            "agency", "区市场监管分局",
            "inspectors", "马建国、李红梅",
            "result", "发现问题已责令改正",
            "issue", "未标明商标注册人名称",
            "result_date", "2026-07-12",
            "publish_date", "2026-07-20",
            "follow_up", "责令改正",
            "follow_up_date", "2026-07-25");
    private static final Map<String, String> S07 = cells(
            "exec_no", "（2026）宁0502执12号",
            "basis_no", "(2025)宁0502民初0088号",
            "kind", "首次执行",
            "applicant", "某酒业股份有限公司",
            "debtor", "马建国",
            "file_date", "2026-03-02",
            "target", "30,000.00",
            "received", "12000",
            "close_way", "终本",
            "close_date", "2026-08-31",
            "is_cross", "是",
            "entrusted", "某市某区人民法院",
            "entrust_date", "2026-04-01");
    private static final Map<String, String> S08 = cells(
            "case_no", "宁卫沙检刑受〔2026〕15号",
            "crime", "假冒注册商标罪",
            "persons", "3",
            "arrest_recv", "2026-05-06",
            "arrest_yes", "2",
            "arrest_no", "1",
            "pros_recv", "2026-07-01",
            "pros_date", "2026-08-05",
            "pros_persons", "2",
            "nonpros", "1人，相对",
            "returns", "1",
            "pil", "否");
    private static final Map<String, String> S09 = cells(
            "month", "202607",
            "crime", "假冒注册商标罪",
            "filed", "2",
            "solved", "1",
            "arrested", "4",
            "amount_yuan", "35.5",
            "source", "行政移送");
    private static final Map<String, String> S10 = cells(
            "transfer_no", "YS2026-007",
            "from_org", "区市场监督管理分局",
            "to_org", "区公安分局",
            "case_no", "卫沙市监立〔2026〕12号",
            "crime", "销售假冒注册商标的商品罪",
            "amount", "68000",
            "report_date", "2026-07-01 09:00",
            "approve_time", "2026-07-02 10:30",
            "transfer_time", "2026-07-02 16:45",
            "doc_no", "卫沙市监罪移〔2026〕3号",
            "accept_time", "2026-07-02 17:20",
            "decision", "立案",
            "decision_date", "2026-07-05",
            "review", "无");
    private static final Map<String, String> S11 = cells(
            "clue_no", "沙线〔2026〕9号",
            "direction", "发出",
            "peer", "中宁县市场监督管理局",
            "peer_area", "640521",
            "type", "线索通报",
            "sent_date", "2026-07-01",
            "accept_date", "2026-07-03",
            "feedback_date", "2026-07-20",
            "result", "立案",
            "limit_days", "30");
    private static final Map<String, String> S12 = cells(
            "name", "沙坡头区鼓楼烟酒店",
            "uscc", "91350100M000100Y43",
            "reason", "故意侵权",
            "basis_no", "卫市监列严〔2026〕2号",
            "in_date", "2026-06-01",
            "in_org", "中卫市市场监督管理局",
            "pub_date", "2026-06-05",
            "measures", "列为重点监管对象");
    private static final Map<String, String> S14 = cells(
            "trace_code", "64050220260700010001",
            "event", "出库",
            "event_time", "2026-07-01 08:15:30",
            "from_uscc", "91350100M000100Y43",
            "qty", "120",
            "unit", "公斤",
            "device", "5f2b0c");
    private static final Map<String, String> S16 = cells(
            "clue_no", "WJ20260700031",
            "task", "2026年地理标志专项监测",
            "platform", "某网络交易平台",
            "shop", "塞上果品店",
            "url", "https://shop.example/item/7",
            "violation", "商标侵权",
            "evidence_time", "2026-07-01 10:00:00",
            "assign_date", "2026-07-03",
            "result", "下架",
            "links", "3",
            "feedback_date", "2026-07-10");
    private static final Map<String, String> S17 = cells(
            "period", "2026年6—8月累计",
            "org", "网信办",
            "sites", "120",
            "clues", "14",
            "filed", "3",
            "del_links", "56",
            "blocked", "12",
            "closed", "1",
            "talks", "2",
            "fine_yuan", "1.25");
    private static final Map<String, Map<String, String>> GOOD = Map.of(
            "S03", S03, "S07", S07, "S08", S08, "S09", S09, "S10", S10, "S11", S11, "S12", S12, "S14", S14, "S16", S16,
            "S17", S17);

    private DrawnCases() {}

    /** Empty for a source that is drawn elsewhere. */
    static Map<String, String> good(String source) {
        return GOOD.getOrDefault(source, Map.of());
    }
}
