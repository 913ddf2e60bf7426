package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.draw.Weighted;
import org.ipwarehouse.samples.population.Population;
import org.ipwarehouse.samples.population.Townships;

/** S13, batches of produce with their codes, certificates and tests; what is harvested follows the season. */
final class TraceBatches extends LivedChronicle {
    static final List<Course> COURSES = List.of(Course.of(970), Course.of(30, 1));
    private static final String[] PRODUCTS = {"苹果", "枸杞", "硒砂瓜", "大枣", "软梨子", "韭菜", "设施番茄", "设施黄瓜"};
    /** Product number to the indication of {@link GiUsers} under which it is sold. */
    private static final int PLAIN = 6;

    private static final Weighted WINTER = new Weighted(5, 0, 0, 0, 0, 45, 28, 22);
    private static final Weighted SPRING = new Weighted(0, 0, 0, 0, 0, 40, 35, 25);
    private static final Weighted[] BY_MONTH = {
        WINTER,
        WINTER,
        SPRING,
        SPRING,
        SPRING,
        new Weighted(0, 42, 0, 0, 0, 24, 20, 14),
        new Weighted(2, 40, 38, 0, 0, 10, 6, 4),
        new Weighted(4, 34, 44, 0, 0, 9, 5, 4),
        new Weighted(30, 32, 8, 10, 2, 9, 5, 4),
        new Weighted(72, 3, 0, 10, 6, 4, 3, 2),
        new Weighted(46, 0, 0, 2, 2, 26, 14, 10),
        WINTER
    };
    private static final int[] KILOS = {4000, 300, 9000, 800, 1500, 400, 900, 800};
    private static final String[] RESULTS = {"合格", "未检", "不合格"};
    private static final Weighted RESULT_WEIGHTS = new Weighted(780, 210, 10);

    private final Population population;
    private final GiUsers users;
    private final Columns at;
    private final Dice dice = new Dice();

    TraceBatches(Setting setting, Volume volume, GiUsers users) {
        super(volume, COURSES, setting.stream("S13"));
        this.population = setting.population();
        this.users = users;
        this.at = setting.columns("S13");
    }

    @Override
    public String source() {
        return "S13";
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        Dice d = dice(dice, origin, slot);
        long number = volume.before(origin) + slot + 1;
        long harvested = day(origin, slot);
        int product = BY_MONTH[Months.ofYear(origin) - 1].pick(d);
        row.clear();
        writeProducer(origin, product, row);
        row.text(at.at("product"), PRODUCTS[product]);
        row.number(at.at("area_mu"), 100L * d.between(3, 300) + 50, 2);
        row.text(at.at("batch_no"), "SPT" + Numbers.compactDay(harvested) + Numbers.padded(number, 9));
        row.date(at.at("harvest_date"), harvested);
        writeQuantity(product, number, row);
        writeTest(origin, slot, harvested, asOf, row);
    }

    private void writeProducer(int origin, int product, Cells row) {
        Dice d = dice;
        long drawn = d.belowLong(users.approved(origin) - users.left(origin)) + users.left(origin);
        boolean byUser = product < PLAIN && d.chance(450);
        boolean marked = product < PLAIN && d.chance(700);
        long party = byUser ? users.party(drawn) : population.anyGrower(d);
        Population.Kind kind = population.kind(party);
        row.text(at.at("producer"), population.name(party));
        row.text(at.at("producer_code"), population.creditCode(party));
        row.text(
                at.at("ptype"),
                switch (kind) {
                    case COMPANY -> "企业";
                    case COOPERATIVE -> "合作社";
                    case FARM -> "家庭农场";
                    case HOUSEHOLD -> "农户";
                });
        row.text(at.at("township"), Townships.name(population.township(party)));
        if (byUser || marked) {
            row.text(at.at("gi_name"), GiUsers.name(product));
        }
    }

    private void writeQuantity(int product, long number, Cells row) {
        Dice d = dice;
        long kilos = (long) KILOS[product] * d.between(20, 180) / 100;
        boolean tons = kilos >= 5000 && d.chance(300);
        row.number(at.at("qty"), tons ? kilos : kilos * 1000, 3);
        row.text(at.at("unit"), tons ? "吨" : "kg");
        boolean coded = d.chance(860);
        int codes = d.between(20, 2000);
        boolean certified = d.chance(740);
        int certificates = d.between(1, 12);
        if (coded) {
            String stem = "64050288" + Numbers.padded(number, 9);
            row.text(at.at("code_from"), stem + "000001");
            row.text(at.at("code_to"), stem + Numbers.padded(codes, 6));
            row.count(at.at("codes"), codes);
        }
        if (certified) {
            row.text(at.at("cert_no"), "HGZ640502" + Numbers.padded(number, 9));
            row.count(at.at("cert_n"), certificates);
        }
    }

    private void writeTest(int origin, long slot, long harvested, int asOf, Cells row) {
        Dice d = dice;
        int result = RESULT_WEIGHTS.pick(d);
        int wait = d.below(3);
        long tested = Math.min(harvested + wait, Months.end(origin));
        if (lifecycle.course(origin, slot) == 1) {
            result = asOf > origin ? 0 : 1;
            tested = Months.start(origin + 1) + wait;
        }
        row.text(at.at("test_result"), RESULTS[result]);
        if (result != 1) {
            row.text(at.at("test_no"), "JC640502" + Numbers.padded(volume.before(origin) + slot + 1, 9));
            row.date(at.at("test_date"), tested);
        }
    }
}
