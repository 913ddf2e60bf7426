package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.draw.Weighted;
import org.ipwarehouse.samples.population.People;
import org.ipwarehouse.samples.population.Population;
import org.ipwarehouse.samples.population.Townships;

/**
 * S04, consumers' complaints. The file of a month has what was registered from the 21st of the month before to the 20th,
 * so that each complaint has its decision on acceptance; mediation ends in the same month or up to three months later.
 */
final class Complaints extends LivedChronicle {
    private static final int NOT_ACCEPTED = 0;
    private static final int RETURNED = 1;
    private static final int ONLINE = 2;
    private static final int AT_ONCE = 3;
    static final List<Course> COURSES = List.of(
            Course.of(120),
            Course.of(30),
            Course.of(50),
            Course.of(200),
            Course.of(470, 1),
            Course.of(80, 2),
            Course.of(25, 3),
            Course.of(25));
    private static final String[] CHANNELS = {"App", "小程序", "电话", "网站", "转办", "来人", "来函"};
    private static final Weighted CHANNEL_WEIGHTS = new Weighted(30, 22, 20, 10, 12, 4, 2);
    private static final String[] PROPERTY_CLASSES = {"知识产权-商标侵权", "知识产权-假冒专利", "知识产权-地理标志", "假冒-仿冒混淆"};
    private static final Weighted PROPERTY_WEIGHTS = new Weighted(76, 7, 9, 8);
    private static final String[] OTHER_CLASSES = {"质量", "合同", "价格", "售后服务", "广告", "食品安全"};
    private static final String[] OBJECTS = {
        "商品-烟酒饮料", "商品-服装鞋帽", "商品-家居用品", "商品-通讯产品", "商品-食品-水果及制品", "商品-化妆品", "服务-餐饮住宿", "服务-文化娱乐"
    };
    private static final String[] PLATFORMS = {"示例优选商城", "示例直播", "示例团购"};
    private static final String[] UNITS = {"沙坡头区市场监管分局", "区市场监督管理分局", "滨河市场监管所", "文昌市场监管所", "迎水桥市场监管所"};
    private static final Weighted UNIT_WEIGHTS = new Weighted(45, 25, 14, 10, 6);
    private static final String[] REFUSALS = {"不属于市场监管部门职责", "被投诉人不在本行政区域", "不能证明消费者权益争议", "已由其他组织受理"};
    private static final String[] RESULTS = {"达成协议", "终止调解", "撤回", "和解"};
    private static final Weighted RESULT_WEIGHTS = new Weighted(56, 24, 12, 8);
    private static final String[] AREAS = {"640502", "640502", "640502", "640521", "640104", "610113", "330106"};

    private final Population population;
    private final Columns at;
    private final Dice dice = new Dice();

    Complaints(Setting setting, Volume volume) {
        super(volume, COURSES, setting.stream("S04"));
        this.population = setting.population();
        this.at = setting.columns("S04");
    }

    @Override
    public String source() {
        return "S04";
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        Dice d = dice(dice, origin, slot);
        int course = lifecycle.course(origin, slot);
        long party = population.any(d);
        long registered = Months.start(origin) - 11 + slot * 30 / volume.in(origin);
        long minute = registered * 1440 + d.between(8 * 60, 20 * 60);
        row.clear();
        row.text(at.at("reg_no"), "TS640502" + Numbers.compactDay(registered) + Numbers.padded(slot + 1, 7));
        row.time(at.at("reg_time"), minute);
        row.time(at.at("recv_time"), minute + d.between(5, 600));
        writePeople(d, row);
        writeTarget(party, d, row);
        long disputed = writeSubject(d, row);
        long accepted = writeDecision(origin, course, registered, row);
        writeEnd(origin, course, asOf, row, new Dispute(accepted, disputed));
    }

    private void writePeople(Dice d, Cells row) {
        row.text(at.at("channel"), CHANNELS[CHANNEL_WEIGHTS.pick(d)]);
        row.text(at.at("complainant"), People.name(d));
        row.text(at.at("phone"), People.phone(d));
        row.text(at.at("complainant_area"), d.oneOf(AREAS));
    }

    private void writeTarget(long party, Dice d, Cells row) {
        row.text(at.at("target_name"), population.name(party));
        row.text(at.at("target_uscc"), population.creditCode(party));
        row.text(at.at("target_addr"), population.address(party));
        if (!d.chance(60)) {
            row.text(at.at("township"), Townships.name(population.township(party)));
        }
    }

    private long writeSubject(Dice d, Cells row) {
        boolean property = d.chance(450);
        row.text(at.at("object_class"), d.oneOf(OBJECTS));
        int propertyClass = PROPERTY_WEIGHTS.pick(d);
        String other = d.oneOf(OTHER_CLASSES);
        row.text(at.at("issue_class"), property ? PROPERTY_CLASSES[propertyClass] : other);
        row.flag(at.at("is_ip"), property);
        boolean online = d.chance(280);
        row.text(at.at("platform"), online ? d.oneOf(PLATFORMS) : "");
        double u = d.unit();
        long cents = 1_000 + (long) (900_000 * u * u * u) / 10 * 10;
        row.money(at.at("dispute_amount"), cents);
        row.text(at.at("handling_unit"), UNITS[UNIT_WEIGHTS.pick(d)]);
        return cents;
    }

    /** What the end of a complaint depends on: the day of its acceptance and the amount at stake, in 分. */
    private record Dispute(long accepted, long cents) {}

    private long writeDecision(int origin, int course, long registered, Cells row) {
        Dice d = dice;
        int wait = d.chance(40) ? d.between(11, 13) : d.between(1, 7);
        long day = Math.min(registered + wait, Months.end(origin));
        String refusal = d.oneOf(REFUSALS);
        row.flag(at.at("is_odr"), course == ONLINE);
        row.text(at.at("accept_decision"), course == NOT_ACCEPTED ? "不予受理" : course == RETURNED ? "退回" : "受理");
        if (course == NOT_ACCEPTED) {
            row.text(at.at("reject_reason"), refusal);
        }
        if (course != ONLINE) {
            row.time(at.at("accept_time"), day * 1440 + 17 * 60 + d.below(50));
        }
        return day;
    }

    private void writeEnd(int origin, int course, int asOf, Cells row, Dispute dispute) {
        Dice d = dice;
        int wait = d.between(2, 10);
        int dayOfMonth = d.between(1, 24);
        int result = course == ONLINE ? 3 : RESULT_WEIGHTS.pick(d);
        long recovered = dispute.cents() / 100 * d.between(30, 100);
        int satisfaction = d.between(2, 5);
        int rated = d.below(10);
        int lag =
                switch (course) {
                    case NOT_ACCEPTED, RETURNED -> -1;
                    case ONLINE, AT_ONCE -> 0;
                    case 4, 5, 6 -> course - 3;
                    default -> -1;
                };
        if (lag < 0 || origin + lag > asOf) {
            return;
        }
        long start = Months.start(origin);
        long day = lag == 0
                ? Math.min(Math.max(dispute.accepted(), start + 18 + wait), Months.end(origin))
                : Months.start(origin + lag) + (lag == 1 ? dayOfMonth : dayOfMonth / 3);
        row.time(at.at("close_time"), day * 1440 + 18 * 60 + wait);
        row.text(at.at("result"), RESULTS[result]);
        boolean success = result == 0 || result == 3;
        row.money(at.at("recovered"), success ? recovered : 0);
        row.count(at.at("satisfaction"), rated < 6 ? 0 : satisfaction);
    }
}
