package org.ipwarehouse.etl.check;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.standardise.CitizenId;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.CourtCaseNumber;
import org.ipwarehouse.etl.standardise.DocumentNumber;
import org.ipwarehouse.etl.standardise.MultiValue;
import org.ipwarehouse.etl.standardise.PatentNumber;
import org.ipwarehouse.etl.standardise.PeriodText;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.ipwarehouse.etl.standardise.Scientific;
import org.ipwarehouse.etl.standardise.TestData;
import org.ipwarehouse.etl.standardise.TownshipFinder;
import org.ipwarehouse.etl.standardise.Uscc;

/** Readers of text fields, by the first of their rules. */
final class TextReaders {

    /** More digits than a workbook's number holds exactly. */
    private static final int LONGEST_EXACT = 15;

    private static final int CITIZEN_ID_LENGTH = 18;

    private TextReaders() {}

    static CellReader of(Field field, TownshipFinder townships) {
        CellReader reader = bare(field, townships);
        return field.has(FieldRule.NOT_TEST) ? (raw, kind) -> notTest(raw, kind, reader) : reader;
    }

    private static CellReader bare(Field field, TownshipFinder townships) {
        if (field.has(FieldRule.USCC)) {
            return TextReaders::uscc;
        } else if (field.has(FieldRule.USCC_LIST)) {
            return TextReaders::usccList;
        } else if (field.has(FieldRule.USCC_OR_CITIZEN_ID)) {
            return TextReaders::usccOrCitizenId;
        } else if (field.has(FieldRule.CITIZEN_ID)) {
            return TextReaders::citizenId;
        } else if (field.has(FieldRule.COURT_CASE_NO)) {
            return (raw, kind) -> CourtCaseNumber.parse(raw);
        } else if (field.has(FieldRule.DECISION_NO)) {
            return (raw, kind) -> number(raw, kind, DocumentNumber.parse(raw));
        } else if (field.has(FieldRule.COURT_OR_DECISION_NO)) {
            return TextReaders::courtOrDecision;
        } else if (field.has(FieldRule.PATENT_NO)) {
            return (raw, kind) -> number(raw, kind, PatentNumber.parse(raw));
        } else if (field.has(FieldRule.PATENT_OR_TRADEMARK_NO)) {
            return (raw, kind) -> number(raw, kind, PatentNumber.orTrademark(raw));
        } else if (field.has(FieldRule.TOWNSHIP)) {
            return (raw, kind) -> townships.name(raw);
        } else if (field.has(FieldRule.REGION_CODE)) {
            return (raw, kind) -> townships.code(raw);
        } else if (field.has(FieldRule.PERIOD)) {
            return (raw, kind) -> PeriodText.parse(raw);
        } else if (field.has(FieldRule.PHONE)) {
            return (raw, kind) -> phone(raw);
        }
        boolean free = field.rules().isEmpty() && !field.privacy().isPersonal();
        return free ? (raw, kind) -> freeText(raw) : (raw, kind) -> number(raw, kind, cleaned(raw));
    }

    private static Reading<?> courtOrDecision(String raw, CellKind kind) {
        Reading<String> court = CourtCaseNumber.parse(raw);
        return court.problem() == null ? court : number(raw, kind, DocumentNumber.parse(raw));
    }

    private static Reading<?> notTest(String raw, CellKind kind, CellReader reader) {
        return TestData.looksLike(raw) ? Reading.refused(Problem.TEST_DATA, "像是测试数据") : reader.read(raw, kind);
    }

    private static Reading<String> cleaned(String raw) {
        String clean = CleanText.of(raw);
        return clean.equals(raw) ? Reading.of(raw) : Reading.repaired(clean, "D15");
    }

    /** Free text: cleaned, and freed of citizen and mobile numbers. */
    private static Reading<String> freeText(String raw) {
        Reading<String> clean = cleaned(raw);
        String text = clean.value();
        if (text == null) {
            return clean;
        }
        String masked = PersonalData.mask(text);
        return masked.equals(text) ? clean : Reading.repaired(masked, (clean.repairs() + " D66").strip());
    }

    /** A number kept as text: lost where a spreadsheet took it for a number with more digits than it can hold. */
    private static Reading<String> number(String raw, CellKind kind, Reading<String> reading) {
        boolean lost =
                Scientific.looksLike(CleanText.dense(raw)) || kind == CellKind.NUMBER && raw.length() > LONGEST_EXACT;
        return lost ? Reading.refused(Problem.KEY_MISSING, "编号成了数字，后几位已丢失") : reading;
    }

    private static Reading<String> uscc(String raw, CellKind kind) {
        if (kind == CellKind.NUMBER && raw.length() > LONGEST_EXACT) {
            return Reading.refused(Problem.USCC_PRECISION_LOST, "代码成了数字，后几位已丢失");
        }
        return Uscc.parse(raw);
    }

    private static Reading<String> usccList(String raw, CellKind kind) {
        List<String> codes = new ArrayList<>();
        for (String part : MultiValue.split(CleanText.of(raw))) {
            Reading<String> one = uscc(part, kind);
            if (one.value() == null) {
                return one;
            }
            codes.add(one.value());
        }
        String joined = String.join(";", codes);
        return joined.equals(raw) ? Reading.of(joined) : Reading.repaired(joined, codes.size() > 1 ? "D56" : "D47");
    }

    private static Reading<String> citizenId(String raw, CellKind kind) {
        if (kind == CellKind.NUMBER && raw.length() > LONGEST_EXACT) {
            return Reading.refused(Problem.ID_PRECISION_LOST, "证件号成了数字，末位已丢失");
        }
        String text = CleanText.dense(raw);
        boolean otherDocument = !text.isEmpty() && Character.isLetter(text.charAt(0)) && text.length() < LONGEST_EXACT;
        return otherDocument ? cleaned(raw) : CitizenId.parse(raw);
    }

    /** A farmer states a citizen number, everybody else a credit code; the form of the text tells which. */
    private static Reading<String> usccOrCitizenId(String raw, CellKind kind) {
        Reading<String> person = citizenId(raw, kind);
        if (person.value() != null && person.value().length() == CITIZEN_ID_LENGTH || person.isMasked()) {
            return person;
        }
        Reading<String> firm = uscc(raw, kind);
        boolean personal = isDigits(CleanText.dense(raw), CITIZEN_ID_LENGTH - 1);
        return firm.value() == null && personal ? person : firm;
    }

    private static boolean isDigits(String text, int count) {
        return text.length() >= count
                && text.substring(0, count).chars().allMatch(c -> c >= '0' && c <= '9')
                && "1234568".indexOf(text.charAt(0)) >= 0
                && (text.startsWith("19", 6) || text.startsWith("20", 6));
    }

    private static Reading<String> phone(String raw) {
        String text = CleanText.dense(raw).replace("-", "");
        if (text.contains("*")) {
            return Reading.marked("D66");
        }
        return TestData.looksLike(text) ? Reading.refused(Problem.TEST_DATA, "号码像是测试数据") : Reading.of(text);
    }
}
