package org.ipwarehouse.samples.record;

import java.time.YearMonth;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Weighted;
import org.ipwarehouse.samples.population.People;

/** Inspections, execution, procuratorate, police, transfers, clues between offices, and the list of the untrustworthy. */
final class JusticeRolls {
    static final int INSPECTIONS = 60;
    static final int PROSECUTIONS = 12;
    static final int POLICE_CRIMES = 2;
    static final int CLUES = 30;
    /** One decision in so many leads onto the list. */
    private static final int LISTED_OF = 24;

    private static final String[] ITEMS = {"注册商标使用行为", "专利标识标注", "地理标志专用标志使用", "商标代理行为", "专利代理行为"};
    private static final String[] FINDINGS = {"未发现问题", "发现问题已责令改正", "发现问题待后续处理", "通过登记的住所(经营场所)无法联系", "未发现开展本次抽查涉及的经营活动"
    };
    private static final Weighted FINDING_WEIGHTS = new Weighted(70, 15, 6, 6, 3);
    private static final String[] CRIMES = {"假冒注册商标罪", "销售假冒注册商标的商品罪"};
    private static final String[] ORIGINS = {"自侦", "行政移送"};
    private static final String[] PEERS = {"区公安分局", "区农业农村局", "区旅游和文体广电局", "区人民检察院", "中宁县市场监督管理局", "银川海关"};
    private static final String[] KINDS = {"线索通报", "线索通报", "调查协助", "联合执法", "结果互认"};
    private static final String[] ANSWERS = {"立案查处", "查无实据", "已处理", "转办"};
    private static final Weighted ANSWER_WEIGHTS = new Weighted(40, 25, 25, 10);

    private final Relations known;

    JusticeRolls(Relations known) {
        this.known = known;
    }

    void inspection(RollRow row) {
        long day = row.day();
        row.text("plan_no", "SJ" + Numbers.year(day) + "-0" + (1 + row.nth() % 4));
        row.text("task_no", row.code("CC", day));
        row.text("plan_type", row.dice.chance(300) ? "定向" : "不定向");
        row.flag("is_joint", row.dice.chance(250));
        row.text("item", row.dice.oneOf(ITEMS));
        row.party("entity_name", "uscc");
        row.text("risk_grade", row.dice.oneOf(new String[] {"A", "A", "B", "B", "C", "D"}));
        row.township("township");
        row.date("drawn_date", day - row.dice.between(3, 12));
        row.date("inspect_date", day);
        row.text("agency", "区市场监督管理分局");
        row.text("inspectors", People.name(row.dice) + "、" + People.name(row.dice));
        row.date("result_date", day);
        row.date("publish_date", day + (row.dice.chance(60) ? row.dice.between(32, 45) : row.dice.between(3, 20)));
        finding(row, FINDING_WEIGHTS.pick(row.dice), day);
    }

    private static void finding(RollRow row, int finding, long day) {
        row.text("result", FINDINGS[finding]);
        long done = row.later(day, 5, 40);
        if (finding == 1 || finding == 2) {
            row.text("issue", "商品上标注的注册标记与核准不一致");
            row.text("follow_up", "责令改正");
            row.date("follow_up_date", finding == 1 ? done : RollRow.NEVER);
        }
    }

    /** A judgment is enforced some weeks after it has become effective. */
    void execution(RollRow row) {
        Relations.Judgment judgment = known.judged(row.year()).get(row.nth());
        long filed = Math.min(judgment.effective() + row.dice.between(10, 40), Roll.end(row.year()));
        row.text("exec_no", "（" + Numbers.year(filed) + "）宁0502执" + (100 + row.number()) + "号");
        row.text("basis_no", judgment.caseNo());
        row.text("kind", "首次执行");
        row.text("applicant", judgment.winner());
        row.text("debtor", judgment.loser());
        row.text("debtor_uscc", judgment.loserCode());
        row.date("file_date", filed);
        row.money("target", judgment.awardCents());
        int way = row.dice.below(10);
        long closed = row.later(filed, 30, 150);
        boolean open = closed == RollRow.NEVER || way == 9;
        row.money("received", open ? 0 : way < 5 ? judgment.awardCents() : way < 7 ? judgment.awardCents() / 2 : 0);
        if (!open) {
            row.text("close_way", way < 5 ? "执行完毕" : way < 7 ? "和解" : "终结本次");
            row.date("close_date", closed);
        }
        entrusted(row, filed);
    }

    private static void entrusted(RollRow row, long filed) {
        boolean cross = row.dice.chance(150);
        row.flag("is_cross", cross);
        if (cross) {
            row.text("entrusted", "银川市兴庆区人民法院");
            row.date("entrust_date", filed);
            row.date("feedback_date", row.later(filed, 8, 40));
        }
    }

    void procuratorate(RollRow row) {
        long day = row.day();
        int persons = row.dice.between(1, 4);
        int arrested = Math.min(persons, row.dice.between(0, 3));
        row.text("case_no", row.official("卫沙检", "移诉", day));
        row.text("crime", CRIMES[row.nth() % CRIMES.length]);
        row.count("persons", persons);
        row.date("arrest_recv", day);
        row.count("arrest_yes", arrested);
        row.count("arrest_no", persons - arrested);
        long received = row.later(day, 30, 60);
        long prosecuted = row.later(received, 15, 45);
        row.date("pros_recv", received);
        row.date("pros_date", prosecuted);
        if (prosecuted != RollRow.NEVER) {
            boolean spared = persons > 1 && row.dice.chance(300);
            row.count("pros_persons", spared ? persons - 1 : persons);
            row.text("nonpros", spared ? "1人，相对不起诉" : "");
        }
        row.count("returns", row.dice.below(2));
        row.count("sup_file", row.nth() % 6 == 0 ? 1 : 0);
        row.count("sup_drop", 0);
        row.count("sugg_transfer", row.nth() % 4 == 1 ? 1 : 0);
        row.text("proposal_no", row.nth() % 5 == 2 ? row.official("卫沙检", "建", day) : "");
        row.flag("pil", false);
        row.flag("reverse", row.nth() % 7 == 3);
    }

