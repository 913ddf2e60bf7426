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
 * S02, the ledger of penalty cases. A case appears when it is filed, comes again when it is decided and when it is
 * closed. Most are decided within the 90 days of the procedure, some with an approved extension, a few late.
 */
final class PenaltyCases extends LivedChronicle {
    /**
     * How a case goes on: month of decision after filing (-1 none), whether it is decided in the first half of that
     * month (then it closes in the same one, else in the next), month in which an undecided case is closed.
     */
    private record Path(int decision, boolean early, int closing) {}

    private static final List<Path> PATHS = List.of(
            new Path(0, true, 0),
            new Path(1, false, 2),
            new Path(2, true, 2),
            new Path(2, false, 3),
            new Path(3, true, 3),
            new Path(3, false, 4),
            new Path(5, true, 5),
            new Path(7, false, 8),
            new Path(-1, true, 1),
            new Path(-1, true, 2),
            new Path(-1, true, -1));
    static final List<Course> COURSES = List.of(
            Course.of(80),
            Course.of(220, 1, 2),
            Course.of(200, 2),
            Course.of(180, 2, 3),
            Course.of(110, 3),
            Course.of(60, 3, 4),
            Course.of(20, 5),
            Course.of(20, 7, 8),
            Course.of(60, 1),
            Course.of(30, 2),
            Course.of(20));
    private static final String[] SOURCES = {"监督检查", "投诉举报", "部门移送", "上级交办", "其他"};
    private static final Weighted SOURCE_WEIGHTS = new Weighted(52, 24, 10, 8, 6);
    private static final String[] CLOSE_TYPES = {"处罚", "不予处罚", "撤案", "移送", "终止"};
    private static final Weighted CLOSE_WEIGHTS = new Weighted(0, 45, 30, 15, 10);
    private static final String[] STAGES = {"销售", "网络销售", "生产", "印制", "仓储", "进出口"};
    private static final Weighted STAGE_WEIGHTS = new Weighted(620, 180, 110, 40, 40, 10);
    private static final String[] CAMPAIGNS = {"铁拳", "守护知识产权", "无", "剑网"};
    private static final Weighted CAMPAIGN_WEIGHTS = new Weighted(40, 20, 40);
    private static final String[] INTENTS = {"一般", "故意", "善意", "恶意"};
    private static final Weighted INTENT_WEIGHTS = new Weighted(60, 20, 17, 3);
    private static final String[] GOODS = {"白酒", "服装", "洗发水", "手机配件", "运动鞋", "包装盒", "枸杞", "图书"};
    private static final String[] UNITS = {"瓶", "件", "瓶", "件", "双", "个", "千克", "册"};

    private final Population population;
    private final Columns at;
    private final Reports reports;
    private final Dice dice = new Dice();
    private final CaseFile file = new CaseFile();

    PenaltyCases(Setting setting, Volume volume, Reports reports) {
        super(volume, COURSES, setting.stream("S02"));
        this.population = setting.population();
        this.at = setting.columns("S02");
        this.reports = reports;
        reports.leadTo(this);
    }

    @Override
    public String source() {
        return "S02";
    }

    /** Courses whose decision falls into the first (or second) half of a month, as months after filing. */
    static List<int[]> decided(boolean early) {
        return java.util.stream.IntStream.range(0, PATHS.size())
                .filter(i -> PATHS.get(i).decision() >= 0 && PATHS.get(i).early() == early)
                .mapToObj(i -> new int[] {i, PATHS.get(i).decision()})
                .toList();
    }

    /** Everything about a case, to its end. */
    void read(int origin, long slot, CaseFile into) {
        Dice d = dice(dice, origin, slot);
        Path path = PATHS.get(lifecycle.course(origin, slot));
        into.number = volume.before(origin) + slot + 1;
        into.detail = d.next() >>> 1;
        into.kind = Rights.kind(d);
        into.violation = Rights.violation(into.kind, d);
        into.party = population.any(d);
        into.source = SOURCE_WEIGHTS.pick(d);
        begin(origin, slot, path, into);
        proceed(origin, path, into);
        amounts(path, into);
    }

