package org.ipwarehouse.samples.record;

import java.time.YearMonth;
import org.ipwarehouse.samples.draw.Months;

/** Trainings, staff, experts and volunteers; money and equipment, as totals since the new year. */
final class CapacityRolls {
    static final int RECORDS = 32;
    static final int QUARTERS = 4;

    private static final String[] ORGANS = {"区市场监督管理分局", "区人民法院", "区人民检察院", "区司法局"};
    private static final String[] KINDS = {"培训", "宣传", "培训", "宣传", "在岗", "专家", "志愿者", "培训"};
    private static final String[] TOPICS = {"商标法律实务", "地理标志保护宣讲", "执法办案技能", "知识产权宣传周"};
    private static final String[] EQUIPMENT = {"执法记录仪", "移动终端", "取证设备"};
    /** Rows of a quarter: two of money, three of equipment. */
    static final int LINES = 2 + EQUIPMENT.length;

    private CapacityRolls() {}

    static void capacity(RollRow row) {
        long day = row.day();
        String kind = KINDS[row.nth() % KINDS.length];
        row.text("org", ORGANS[row.nth() / KINDS.length % ORGANS.length]);
        row.text("kind", kind);
        row.text("no", row.code("HD", day));
        row.date("date", day);
        switch (kind) {
            case "培训", "宣传" -> {
                row.text("topic", TOPICS[row.nth() % TOPICS.length]);
                row.text("audience", row.dice.oneOf(new String[] {"执法人员", "企业", "公众"}));
                row.count("person_times", row.dice.between(20, 160));
                row.number("hours", row.dice.between(2, 8) * 10L, 1);
            }
            case "在岗" -> {
                int post = row.dice.between(8, 20);
                row.count("on_post", post);
                row.count("establishment", post + row.dice.below(4));
                row.count("certified", post - row.dice.below(3));
            }
            case "专家" -> {
                row.count("person_times", row.dice.between(5, 12));
                row.count("used", row.dice.between(1, 6));
            }
            default -> {
                row.count("person_times", row.dice.between(10, 40));
                row.number("vol_hours", row.dice.between(20, 120) * 10L, 1);
            }
        }
    }

    /** A year from October to September has December's totals of one year and three quarters of the next. */
    static void budget(RollRow row) {
        int quarter = row.nth() / LINES;
        int line = row.nth() % LINES;
        YearMonth of = Months.of(row.year() * Roll.MONTHS).plusMonths(2L + 3L * quarter);
        int month = of.getMonthValue();
        row.text("org", "区市场监督管理分局");
        row.count("year", of.getYear());
        row.count("month", month);
        if (line < 2) {
            long budget = line == 0 ? 60_000_000L : 25_000_000L;
            row.text("func_code", line == 0 ? "2011409" : "2011411");
            row.text("project", line == 0 ? "知识产权保护经费" : "地理标志保护经费");
            row.money("budget_yuan", budget);
            row.money("adj_yuan", budget + 5_000_000L);
            row.money("spent_yuan", (budget + 5_000_000L) / 100 * (month * 8L - 3 + of.getYear() % 3));
        } else {
            int required = 6 + 2 * line;
            row.text("equip", EQUIPMENT[line - 2]);
            row.count("required", required);
            row.count("actual", required - (line + of.getYear()) % 3);
        }
    }
}