    /** Totals of a month and a crime: single cases are a secret of the investigation. */
    void police(RollRow row) {
        int month = row.year() * Roll.MONTHS + row.nth() / POLICE_CRIMES;
        int crime = row.nth() % POLICE_CRIMES;
        YearMonth of = Months.of(month);
        int filed = row.dice.below(3);
        int solved = Math.min(2, row.dice.below(3));
        row.text("month", of.toString());
        row.text("crime", CRIMES[crime]);
        row.count("filed", filed);
        row.count("solved", solved);
        row.count("arrested", solved == 0 ? 0 : row.dice.between(solved, 3 * solved));
        row.money("amount_yuan", solved * row.dice.between(4, 60) * 1_000_000L);
        row.count("dens", solved == 2 ? 1 : 0);
        row.text("source", ORIGINS[crime]);
        row.count("req_arrest", solved);
        row.count("to_pros", solved);
    }

    /** What the ledger of cases calls transferred, and most of the cases whose goods are worth 50,000 yuan. */
    void transfer(RollRow row) {
        Relations.Case of = known.transferred(row.year()).get(row.nth());
        long approved = Math.min(of.day() + row.dice.between(0, 6), Roll.end(row.year()) - 2);
        approved = Math.max(approved, of.day());
        int minute = row.dice.between(9 * 60, 17 * 60);
        boolean late = row.dice.chance(120);
        row.text("transfer_no", row.code("YS", approved));
        row.text("from_org", "区市场监督管理分局");
        row.text("to_org", "区公安分局");
        row.text("case_no", of.caseNo());
        row.text("crime", CRIMES[1]);
        row.money("amount", of.goodsCents());
        row.time("report_date", approved - 1, minute);
        row.time("approve_time", approved, minute);
        long sent = approved + (late ? 2 : 0);
        int sentMinute = late ? minute : Math.min(minute + row.dice.between(30, 300), 23 * 60);
        row.time("transfer_time", sent, sentMinute);
        row.text("doc_no", row.official("卫沙市监", "移", approved));
        row.date("cc_date", sent);
        answer(row, sent);
    }

    private static void answer(RollRow row, long sent) {
        long accepted = row.later(sent, 1, 2);
        row.time("accept_time", accepted, 10 * 60);
        int answer = row.dice.below(20);
        long decided = row.later(accepted, 1, row.dice.chance(150) ? 12 : 3);
        if (decided != RollRow.NEVER && answer < 19) {
            row.text("decision", answer < 15 ? "立案" : answer < 18 ? "不予立案" : "退回补正");
            row.date("decision_date", decided);
            row.text("no_reason", answer < 15 || answer == 18 ? "" : "情节显著轻微");
        }
        row.text("review", "无");
        row.flag("appraisal", row.dice.chance(200));
    }

    void clue(RollRow row) {
        long day = row.day();
        boolean sent = row.nth() % 3 != 0;
        row.text("clue_no", row.code("XS", day));
        row.text("direction", sent ? "发出" : "收到");
        row.text("peer", row.dice.oneOf(PEERS));
        row.text("peer_area", row.nth() % 5 == 4 ? "640521" : "640502");
        row.text("type", row.dice.oneOf(KINDS));
        row.text("entity", row.partyName());
        row.text("ip_type", "商标");
        row.date("sent_date", day);
        row.count("limit_days", 30);
        long accepted = row.later(day, 1, 7);
        long answered = row.later(accepted, 5, 35);
        row.date("accept_date", accepted);
        if (answered == RollRow.NEVER || row.dice.chance(80)) {
            row.text("result", "未反馈");
            return;
        }
        row.text("result", ANSWERS[ANSWER_WEIGHTS.pick(row.dice)]);
        row.date("feedback_date", answered);
        row.flag("appraisal_ok", row.dice.chance(150));
    }

    /** Parties of some of the year's decisions. */
    void listing(RollRow row) {
        Relations.Case of = known.decided(row.year()).get(row.nth() * LISTED_OF);
        long listed = Math.min(of.day() + row.dice.between(20, 60), Roll.end(row.year()));
        row.use(of.party());
        row.party("name", "uscc");
        row.text("reason", "故意侵犯知识产权");
        row.text("ip_type", Rights.label(of.kind()));
        row.text("basis_no", of.decisionNo());
        row.date("in_date", listed);
        row.text("in_org", "区市场监督管理分局");
        row.date("pub_date", listed + row.dice.between(1, 5));
        row.text("measures", "限制参加政府采购、取消评优资格");
        long answered = row.later(listed, 15, 60);
        if (row.nth() % 4 != 3 && answered != RollRow.NEVER) {
            row.text("fb_org", "区财政局");
            row.date("fb_date", answered);
        }
        long out = row.later(listed, 100, 150);
        if (row.nth() % 5 == 2 && out != RollRow.NEVER) {
            row.date("repair_apply", listed);
            row.date("repair_date", out);
            row.date("out_date", out);
            row.text("out_type", "提前");
        }
    }

    int listings(int year) {
        return (known.decided(year).size() + LISTED_OF - 1) / LISTED_OF;
    }
}
