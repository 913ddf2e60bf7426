package org.ipwarehouse.samples.record;

/** Notaries, mediators, help for those whose rights are infringed, fast ways, and what happens abroad. */
final class ServiceRolls {
    static final int NOTARISATIONS = 30;
    static final int MEDIATIONS = 26;
    static final int ASSISTANCE = 24;
    static final int PRIORITY = 8;
    static final int OVERSEAS = 12;
    static final int CHANNELS = 15;

    private static final String[] NOTARY = {"保全证据", "电子存证", "取证", "合同协议"};
    private static final String[] HELP = {"咨询", "举报投诉指引", "侵权判定"};
    private static final String[] ABROAD = {"纠纷通报", "应对指导", "维权援助", "预警报告", "保险", "互助基金"};
    private static final String[] COUNTRIES = {"USA", "DEU", "JPN"};
    private static final String[] RESULTS = {"和解", "下架", "立案", "不成立"};

    private ServiceRolls() {}

    static void notarisation(RollRow row) {
        long day = row.day();
        int type = row.dice.below(NOTARY.length);
        row.text("no", row.official("卫沙证", "字", day));
        row.text("type", NOTARY[type]);
        row.flag("is_ip", row.dice.chance(700));
        row.text("applicant", row.partyName());
        row.party("", "uscc");
        row.date("accept_date", day);
        row.date("issue_date", row.later(day, 1, 12));
        row.flag("is_e", type == 1);
        row.text("hash", type == 1 ? "SHA-256:" + Long.toHexString(row.dice.next()) : "");
        row.text("used_in", row.dice.oneOf(new String[] {"诉讼", "行政", "未用"}));
    }

    static void mediation(RollRow row) {
        long day = row.day();
        boolean people = row.nth() % 3 != 2;
        row.text("file_no", row.official("卫沙知", "调", day));
        row.text("org", people ? "沙坡头区知识产权纠纷人民调解委员会" : "沙坡头区市场监督管理分局");
        row.text("org_type", people ? "人民调解" : "行政调解");
        row.date("apply_date", day - row.dice.below(3));
        row.date("accept_date", day);
        row.text("ip_type", row.dice.chance(800) ? "商标" : "著作权(版权)");
        row.text("party_a", Rights.holder(row.dice.next() >>> 1));
        row.text("party_b", row.partyName());
        long claim = row.dice.between(5, 200) * 100_000L;
        row.money("claim", claim);
        long closed = row.later(day, 6, 40);
        int result = row.dice.below(10);
        if (closed == RollRow.NEVER) {
            return;
        }
        row.text("result", result < 7 ? "达成协议" : result < 9 ? "未达成" : "撤回");
        row.date("close_date", closed);
        if (result < 7) {
            row.money("agreed", claim / 100 * row.dice.between(20, 70));
            row.text("performed", row.dice.chance(750) ? "已履行" : "未");
            row.date("confirm_date", row.dice.chance(400) ? row.later(closed, 3, 20) : RollRow.NEVER);
        }
        row.flag("lawyer", row.dice.chance(300));
    }

    static void assistance(RollRow row) {
        long day = row.day();
        row.text("no", row.official("卫沙知", "援", day));
        row.text("applicant", row.partyName());
        row.text("atype", "企业");
        row.party("", "uscc");
        row.text("kind", HELP[row.nth() % HELP.length]);
        row.text("ip_type", "商标");
        row.date("apply_date", day);
        long accepted = row.later(day, 0, 3);
        long closed = row.later(accepted, 3, 25);
        row.date("accept_date", accepted);
        if (closed != RollRow.NEVER) {
            row.text("result", row.dice.chance(850) ? "办结" : "转办");
            row.date("close_date", closed);
            if (row.dice.chance(700)) {
                row.count("score", row.dice.between(3, 5));
            }
        }
    }

    static void priority(RollRow row) {
        long day = row.day();
        boolean invention = row.nth() % 4 != 3;
        row.text("app_no", Numbers.patent(Numbers.year(day), invention ? 1 : 2, (int) (9_900_000 + row.number())));
        row.party("applicant", "uscc");
        row.text("ptype", invention ? "发明专利" : "实用新型专利");
        row.text("req", "申请优先审查");
        row.text("reason", row.dice.chance(600) ? "地方鼓励产业" : "国家重点产业");
        row.date("local_date", day);
        long recommended = row.later(day, 5, 15);
        long noticed = row.later(recommended, 15, 40);
        long first = row.later(noticed, 30, 60);
        long closed = row.later(first, 40, 120);
        row.date("recommend_date", recommended);
        row.date("notice_date", noticed);
        boolean agreed = row.nth() % 5 != 4;
        if (noticed != RollRow.NEVER) {
            row.text("agreed", agreed ? "同意" : "不同意");
        }
        if (agreed) {
            row.date("foa_date", first);
            row.date("close_date", closed);
            row.text("result", closed == RollRow.NEVER ? "" : row.nth() % 6 == 5 ? "驳回" : "授权");
        }
    }

    static void overseas(RollRow row) {
        long day = row.day();
        String kind = ABROAD[row.nth() % ABROAD.length];
        row.text("no", row.official("卫沙外", "记", day));
        row.text("kind", kind);
        row.party("entity", "uscc");
        row.date("event_date", day);
        switch (kind) {
            case "纠纷通报" -> {
                row.text("country", row.dice.oneOf(COUNTRIES));
                row.text("dispute", row.nth() < 6 ? "商标抢注" : "平台投诉");
                row.date("notice_date", day);
                row.date("guide_date", row.later(day, 2, 10));
            }
            case "应对指导" -> {
                row.date("notice_date", day);
                row.date("guide_date", day);
            }
            case "保险" -> {
                row.text("insurance", "专利执行险");
                row.text("policy_no", row.code("BD", day));
                row.money("premium", row.dice.between(3, 20) * 100_000L);
                row.money("insured", row.dice.between(20, 100) * 1_000_000L);
                row.money("subsidy", row.dice.between(1, 3) * 100_000L);
            }
            case "互助基金" -> row.money("fund_yuan", 50_000_000L + row.year() * 10_000_000L);
            default -> row.text("result", "已办结");
        }
    }

    static void channel(RollRow row) {
        long day = row.day();
        boolean expo = row.nth() % 5 == 0;
        row.text("kind", expo ? "展会" : row.nth() % 5 == 4 ? "进出口" : "电商");
        if (expo) {
            row.text("expo", "示例特色农产品展销会第" + (1 + row.number() / 5) + "届");
            row.date("from_date", day);
            row.date("to_date", Math.min(day + 3, Roll.end(row.year())));
            row.flag("onsite", true);
            row.count("exhibitors", row.dice.between(40, 120));
        }
        row.text("case_no", row.official("卫沙快", "字", day));
        row.time("recv_time", day, 9 * 60 + row.dice.below(300));
        long closed = expo ? Math.min(day + 1, Roll.end(row.year())) : row.later(day, 2, 25);
        if (closed != RollRow.NEVER) {
            row.time("close_time", closed, 17 * 60);
            row.text("result", RESULTS[row.dice.below(RESULTS.length)]);
        }
        row.flag("fast", row.dice.chance(600));
    }
}