    private void begin(int origin, long slot, Path path, CaseFile into) {
        Dice d = dice;
        int lag = d.chance(60) ? d.between(26, 45) : d.between(2, 18);
        into.clueNo = "";
        into.filingDay = day(origin, slot);
        into.clueDay = into.filingDay - lag;
        if (path.decision() == 0) {
            into.clueDay = Months.start(origin) + d.below(15);
            into.filingDay = CaseFile.NEVER;
        } else if (reports.isOriginOf(origin, slot)) {
            reports.fillOrigin(origin, slot, into);
        }
        into.year = Months.year(origin);
        into.yearly = yearlyNumber(origin, slot);
    }

    private void proceed(int origin, Path path, CaseFile into) {
        Dice d = dice;
        into.decisionDay = CaseFile.NEVER;
        into.closeDay = CaseFile.NEVER;
        into.extensionDay = CaseFile.NEVER;
        into.closeType = 0;
        into.deductedDays = d.chance(120) ? d.between(3, 25) : 0;
        int within = d.below(13);
        int after = d.between(1, 12);
        int other = CLOSE_WEIGHTS.pick(d);
        boolean extended = d.chance(800);
        if (path.decision() == 0) {
            into.decisionDay = into.clueDay;
        } else if (path.decision() > 0) {
            into.decisionDay = Months.start(origin + path.decision()) + (path.early() ? 1 : 15) + within;
            if (extended && into.decisionDay - into.filingDay > 85) {
                into.extensionDay = into.filingDay + 80;
            }
        }
        close(origin, path, into, after);
        if (!into.isDecided()) {
            into.closeType = other;
        }
    }

    private static void close(int origin, Path path, CaseFile into, int after) {
        if (path.closing() < 0) {
            return;
        }
        int month = origin + path.closing();
        boolean sameMonth = path.decision() >= 0 && path.early();
        into.closeDay =
                sameMonth ? Math.min(into.decisionDay + after, Months.end(month)) : Months.start(month) + after + 11;
    }

    private void amounts(Path path, CaseFile into) {
        Dice d = dice;
        into.goods = into.kind == Rights.COPYRIGHT ? 7 : into.kind == Rights.INDICATION ? 6 : d.below(6);
        double size = d.unit();
        into.approximate = d.chance(15);
        long goods = (long) (30_000 + 6_000_000 * size * size * size * size) / 100 * 100 + d.below(100);
        into.goodsCents = into.approximate ? (goods / 1_000_000 + 1) * 1_000_000 : goods;
        into.gainCents = into.goodsCents / 100 * d.between(5, 30);
        int times = path.decision() == 0 ? 20 : d.between(50, 250);
        boolean spared = d.chance(40);
        into.fineCents = spared ? 0 : Math.max(50_000, into.goodsCents / 100 * times / 10_000 * 10_000);
        into.confiscatedCents = d.chance(550) ? into.gainCents : 0;
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        read(origin, slot, file);
        row.clear();
        writeCase(row);
        writeRight(row);
        writeFacts(row);
        writeState(Months.end(asOf), row);
    }

    private void writeCase(Cells row) {
        String party = population.name(file.party);
        row.text(at.at("case_no"), file.caseNo());
        row.text(at.at("case_name"), party + "涉嫌" + Rights.violation(file.kind, file.violation) + "案");
        row.text(at.at("case_source"), file.clueNo.isEmpty() ? SOURCES[file.source] : SOURCES[1]);
        row.text(at.at("clue_no"), file.clueNo);
        row.date(at.at("clue_date"), file.clueDay);
        if (file.filingDay != CaseFile.NEVER) {
            row.date(at.at("filing_date"), file.filingDay);
        }
        row.text(at.at("party_name"), party);
        row.text(at.at("uscc"), population.creditCode(file.party));
        int township = population.township(file.party);
        if (file.detail % 50 == 7) {
            // nobody noted where: the row belongs to 乡镇不详
            row.text(at.at("address"), "宁夏中卫市沙坡头区");
        } else {
            row.text(at.at("address"), population.address(file.party));
            row.text(at.at("township"), Townships.name(township));
        }
        row.text(at.at("industry"), population.industry(file.party));
    }

