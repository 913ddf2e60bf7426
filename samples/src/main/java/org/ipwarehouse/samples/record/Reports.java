package org.ipwarehouse.samples.record;

import java.util.List;
import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Lifecycle.Course;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Shuffle;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.population.People;
import org.ipwarehouse.samples.population.Population;
import org.jspecify.annotations.Nullable;

/**
 * S05, reports to the 12315 hotline. A part of those that are filed are the origin of a case of S02 in the next month:
 * case and report name each other.
 */
final class Reports extends LivedChronicle {
    private static final int FILED = 0;
    private static final int REFUSED_AT_ONCE = 1;
    private static final int REFUSED = 2;
    private static final int REFUSED_LATE = 3;
    private static final int PASSED_ON = 4;
    private static final int MERGED = 5;
    static final List<Course> COURSES = List.of(
            Course.of(250, 1),
            Course.of(300),
            Course.of(290, 1),
            Course.of(40, 2),
            Course.of(60),
            Course.of(30, 1),
            Course.of(30));
    private static final String[] OUTCOMES = {"立案", "不予立案", "不予立案", "不予立案", "移送", "并案"};
    private static final String[] OTHER_CLASSES = {"价格违法", "食品安全", "虚假广告", "计量违法", "无照经营"};
    private static final String[] REASONS = {"经核查未发现违法事实", "违法行为轻微并及时改正", "举报线索不具体，无法核实", "证据不足"};

    private final Population population;
    private final Columns at;
    private final Dice dice = new Dice();
    private final long linkStream;
    private final CaseFile file = new CaseFile();
    private @Nullable PenaltyCases cases;
    private Shuffle[] links = new Shuffle[0];

    /** How one report goes on. */
    private static final class Story {
        long registered;
        long decided = CaseFile.NEVER;
        long party;
        String caseNo = "";
        String violation = "";
        String right = "";
    }

    Reports(Setting setting, Volume volume) {
        super(volume, COURSES, setting.stream("S05"));
        this.population = setting.population();
        this.at = setting.columns("S05");
        this.linkStream = setting.stream("S05-S02");
    }

    /** Tells the reports to which ledger the filed ones lead. */
    void leadTo(PenaltyCases ledger) {
        this.cases = ledger;
        this.links = new Shuffle[Months.LEAD + Months.COUNT];
        for (int m = -Months.LEAD; m < Months.COUNT; m++) {
            links[m + Months.LEAD] = new Shuffle(ledger.volume.in(m), linkStream, m);
        }
    }

    @Override
    public String source() {
        return "S05";
    }

    /** Cases of the month that began with a report of the month before. */
    private long linked(int month, long casesOfMonth) {
        return month <= -Months.LEAD ? 0 : Math.min(lifecycle.count(month - 1, FILED), casesOfMonth / 4);
    }

    boolean isOriginOf(int month, long caseSlot) {
        Shuffle link = links[month + Months.LEAD];
        return link.place(caseSlot) < linked(month, link.size());
    }

    /** Sets the days and the clue number of a case that began with a report. */
    void fillOrigin(int month, long caseSlot, CaseFile into) {
        Dice d = dice.at(linkStream + 1, identity(month, caseSlot));
        int lag = d.chance(80) ? d.between(24, 30) : d.between(6, 19);
        into.filingDay = Months.start(month) + d.below(Math.min(14, lag - 1));
        into.clueDay = into.filingDay - lag;
        long rank = links[month + Months.LEAD].place(caseSlot);
        into.clueNo = reportNo(month - 1, lifecycle.slot(month - 1, FILED, rank));
    }

    private String reportNo(int origin, long slot) {
        return "JB640502" + Months.year(origin) + Numbers.padded(Months.ofYear(origin), 2)
                + Numbers.padded(slot + 1, 7);
    }

    @Override
    void write(int origin, long slot, int asOf, Cells row) {
        int course = lifecycle.course(origin, slot);
        Story report = new Story();
        Dice d = dice(dice, origin, slot);
        boolean realName = d.chance(620);
        String reporter = People.name(d);
        String phone = People.phone(d);
        general(origin, slot, course, report);
        long minute = d.between(8 * 60, 18 * 60);
        long reward = course == FILED && d.chance(150) ? d.between(2, 20) * 10_000L : 0;
        int reason = d.below(REASONS.length);
        int notice = d.between(1, 5);
        if (course == FILED) {
            filed(origin, slot, report);
        }
        row.clear();
        row.text(at.at("report_no"), reportNo(origin, slot));
        row.time(at.at("reg_time"), report.registered * 1440 + minute);
        row.time(at.at("recv_time"), report.registered * 1440 + minute + 45);
        row.flag(at.at("is_realname"), realName);
        if (realName) {
            row.text(at.at("reporter"), reporter);
            row.text(at.at("reporter_phone"), phone);
        }
        row.text(at.at("target_name"), population.name(report.party));
        row.text(at.at("target_uscc"), population.creditCode(report.party));
        row.text(at.at("violation_class"), report.violation);
        row.text(at.at("ip_type"), report.right);
        if (report.decided <= Months.end(asOf)) {
            row.text(at.at("filed"), OUTCOMES[course]);
            row.date(at.at("verify_start"), Math.min(report.registered + 1, report.decided));
            row.date(at.at("decision_date"), report.decided);
            row.text(at.at("case_no"), report.caseNo);
            row.money(at.at("reward"), reward);
            if (course >= REFUSED_AT_ONCE && course <= REFUSED_LATE) {
                row.text(at.at("no_file_reason"), REASONS[reason]);
            }
            if (realName) {
                row.date(at.at("notify_date"), Math.min(report.decided + notice, Months.end(asOf)));
            }
        }
    }

    private void general(int origin, long slot, int course, Story report) {
        Dice d = dice;
        report.party = population.any(d);
        int kind = Rights.kind(d);
        int violation = Rights.violation(kind, d);
        boolean property = d.chance(620);
        report.violation = property ? Rights.violation(kind, violation) : d.oneOf(OTHER_CLASSES);
        report.right = property ? Rights.label(kind) : "";
        int wait = d.between(6, 15);
        boolean sameMonth = course == REFUSED_AT_ONCE || course == PASSED_ON;
        report.registered = sameMonth ? Months.start(origin) + slot % 12 : day(origin, slot);
        report.decided = switch (course) {
            case REFUSED_AT_ONCE, PASSED_ON -> report.registered + wait;
            case FILED, REFUSED, MERGED -> Math.max(Months.start(origin + 1), report.registered + wait);
            case REFUSED_LATE -> Months.start(origin + 2) + wait;
            default -> CaseFile.NEVER;
        };
    }

    /** A filed report tells what its case tells; where none is linked, a case outside the ledger takes it. */
    private void filed(int origin, long slot, Story report) {
        long rank = lifecycle.rank(origin, slot);
        int next = origin + 1;
        PenaltyCases ledger = java.util.Objects.requireNonNull(cases, "leadTo");
        if (next < Months.COUNT && rank < linked(next, links[next + Months.LEAD].size())) {
            ledger.read(next, links[next + Months.LEAD].slot(rank), file);
            if (!file.clueNo.isEmpty()) {
                report.party = file.party;
                report.registered = file.clueDay;
                report.decided = file.filingDay;
                report.caseNo = file.caseNo();
                report.violation = Rights.violation(file.kind, file.violation);
                report.right = Rights.label(file.kind);
                return;
            }
        }
        report.caseNo = Numbers.official("卫沙市监", "综立", Months.year(next), volume.before(origin) + slot + 1);
    }
}
