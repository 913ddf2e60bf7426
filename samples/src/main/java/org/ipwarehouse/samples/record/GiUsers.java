package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Shuffle;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.draw.Weighted;
import org.ipwarehouse.samples.population.Population;
import org.ipwarehouse.samples.population.Townships;

/**
 * S15, users of geographical indications and the signs issued to them. The first file lists every user; after that a row
 * is an issue of signs, or the end of a user's right. Users join slowly and a few leave.
 */
final class GiUsers extends LivedChronicle {
    static final List<Course> COURSES = List.of(Course.of(850), Course.of(150, 3));
    private static final String[] NAMES = {"沙坡头苹果", "宁夏枸杞", "中卫硒砂瓜", "南长滩大枣", "南长滩软梨子", "韩闸韭菜"};
    private static final Weighted NAME_WEIGHTS = new Weighted(38, 24, 20, 6, 4, 8);
    private static final String[] TYPES = {"农产品地理标志", "地理标志证明/集体商标", "地理标志产品", "农产品地理标志", "农产品地理标志", "农产品地理标志"};
    private static final int[] SPEC_GRAMS = {5000, 500, 8000, 1000, 2500, 500};
    private static final int[] YUAN_A_TON = {6_000, 60_000, 1_800, 20_000, 9_000, 5_000};

    private final Population population;
    private final Columns at;
    private final Dice dice = new Dice();
    private final long users;
    private final Shuffle parties;

    GiUsers(Setting setting, Volume volume, long users) {
        super(volume, COURSES, setting.stream("S15"));
        this.population = setting.population();
        this.at = setting.columns("S15");
        this.users = users;
        this.parties = new Shuffle(population.growers(), setting.stream("S15-users"), 0);
    }

    @Override
    public String source() {
        return "S15";
    }

    /** Users who have been approved by the end of the month; they are numbered in the order of approval. */
    long approved(int month) {
        return Math.max(1, users * 78 / 100 + users * 22 * (month + 1) / 3600);
    }

    /** Users who have left by the end of the month: always the oldest numbers. */
    long left(int month) {
        return users * 8 * (month + 1) / 3600;
    }

    /** Rows beyond the ordinary issues: the list of all users at the beginning, later those who leave. */
    private long extra(int month) {
        return month == 0 ? approved(0) : left(month) - left(month - 1);
    }

    @Override
    public long fresh(int month) {
        return volume.in(month) + extra(month);
    }

    @Override
    public boolean settled(int month, long nth) {
        return nth >= volume.in(month) || super.settled(month, nth);
    }

    static String name(int indication) {
        return NAMES[indication];
    }

    int indication(long user) {
        return NAME_WEIGHTS.pick(dice.at(stream + 1, user));
    }

    /** The enterprise behind a user's number. */
    long party(long user) {
        return population.grower(parties.slot(user));
    }

    private long active(int month) {
        return approved(month) - left(month);
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        long ordinary = volume.in(origin);
        if (slot < ordinary) {
            long turn = (volume.before(origin) + slot) % active(origin);
            long round = slot / active(origin);
            long user = left(origin) + turn;
            int day = (int) ((Dice.mix(user) >>> 33) % 28 + round) % 28;
            writeIssue(user, origin, Months.start(origin) + day, row);
            writeUse(origin, slot, asOf, row);
        } else if (origin == 0) {
            writeIssue(slot - ordinary, origin, Months.start(origin) + 28, row);
        } else {
            writeEnd(left(origin - 1) + slot - ordinary, origin, row);
        }
    }

    private void writeUser(long user, Cells row) {
        long party = party(user);
        int indication = indication(user);
        row.clear();
        row.text(at.at("gi_name"), NAMES[indication]);
        row.text(at.at("gi_type"), TYPES[indication]);
        row.text(at.at("gi_no"), "示例公告第" + (indication + 1) + "号");
        row.text(at.at("user"), population.name(party));
        row.text(at.at("uscc"), population.creditCode(party));
        row.text(at.at("township"), Townships.name(population.township(party)));
        row.date(at.at("approve_date"), approval(user));
        row.text(at.at("approve_no"), "示例核准〔" + Numbers.year(approval(user)) + "〕" + (user + 1) + "号");
        row.number(at.at("spec_kg"), SPEC_GRAMS[indication], 3);
        row.number(at.at("quota_t"), quota(user) * 1000, 3);
    }

    private long quota(long user) {
        return 20 + dice.at(stream + 2, user).below(480);
    }

    private long approval(long user) {
        Dice d = dice.at(stream + 3, user);
        if (user < approved(0)) {
            return Months.start(-Months.LEAD) - 30 - d.below(2400);
        }
        int month = 0;
        while (approved(month) <= user) {
            month++;
        }
        return Months.start(month) - 20 - d.below(30);
    }

    private void writeIssue(long user, int origin, long day, Cells row) {
        writeUser(user, row);
        Dice d = dice.at(stream + 4, user * 64 + origin);
        row.text(at.at("status"), "有效");
        row.count(at.at("issued"), 500L * d.between(2, 40));
        row.date(at.at("issue_date"), day);
    }

    /** What became of the signs is reported a quarter later, for some. */
    private void writeUse(int origin, long slot, int asOf, Cells row) {
        Dice d = dice(dice, origin, slot);
        int share = d.between(60, 100);
        if (asOf < origin + 3 || lifecycle.course(origin, slot) != 1) {
            return;
        }
        long issued = row.number(at.at("issued"));
        long grams = row.number(at.at("spec_kg"));
        long used = issued * share / 100;
        row.count(at.at("used"), used);
        row.number(at.at("sold_t"), used * grams / 1000, 3);
        // kg sold · 元 a ton / 1000 = 元; in 分 that is kg · price / 10
        row.money(at.at("output_yuan"), used * grams / 1000 * price(row) / 10);
    }

    private int price(Cells row) {
        return YUAN_A_TON[List.of(NAMES).indexOf(row.text(at.at("gi_name")))];
    }

    private void writeEnd(long user, int month, Cells row) {
        writeUser(user, row);
        long day = Months.start(month) + dice.at(stream + 5, user).below(28);
        row.text(at.at("status"), "注销");
        row.date(at.at("cancel_date"), day);
        row.count(at.at("issued"), 0);
        row.date(at.at("issue_date"), day);
    }
}
