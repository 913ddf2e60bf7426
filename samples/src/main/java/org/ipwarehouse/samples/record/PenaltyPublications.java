package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.population.CreditCode;
import org.ipwarehouse.samples.population.Population;

/**
 * S01, published penalties: every decision of S02 under the same number, and other penalties of the same authority, of
 * which some come again when the entry is repaired. The file of a month has the decisions of its first half and of the
 * second half of the month before, so that all of them could be published.
 */
final class PenaltyPublications extends LivedChronicle {
    static final String AUTHORITY = "中卫市市场监督管理局沙坡头区分局";
    static final String AUTHORITY_CODE = CreditCode.of("11640500", 880_000_001L);
    static final List<Course> COURSES = List.of(Course.of(940), Course.of(60, 4));
    private static final String[] OTHERS = {
        "销售超过保质期的食品", "未按规定明码标价", "使用未经检定的计量器具", "未办理年度报告", "发布虚假广告", "无证经营食品", "销售不合格产品"
    };
    private static final String[] LAWS = {
        "《中华人民共和国食品安全法》",
        "《中华人民共和国价格法》",
        "《中华人民共和国计量法》",
        "《市场主体登记管理条例》",
        "《中华人民共和国广告法》",
        "《中华人民共和国食品安全法》",
        "《中华人民共和国产品质量法》"
    };
    /** 2099-12-31, the form's way to say "without end". */
    private static final long WITHOUT_END = 47_481;

    private final Population population;
    private final PenaltyCases cases;
    private final Columns at;
    private final Dice dice = new Dice();
    private final CaseFile file = new CaseFile();

    PenaltyPublications(Setting setting, Volume others, PenaltyCases cases) {
        super(others, COURSES, setting.stream("S01"));
        this.population = setting.population();
        this.cases = cases;
        this.at = setting.columns("S01");
    }

    @Override
    public String source() {
        return "S01";
    }

    /** Decisions of S02 that the file of the month publishes. */
    private long published(int month) {
        return published(month, true) + published(month - 1, false);
    }

    private long published(int month, boolean early) {
        long sum = 0;
        for (int[] path : PenaltyCases.decided(early)) {
            sum += cases.lifecycle.count(month - path[1], path[0]);
        }
        return sum;
    }

    @Override
    public long fresh(int month) {
        return published(month) + volume.in(month);
    }

    @Override
    public void fresh(int month, long nth, int asOf, Cells row) {
        long early = published(month, true);
        long late = published(month - 1, false);
        if (nth < early) {
            writeCase(month, nth, true, row);
        } else if (nth < early + late) {
            writeCase(month - 1, nth - early, false, row);
        } else {
            write(month, nth - early - late, asOf, row);
        }
    }

    @Override
    public boolean settled(int month, long nth) {
        return true;
    }

    private void writeCase(int month, long nth, boolean early, Cells row) {
        long rest = nth;
        for (int[] path : PenaltyCases.decided(early)) {
            int origin = month - path[1];
            long count = cases.lifecycle.count(origin, path[0]);
            if (rest < count) {
                cases.read(origin, cases.lifecycle.slot(origin, path[0], rest), file);
                writeProperty(row);
                return;
            }
            rest -= count;
        }
        throw new IndexOutOfBoundsException("Month " + month + " has no decision " + nth);
    }

    private void writeProperty(Cells row) {
        Dice d = dice.at(stream + 1, file.number);
        String violation = Rights.violation(file.kind, file.violation);
        row.clear();
        writeParty(file.party, row);
        row.text(at.at("decision_no"), file.decisionNo());
        row.text(at.at("violation"), violation);
        row.text(at.at("facts"), "当事人" + violation + "，涉案" + PenaltyCases.goods(file) + "，案件编号" + file.caseNo());
        row.text(at.at("legal_basis"), Rights.law(file.kind));
        writePenalty(file.fineCents, file.confiscatedCents, row);
        writeDays(file.decisionDay, d, row);
        row.text(at.at("repair_status"), "未修复");
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        Dice d = dice(dice, origin, slot);
        long party = population.any(d);
        int kind = d.below(OTHERS.length);
        long fine = d.between(2, 200) * 10_000L;
        boolean confiscates = d.chance(300);
        long confiscated = confiscates ? d.between(10, 4000) * 100L : 0;
        long decided = Math.min(day(origin, slot), Months.start(origin) + 14);
        row.clear();
        writeParty(party, row);
        row.text(
                at.at("decision_no"), Numbers.official("卫沙市监", "综罚决", Months.year(origin), yearlyNumber(origin, slot)));
        row.text(at.at("violation"), OTHERS[kind]);
        row.text(at.at("facts"), "经查，当事人" + OTHERS[kind] + "，责令改正并处罚");
        row.text(at.at("legal_basis"), LAWS[kind]);
        writePenalty(fine, confiscated, row);
        writeDays(decided, d, row);
        boolean repaired = lifecycle.course(origin, slot) == 1 && asOf >= origin + 4;
        row.text(at.at("repair_status"), repaired ? "已修复" : "未修复");
    }

    private void writeParty(long party, Cells row) {
        Population.Kind kind = population.kind(party);
        boolean household = kind == Population.Kind.HOUSEHOLD || kind == Population.Kind.FARM;
        row.text(at.at("party_name"), population.name(party));
        row.text(at.at("party_kind"), household ? "个体工商户" : "法人及非法人组织");
        row.text(at.at("uscc"), population.creditCode(party));
        row.text(at.at("legal_rep"), population.legalRepresentative(party));
        row.text(at.at("authority"), AUTHORITY);
        row.text(at.at("authority_uscc"), AUTHORITY_CODE);
        row.text(at.at("data_unit"), AUTHORITY);
        row.text(at.at("data_unit_uscc"), AUTHORITY_CODE);
    }

    private void writePenalty(long fine, long confiscated, Cells row) {
        String kinds = (fine > 0 ? "罚款" : "警告") + (confiscated > 0 ? ";没收违法所得" : "") + ";没收非法财物";
        String content = (fine > 0 ? "罚款" + yuan(fine) + "元" : "责令停止侵权行为，予以警告") + "；没收涉案物品";
        row.text(at.at("penalty_kinds"), kinds);
        row.text(at.at("penalty_content"), content);
        row.money(at.at("fine_yuan"), fine);
        row.money(at.at("confiscated_yuan"), confiscated);
    }

    private static String yuan(long cents) {
        return cents % 100 == 0 ? Long.toString(cents / 100) : cents / 100 + "." + Numbers.padded(cents % 100, 2);
    }

    /** Published within seven working days as a rule; a few late, a few never. */
    private void writeDays(long decided, Dice d, Cells row) {
        int wait = d.chance(70) ? d.between(12, 13) : d.between(1, 8);
        boolean never = d.chance(15);
        row.date(at.at("decision_date"), decided);
        row.date(at.at("valid_until"), WITHOUT_END);
        row.date(at.at("publish_until"), decided + 3 * 365);
        if (!never) {
            row.date(at.at("publish_date"), decided + wait);
        }
    }
}
