package org.ipwarehouse.samples.record;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Shuffle;
import org.ipwarehouse.samples.population.People;

/**
 * S26, the quarterly reports of units on the seventeen tasks. Every unit reports on each of its tasks; where more rows
 * are wanted, on further mechanisms of the task. A few reports are late and come with the file of the next quarter.
 */
final class TaskReports implements Chronicle {
    private static final int LATE_PER_MILLE = 35;
    /** Units by task, as the task list names them. */
    private static final String[] UNITS_OF_TASK = {
        "U01 U11 U13 U14 U15 U05 U06 U16 U17 U18",
        "U01 U11 U13 U14 U15 U05 U06 U16 U17",
        "U01 U05 U06 U07 U13 U14 U15 U17 U18",
        "U01 U11 U13 U14 U15 U17 U18",
        "U01 U03 U04 U06 U13 U14 U15 U16 U17 U18",
        "U01 U08 U10 U11 U12 U13 U14 U17 U18",
        "U01 U11 U13 U14 U17 U18",
        "U01 U05 U13 U14 U16 U17",
        "U06 U11 U13 U14 U15 U16 U17 U18",
        "U01 U05 U06 U13 U14 U16 U17 U18",
        "U01 U02 U10 U13 U14 U17 U18",
        "U01 U05 U06 U13 U14 U15 U16 U17",
        "U01 U09 U10 U11 U13 U14 U15 U17 U18",
        "U01 U10 U12 U17",
        "U19",
        "U19",
        "U19"
    };

    private static final int[] MECHANISMS_OF_TASK = {14, 8, 8, 9, 7, 9, 4, 6, 3, 6, 6, 3, 5, 6, 4, 7, 5};
    private static final int[] DEADLINES = {
        2025, 2022, 2022, 2022, 0, 2022, 2022, 2022, 2025, 2022, 2022, 2022, 2025, 2025, 2025, 2025, 0
    };
    private static final String[] UNITS = {
        "区委宣传部",
        "区委网信办",
        "区人大办公室",
        "区政协办公室",
        "区人民法院",
        "区人民检察院",
        "区发改局",
        "区教育局",
        "区科技局",
        "区工信和商务局",
        "区司法局",
        "区财政局",
        "区自然资源局",
        "区农业农村局",
        "区旅游和文体广电局",
        "区公安分局",
        "区市场监督管理分局",
        "各乡镇",
        "区知识产权发展和保护工作联席会议各成员单位"
    };
    private static final String[] MEASURES = {"件", "次", "场", "人次", "家"};

    /** One line of the report: a task, a unit, a mechanism. */
    private record Line(int task, int unit, int mechanism) {}

    /** Lines that exist at most: every unit on every mechanism of its tasks. */
    static final int MOST = lines().size();

    private final List<Line> lines;
    private final Columns at;
    private final Dice dice = new Dice();
    private final long stream;
    private final Shuffle[] shuffles = new Shuffle[Months.COUNT / 3];

    TaskReports(Setting setting, int rowsOfQuarter) {
        this.stream = setting.stream("S26");
        this.at = setting.columns("S26");
        this.lines = chosen(rowsOfQuarter, new Shuffle(pairs(), stream, 0));
        for (int q = 0; q < shuffles.length; q++) {
            shuffles[q] = new Shuffle(lines.size(), stream, q + 1);
        }
    }

    private static int pairs() {
        int sum = 0;
        for (String units : UNITS_OF_TASK) {
            sum += units.split(" ").length;
        }
        return sum;
    }

    /** All lines, the first mechanism of every pair first. */
    private static List<Line> lines() {
        List<Line> all = new ArrayList<>();
        for (int mechanism = 0; mechanism < 14; mechanism++) {
            for (int task = 0; task < 17; task++) {
                for (String unit : UNITS_OF_TASK[task].split(" ")) {
                    if (mechanism < MECHANISMS_OF_TASK[task]) {
                        all.add(new Line(task, Integer.parseInt(unit.substring(1)) - 1, mechanism));
                    }
                }
            }
        }
        return all;
    }

