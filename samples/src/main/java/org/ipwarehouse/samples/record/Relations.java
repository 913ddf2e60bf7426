package org.ipwarehouse.samples.record;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.samples.draw.Months;

/**
 * What the small registers tell of: penalty cases, judgments and batches of the other sources, those of each year. Only the
 * first ones of each month are looked at, so that a large set costs no more than a small one.
 */
final class Relations {
    private static final int LOOKED_AT = 100;
    private static final int OLDEST = -10;
    private static final int CODES = 2;

    private final List<List<Case>> decided = years();
    private final List<List<Case>> filed = years();
    private final List<List<Case>> transferred = years();
    private final List<List<Judgment>> judged = years();
    private final List<List<String>> coded = years();

    /** @param day of the decision, the filing or the transfer */
    record Case(String caseNo, String decisionNo, long party, int kind, int violation, long goodsCents, long day) {}

    /** An award that has become effective. */
    record Judgment(String caseNo, String winner, String loser, String loserCode, long awardCents, long effective) {}

    Relations(PenaltyCases cases, CourtCases courts, TraceBatches batches, Setting setting) {
        CaseFile file = new CaseFile();
        for (int month = OLDEST; month < Months.COUNT; month++) {
            for (long slot = 0; slot < Math.min(LOOKED_AT, cases.volume.in(month)); slot++) {
                cases.read(month, slot, file);
                keep(file);
            }
            Columns columns = setting.columns("S06");
            Cells row = new Cells(columns.width());
            for (long slot = 0; slot < Math.min(LOOKED_AT, courts.volume.in(month)); slot++) {
                courts.write(month, slot, Months.COUNT - 1, row);
                keep(row, columns);
            }
            codes(month, batches, setting.columns("S13"));
        }
    }

    private static <T> List<List<T>> years() {
        List<List<T>> years = new ArrayList<>();
        for (int year = 0; year < Months.COUNT / Roll.MONTHS; year++) {
            years.add(new ArrayList<>());
        }
        return years;
    }

    private static <T> void add(List<List<T>> years, long day, T one) {
        for (int year = 0; year < years.size(); year++) {
            if (day >= Roll.start(year) && day <= Roll.end(year)) {
                years.get(year).add(one);
            }
        }
    }

    private void keep(CaseFile file) {
        if (file.isDecided()) {
            add(decided, file.decisionDay, known(file, file.decisionNo(), file.decisionDay));
            // 货值 5 万元以上的，三件移送两件
            if (file.goodsCents >= 5_000_000 && file.number % 3 != 0) {
                add(transferred, file.decisionDay, known(file, file.decisionNo(), file.decisionDay));
            }
        } else if (file.closeType == 3 && file.closeDay != CaseFile.NEVER) {
            add(transferred, file.closeDay, known(file, "", file.closeDay));
        }
        if (file.filingDay != CaseFile.NEVER) {
            add(filed, file.filingDay, known(file, "", file.filingDay));
        }
    }

    private static Case known(CaseFile file, String decisionNo, long day) {
        return new Case(file.caseNo(), decisionNo, file.party, file.kind, file.violation, file.goodsCents, day);
    }

    private void keep(Cells row, Columns at) {
        int award = at.at("award");
        int effective = at.at("effective_date");
        if (!row.isEmpty(award) && !row.isEmpty(effective)) {
            Judgment judgment = new Judgment(
                    row.text(at.at("case_no")),
                    row.text(at.at("plaintiff")),
                    row.text(at.at("defendant")),
                    row.text(at.at("defendant_uscc")),
                    row.number(award),
                    row.number(effective));
            add(judged, judgment.effective(), judgment);
        }
    }

    private void codes(int month, TraceBatches batches, Columns at) {
        Cells row = new Cells(at.width());
        for (long slot = 0; slot < Math.min(CODES, batches.volume.in(month)); slot++) {
            batches.write(month, slot, Months.COUNT - 1, row);
            if (!row.isEmpty(at.at("code_from"))) {
                add(coded, row.number(at.at("harvest_date")), row.text(at.at("code_from")));
            }
        }
    }

    List<Case> decided(int year) {
        return decided.get(year);
    }

    List<Case> filed(int year) {
        return filed.get(year);
    }

    List<Case> transferred(int year) {
        return transferred.get(year);
    }

    List<Judgment> judged(int year) {
        return judged.get(year);
    }

    /** First trace codes of batches. */
    List<String> coded(int year) {
        return coded.get(year);
    }
}