    private void writeRight(Cells row) {
        row.text(at.at("ip_type"), Rights.label(file.kind));
        row.text(at.at("right_no"), Rights.number(file.kind, file.detail));
        row.text(at.at("right_holder"), Rights.holder(file.detail));
        row.text(at.at("holder_country"), Rights.country(file.detail));
        row.text(at.at("violation"), Rights.violation(file.kind, file.violation));
    }

    private void writeFacts(Cells row) {
        Dice d = dice.at(stream + 1, file.number);
        int stage = STAGE_WEIGHTS.pick(d);
        row.text(at.at("stage"), STAGES[stage]);
        row.flag(at.at("is_online"), stage == 1);
        row.text(at.at("campaign"), CAMPAIGNS[file.kind == Rights.COPYRIGHT ? 3 : CAMPAIGN_WEIGHTS.pick(d)]);
        row.money(at.at("goods_value_yuan"), file.goodsCents);
        row.money(at.at("illegal_gain_yuan"), file.gainCents);
        row.count(at.at("conf_goods_qty"), d.between(2, 400));
        row.text(at.at("qty_unit"), UNITS[file.goods]);
        if (file.filingDay != CaseFile.NEVER && d.chance(200)) {
            row.date(at.at("coercive_date"), file.filingDay);
        }
        row.text(at.at("intent"), INTENTS[INTENT_WEIGHTS.pick(d)]);
        row.text(at.at("handling_org"), handlingOrgan());
        row.text(at.at("handler"), People.name(d));
    }

    private String handlingOrgan() {
        return switch (file.kind) {
            case Rights.COPYRIGHT -> "区旅游和文体广电局";
            case Rights.INDICATION -> file.detail % 2 == 0 ? "区农业农村局" : "区市场监督管理分局";
            default -> "区市场监督管理分局";
        };
    }

    private void writeState(long today, Cells row) {
        boolean decided = file.decisionDay <= today;
        if (file.extensionDay <= today) {
            row.date(at.at("ext_date"), file.extensionDay);
        }
        if (decided) {
            writeDecision(row);
        }
        if (file.closeDay <= today) {
            row.date(at.at("close_date"), file.closeDay);
            row.text(at.at("close_type"), CLOSE_TYPES[file.closeType]);
            writeTransfer(row);
        }
        row.count(at.at("deduct_days"), file.deductedDays);
        row.flag(at.at("is_major"), file.goodsCents > 4_000_000);
    }

    private void writeDecision(Cells row) {
        row.date(at.at("decision_date"), file.decisionDay);
        row.text(at.at("decision_no"), file.decisionNo());
        row.money(at.at("fine_yuan"), file.fineCents);
        row.money(at.at("conf_gain_yuan"), file.confiscatedCents);
        row.text(at.at("review_result"), file.detail % 60 == 11 ? "维持" : "无");
        if (file.goodsCents > 4_000_000 && file.filingDay != CaseFile.NEVER) {
            row.date(at.at("legal_review_date"), Math.max(file.filingDay, file.decisionDay - 4));
        }
    }

    private void writeTransfer(Cells row) {
        boolean transferred = file.closeType == 3;
        row.flag(at.at("is_transferred"), transferred);
        if (transferred) {
            row.time(at.at("transfer_date"), (file.closeDay * 24 + 9) * 60 + file.detail % 400);
        }
    }

    /** Goods of the case in words. */
    static String goods(CaseFile file) {
        return GOODS[file.goods];
    }
}
