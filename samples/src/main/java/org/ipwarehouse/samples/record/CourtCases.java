package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.draw.Weighted;
import org.ipwarehouse.samples.population.Population;

/** S06, cases of the district court: filed, closed after some months, effective in the month after that. */
final class CourtCases extends LivedChronicle {
    private static final int[] CLOSING = {1, 2, 3, 4, 6, 8, -1};
    static final List<Course> COURSES = List.of(
            Course.of(180, 1, 2),
            Course.of(230, 2, 3),
            Course.of(190, 3, 4),
            Course.of(130, 4, 5),
            Course.of(100, 6, 7),
            Course.of(50, 8, 9),
            Course.of(120));
    private static final String[] KINDS = {"民事", "刑事", "行政"};
    private static final Weighted KIND_WEIGHTS = new Weighted(88, 9, 3);
    private static final String[] TYPES = {"民初", "刑初", "行初"};
    private static final String[] CIVIL = {"商标权权属、侵权纠纷", "著作权权属、侵权纠纷", "仿冒纠纷", "商标合同纠纷", "特许经营合同纠纷"};
    private static final Weighted CIVIL_WEIGHTS = new Weighted(58, 27, 7, 4, 4);
    private static final String[] CIVIL_RIGHTS = {"商标", "著作权(版权)", "不正当竞争(仿冒混淆等)", "商标", "商标"};
    private static final String[] CRIMES = {"销售假冒注册商标的商品罪", "假冒注册商标罪", "非法制造、销售非法制造的注册商标标识罪"};
    private static final Weighted CRIME_WEIGHTS = new Weighted(60, 30, 10);
    private static final String[] WAYS = {"判决", "调解", "准予撤诉", "驳回起诉", "其他"};
    private static final Weighted WAY_WEIGHTS = new Weighted(42, 20, 33, 3, 2);
    private static final String COURT = "中卫市沙坡头区人民法院";

    private final Population population;
    private final Columns at;
    private final Dice dice = new Dice();

    CourtCases(Setting setting, Volume volume) {
        super(volume, COURSES, setting.stream("S06"));
        this.population = setting.population();
        this.at = setting.columns("S06");
    }

    @Override
    public String source() {
        return "S06";
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        Dice d = dice(dice, origin, slot);
        int closing = CLOSING[lifecycle.course(origin, slot)];
        int kind = KIND_WEIGHTS.pick(d);
        row.clear();
        writeHead(origin, slot, kind, row);
        writeParties(kind, row);
        long claim = (d.between(5, 300) * 1000L + d.below(1000)) * 100;
        long filed = day(origin, slot);
        row.date(at.at("recv_date"), filed - d.below(7));
        row.date(at.at("file_date"), filed);
        row.text(at.at("procedure"), kind == 0 && closing > 0 && closing <= 2 ? "简易" : "普通");
        if (kind == 0) {
            row.money(at.at("claim"), claim);
        }
        row.flag(at.at("is_major"), d.chance(30));
        long closed = closing < 0 ? CaseFile.NEVER : Months.start(origin + closing) + d.between(2, 24);
        boolean live = d.chance(180);
        int way = kind == 0 ? WAY_WEIGHTS.pick(d) : 0;
        if (closed <= Months.end(asOf)) {
            row.date(at.at("hearing_date"), Math.max(filed + 8, closed - d.between(5, 25)));
            row.flag(at.at("is_live"), live);
            row.flag(at.at("is_public"), !d.chance(40));
            row.date(at.at("close_date"), closed);
            row.text(at.at("close_way"), WAYS[way]);
            row.count(at.at("deduct_days"), closing > 5 ? d.between(20, 60) : 0);
            writeOutcome(kind, way, claim, row);
            writeEffect(origin + closing + 1, asOf, row);
        }
    }

    private void writeHead(int origin, long slot, int kind, Cells row) {
        Dice d = dice;
        boolean marked = d.chance(500);
        int year = Months.year(origin);
        row.text(
                at.at("case_no"),
                "（" + year + "）宁0502" + (kind == 0 && marked ? "知" : "") + TYPES[kind] + yearlyNumber(origin, slot)
                        + "号");
        row.count(at.at("year"), year);
        row.text(at.at("court"), COURT);
        row.text(at.at("case_kind"), KINDS[kind]);
        row.text(at.at("instance"), "一审");
        int civil = CIVIL_WEIGHTS.pick(d);
        int crime = CRIME_WEIGHTS.pick(d);
        row.text(at.at("cause"), kind == 0 ? CIVIL[civil] : kind == 1 ? CRIMES[crime] : "知识产权行政纠纷");
        row.text(at.at("ip_type"), kind == 0 ? CIVIL_RIGHTS[civil] : "商标");
    }

    private void writeParties(int kind, Cells row) {
        Dice d = dice;
        long party = population.any(d);
        long detail = d.next() >>> 1;
        String name = population.name(party);
        String code = population.creditCode(party);
        row.text(at.at("plaintiff"), kind == 0 ? Rights.holder(detail) : kind == 1 ? "中卫市沙坡头区人民检察院" : name);
        row.text(at.at("defendant"), kind == 2 ? PenaltyPublications.AUTHORITY : name);
        row.text(at.at(kind == 2 ? "plaintiff_uscc" : "defendant_uscc"), code);
        row.text(at.at("foreign_flag"), kind == 0 && Rights.isForeign(detail) ? "涉外" : "否");
    }

    private void writeOutcome(int kind, int way, long claim, Cells row) {
        Dice d = dice;
        long award = claim / 100 * d.between(5, 45);
        boolean punitive = d.chance(15);
        if (kind == 0 && way == 0) {
            row.money(at.at("award"), award);
            row.flag(at.at("punitive"), punitive);
            row.flag(at.at("statutory"), !punitive);
            if (punitive) {
                row.number(at.at("punitive_x"), 10 * d.between(10, 30), 2);
            }
        }
        if (kind == 1) {
            row.count(at.at("sentence_m"), d.between(6, 36));
            row.money(at.at("criminal_fine"), d.between(1, 20) * 500_000L);
        }
    }

    private void writeEffect(int month, int asOf, Cells row) {
        boolean appealed = dice.chance(110);
        int day = dice.between(15, 24);
        if (month <= asOf) {
            row.flag(at.at("appealed"), appealed);
            row.text(at.at("appeal_result"), appealed ? "维持" : "");
            row.date(at.at("effective_date"), Months.start(month) + day);
        }
    }
}
