package org.ipwarehouse.etl.check;

import static org.ipwarehouse.etl.check.Desk.cells;

import java.util.Map;

/** A row in order of each source from S18 on: the certificate, the mediation, the budget line as an office writes it. */
final class DrawnRows {
    private static final Map<String, String> S18 = cells(
            "no", "（2026）宁中卫证字第12号",
            "type", "证据保全",
            "is_ip", "是",
            "applicant", "马建国",
            "accept_date", "2026-07-01",
            "issue_date", "2026-07-15",
            "is_e", "否",
            "used_in", "诉讼");
    private static final Map<String, String> S19 = cells(
            "file_no", "卫沙调〔2026〕3号",
            "org", "沙坡头区知识产权纠纷人民调解委员会",
            "org_type", "人民调解",
            "apply_date", "2026-07-01",
            "accept_date", "2026-07-02",
            "ip_type", "商标",
            "party_a", "马建国",
            "party_b", "沙坡头区鼓楼烟酒店",
            "claim", "30000",
            "result", "调解成功",
            "close_date", "2026-07-20",
            "agreed", "12000",
            "court_no", "（2026）宁0502诉前调12号");
    private static final Map<String, String> S20 = cells(
            "no", "沙维援〔2026〕5号",
            "applicant", "中卫某农业有限公司",
            "atype", "企业",
            "uscc", "91350100M000100Y43",
            "kind", "侵权判定",
            "ip_type", "商标",
            "apply_date", "2026-07-01",
            "accept_date", "2026-07-02",
            "close_date", "2026-07-09",
            "result", "办结",
            "score", "5");
    private static final Map<String, String> S21 = cells(
            "app_no", "202310123456.6",
            "applicant", "中卫某农业有限公司",
            "ptype", "发明",
            "req", "优先审查",
            "reason", "重点产业",
            "local_date", "2026-07-01",
            "recommend_date", "2026-07-08",
            "notice_date", "2026-07-14",
            "agreed", "同意");
    private static final Map<String, String> S22 = cells(
            "no", "3",
            "kind", "纠纷通报",
            "entity", "中卫某农业有限公司",
            "country", "美国、德国",
            "dispute", "337调查",
            "event_date", "2026-07-01",
            "notice_date", "2026-07-03");
    private static final Map<String, String> S23 = cells(
            "kind", "电商",
            "case_no", "沙快〔2026〕7号",
            "recv_time", "2026-07-01 09:00:00",
            "close_time", "2026-07-02 17:30:00",
            "fast", "是",
            "result", "下架链接");
    private static final Map<String, String> S24 = cells(
            "org", "市监局",
            "kind", "培训",
            "no", "PX2026-03",
            "topic", "商标行政执法实务",
            "date", "2026-07-01",
            "audience", "执法人员",
            "person_times", "42",
            "hours", "6.5");
    private static final Map<String, String> S25 = cells(
            "org", "区财政局",
            "year", "2026",
            "month", "9",
            "func_code", "201 14 知识产权事务",
            "budget_yuan", "12.5",
            "adj_yuan", "13",
            "spent_yuan", "7.25");
    private static final Map<String, String> S28 = cells(
            "batch", "2026年第二批",
            "app_no", "ZL 202310123456.6",
            "kind", "非正常专利申请",
            "applicant", "中卫某农业有限公司",
            "issue_date", "2026-07-01",
            "check_date", "2026-07-10",
            "result", "主动撤回",
            "withdraw_date", "2026-07-12");
    private static final Map<String, String> S29 = cells(
            "kind", "公平竞争审查",
            "no", "卫沙政规发〔2026〕2号",
            "title", "沙坡头区知识产权奖补办法",
            "org", "区市场监督管理分局、区司法局",
            "start_date", "2026-07-01",
            "done_date", "2026-07-15",
            "result", "修改后通过",
            "should", "是",
            "satisfied", "满意");
    private static final Map<String, Map<String, String>> GOOD = Map.of(
            "S18", S18, "S19", S19, "S20", S20, "S21", S21, "S22", S22, "S23", S23, "S24", S24, "S25", S25, "S28", S28,
            "S29", S29);

    private DrawnRows() {}

    static Map<String, String> good(String source) {
        return GOOD.getOrDefault(source, Map.of());
    }
}
