package org.ipwarehouse.samples.record;

import java.time.YearMonth;
import org.ipwarehouse.samples.draw.Months;

/** Scans of trace codes, clues from the monitoring of trade on the net, and the campaign for copyright. */
final class OnlineRolls {
    static final int CLUES = 48;
    static final int EVENTS_OF_CODE = 5;
    static final String[] ORGANS = {"区委宣传部", "区委网信办", "区旅游和文体广电局"};
    /** The campaign runs from June to November; a year from October to September has these months of it. */
    static final int[] CAMPAIGN = {10, 11, 6, 7, 8, 9};

    private static final String[] EVENTS = {"赋码", "出库", "扫码", "扫码", "扫码"};
    private static final String[] PLATFORMS = {"示例优选商城", "示例直播", "示例团购"};
    private static final String[] RESULTS = {"责令改正", "下架", "断链", "查无", "不属管辖"};
    private static final String[] AREAS = {"640502", "640104", "610113", "330106"};

    private final Relations known;

    OnlineRolls(Relations known) {
        this.known = known;
    }

    int events(int year) {
        return known.coded(year).size() * EVENTS_OF_CODE;
    }

    void event(RollRow row) {
        int event = row.nth() % EVENTS_OF_CODE;
        long day = Math.min(row.day() + event, Roll.end(row.year()));
        row.text("trace_code", known.coded(row.year()).get(row.nth() / EVENTS_OF_CODE));
        row.text("event", EVENTS[event]);
        // 一台设备半小时内再扫一次：只计一次
        row.time("event_time", event == 4 ? day - 1 : day, event == 4 ? 10 * 60 + 30 : 10 * 60 + row.dice.below(25));
        if (event < 2) {
            row.party("", "from_uscc");
            row.number("qty", row.dice.between(20, 400) * 1000L, 3);
            row.text("unit", "kg");
        } else {
            row.text("scan_area", row.dice.oneOf(AREAS));
            row.text(
                    "device",
                    "d"
                            + Long.toHexString(
                                    0x10_0000_0000L + known.coded(row.year()).size() + row.nth() / 5));
        }
    }

    void clue(RollRow row) {
        long day = row.day();
        boolean sign = row.nth() % 6 == 0;
        row.text("clue_no", row.code("WJ", day));
        row.text("task", sign ? "枸杞、苹果地理标志专项监测" : "网络交易监测");
        row.text("platform", row.dice.oneOf(PLATFORMS));
        row.text("shop", "示例网店" + (1 + row.number() % 40) + "号");
        row.text("url", "https://shop.example.cn/item/" + (10_000 + row.number()));
        row.party("entity", "uscc");
        row.text("area", row.dice.oneOf(AREAS));
        int kind = sign ? Rights.INDICATION : Rights.TRADEMARK;
        row.text("violation", Rights.violation(kind, 0));
        row.text("ip_type", Rights.label(kind));
        row.time("evidence_time", day - 1, 9 * 60 + row.dice.below(400));
        row.date("assign_date", day);
        long answered = row.later(day, 4, row.dice.chance(80) ? 40 : 18);
        int result = row.dice.below(8);
        if (answered == RollRow.NEVER) {
            return;
        }
        row.date("feedback_date", answered);
        boolean filed =
                result >= RESULTS.length && row.nth() < known.filed(row.year()).size();
        row.text("result", filed ? "立案" : RESULTS[result % RESULTS.length]);
        row.count("links", row.dice.between(1, 6));
        if (filed) {
            row.text("case_no", known.filed(row.year()).get(row.nth()).caseNo());
        }
    }

    /** Totals since June: each is not smaller than the one before. */
    void campaign(RollRow row) {
        int organ = row.nth() % ORGANS.length;
        int month = CAMPAIGN[row.nth() / ORGANS.length];
        YearMonth first = Months.of(row.year() * Roll.MONTHS);
        int calendar = month >= 10 ? first.getYear() : first.getYear() + 1;
        int months = month - 5;
        row.text("period", calendar + "-06.." + Numbers.padded(month, 2));
        row.text("org", ORGANS[organ]);
        row.count("sites", months * (6L + organ));
        row.count("clues", months * 2L);
        row.count("filed", months / 2);
        row.count("del_links", months * (5L + calendar % 3));
        row.count("blocked", months * 2L);
        row.count("closed", months / 3);
        row.count("talks", months / 2);
        row.money("fine_yuan", months / 2 * 500_000L);
        row.count("transferred", 0);
    }
}