    private static List<Line> chosen(int rows, Shuffle first) {
        List<Line> all = lines();
        List<Line> chosen = new ArrayList<>();
        for (int i = 0; i < Math.min(rows, all.size()); i++) {
            chosen.add(all.get(i < first.size() ? (int) first.slot(i) : i));
        }
        return chosen;
    }

    @Override
    public String source() {
        return "S26";
    }

    @Override
    public int step() {
        return 3;
    }

    private long late() {
        return (long) lines.size() * LATE_PER_MILLE / 1000;
    }

    @Override
    public long fresh(int month) {
        return month % 3 == 2 ? lines.size() - late() : 0;
    }

    @Override
    public long revised(int month) {
        return month % 3 == 2 && month > 2 ? late() : 0;
    }

    @Override
    public boolean settled(int month, long nth) {
        return true;
    }

    @Override
    public void fresh(int month, long nth, int asOf, Cells row) {
        int quarter = month / 3;
        write(quarter, lines.get((int) shuffles[quarter].slot(late() + nth)), Months.end(month), row);
    }

    @Override
    public void revised(int month, long nth, Cells row) {
        int quarter = month / 3 - 1;
        write(quarter, lines.get((int) shuffles[quarter].slot(nth)), Months.start(month - 2) + 30, row);
    }

    private void write(int quarter, Line line, long lastDay, Cells row) {
        int month = quarter * 3 + 2;
        Dice d = dice.at(stream, (((long) quarter * 32 + line.task()) * 32 + line.unit()) * 32 + line.mechanism());
        String status = status(line, Months.year(month), d);
        int measure = d.below(MEASURES.length);
        row.clear();
        row.count(at.at("task_no"), line.task() + 1);
        row.text(
                at.at("mech_id"),
                "T" + Numbers.padded(line.task() + 1, 2) + "-M" + Numbers.padded(line.mechanism() + 1, 2));
        row.text(at.at("org"), UNITS[line.unit()]);
        row.text(at.at("period"), Months.year(month) + "Q" + Months.ofYear(month) / 3);
        row.text(at.at("progress"), "演示：本季度按任务清单推进，" + progress(status));
        row.count(at.at("qty"), d.between(1, 40));
        row.text(at.at("qty_unit"), MEASURES[measure]);
        row.text(at.at("status"), status);
        row.count(at.at("self_pct"), percent(status, d));
        boolean proven = status.equals("已完成") || d.chance(500);
        row.text(at.at("evidence"), proven ? "演示材料〔" + Months.year(month) + "〕" + d.between(1, 300) + "号" : "");
        row.text(at.at("issues"), status.equals("滞后") ? "人员不足，进度滞后" : "");
        row.text(at.at("filler"), People.name(d));
        row.text(at.at("phone"), People.phone(d));
        row.date(at.at("submit_date"), lastDay - d.below(9));
    }

    private static String status(Line line, int year, Dice d) {
        int deadline = DEADLINES[line.task()];
        boolean behind = d.chance(50);
        boolean done = d.chance(deadline < year ? 860 : deadline == year ? 560 : 260);
        if (behind) {
            return "滞后";
        }
        if (deadline == 0) {
            return "长期推进";
        }
        return done ? "已完成" : "推进中";
    }

    private static String progress(String status) {
        return switch (status) {
            case "已完成" -> "各项措施已落实";
            case "滞后" -> "部分措施尚未落实";
            case "长期推进" -> "形成常态化机制";
            default -> "主要措施正在落实";
        };
    }

    private static int percent(String status, Dice d) {
        int drawn = d.between(0, 30);
        return switch (status) {
            case "已完成" -> 100;
            case "滞后" -> 20 + drawn;
            default -> 60 + drawn;
        };
    }
}
