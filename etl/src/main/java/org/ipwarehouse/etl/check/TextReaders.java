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
import org.ipwarehouse.etl.standardise.OldNumber;
import org.ipwarehouse.etl.standardise.OrganisationCode;
import org.ipwarehouse.etl.standardise.PatentNumber;
import org.ipwarehouse.etl.standardise.PeriodText;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.ipwarehouse.etl.standardise.RegistrationNumber;
import org.ipwarehouse.etl.standardise.RightNumber;
import org.ipwarehouse.etl.standardise.Scientific;
import org.ipwarehouse.etl.standardise.TestData;
import org.ipwarehouse.etl.standardise.TownshipFinder;
import org.ipwarehouse.etl.standardise.Uscc;

/** Readers of text fields, by the first of their rules. */
final class TextReaders {

    /** More digits than a workbook's number holds exactly. */
    private static final int LONGEST_EXACT = 15;

    private static final int CITIZEN_ID_LENGTH = 18;

    private final TownshipFinder townships;
    private final TestData testData;

    TextReaders(TownshipFinder townships, TestData testData) {
        this.townships = townships;
        this.testData = testData;
    }

    CellReader of(Field field) {
        CellReader reader = bounded(field, bare(field));
        return field.has(FieldRule.NOT_TEST) ? (raw, kind) -> notTest(raw, kind, reader) : reader;
    }

    /** Texts longer than agreed, counted in characters as people count them: a rare Han character is one. */
    private static CellReader bounded(Field field, CellReader reader) {
        int most = field.maxLength();
        return most == 0
                ? reader
                : (raw, kind) -> {
                    Reading<?> reading = reader.read(raw, kind);
                    return reading.value() instanceof String text && text.length() > most
                            ? checked(text, most, reading)
                            : reading;
                };
    }

    private static Reading<?> checked(String text, int most, Reading<?> reading) {
        int length = text.codePointCount(0, text.length());
        return length <= most ? reading : Reading.refused(Problem.VALUE_RANGE, "最多" + most + "个字，实有" + length + "个字");
    }

    private CellReader bare(Field field) {
        if (field.has(FieldRule.USCC)) {
            return field.has(FieldRule.OLD_NUMBER) ? TextReaders::usccOrOldNumber : TextReaders::uscc;
        } else if (field.has(FieldRule.ORG_CODE)) {
            return (raw, kind) -> OrganisationCode.parse(raw);
        } else if (field.has(FieldRule.RIGHT_NO)) {
            return (raw, kind) -> number(raw, kind, RightNumber.parseAny(raw));
        } else if (field.has(FieldRule.TRADEMARK_NO)) {
            return (raw, kind) -> number(raw, kind, RightNumber.parse(raw, RightNumber.Kind.TRADEMARK));
        } else if (field.has(FieldRule.COPYRIGHT_NO)) {
            return (raw, kind) -> number(raw, kind, RightNumber.parse(raw, RightNumber.Kind.COPYRIGHT));
        } else if (field.has(FieldRule.GI_NO)) {
            return (raw, kind) -> number(raw, kind, RightNumber.parse(raw, RightNumber.Kind.GEOGRAPHICAL_INDICATION));
        } else if (field.has(FieldRule.DIGITS)) {
            int digits = Integer.parseInt(field.parameter(FieldRule.DIGITS));
            return (raw, kind) -> digits(raw, kind, digits);
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
            return (raw, kind) -> phone(raw, testData);
        }
        boolean free = field.rules().isEmpty() && !field.privacy().isPersonal();
        return free ? (raw, kind) -> cleaned(raw) : (raw, kind) -> number(raw, kind, cleaned(raw));
    }

    private static Reading<?> courtOrDecision(String raw, CellKind kind) {
        Reading<String> court = CourtCaseNumber.parse(raw);
        return court.problem() == null ? court : number(raw, kind, DocumentNumber.parse(raw));
    }

    private Reading<?> notTest(String raw, CellKind kind, CellReader reader) {
        return testData.looksLike(raw) ? Reading.refused(Problem.TEST_DATA, "像是测试数据") : reader.read(raw, kind);
    }

    private static Reading<String> cleaned(String raw) {
        String clean = CleanText.of(raw);
        return clean.equals(raw) ? Reading.of(raw) : Reading.repaired(clean, "D15");
    }

    /** A number kept as text: lost where a spreadsheet took it for a number with more digits than it can hold. */
    private static Reading<String> number(String raw, CellKind kind, Reading<String> reading) {
        boolean exponent = raw.indexOf('E') > 0 || raw.indexOf('e') > 0 || raw.indexOf('Ｅ') > 0;
        boolean lost = exponent && Scientific.looksLike(CleanText.dense(raw))
                || kind == CellKind.NUMBER && raw.length() > LONGEST_EXACT;
        return lost ? Reading.refused(Problem.KEY_MISSING, "编号成了数字，后几位已丢失") : reading;
    }

    private static Reading<String> uscc(String raw, CellKind kind) {
        if (kind == CellKind.NUMBER && raw.length() > LONGEST_EXACT) {
            return Reading.refused(Problem.USCC_PRECISION_LOST, "代码成了数字，后几位已丢失");
        }
        return Uscc.parse(raw);
    }

    /** Codes of before 2015 are told by their check digits and go into a column of their own (D50). */
    private static Reading<?> usccOrOldNumber(String raw, CellKind kind) {
        Reading<String> code = uscc(raw, kind);
        OldNumber old = code.value() == null ? OldNumber.of(raw) : null;
        return old == null ? code : Reading.repaired(old, "D50");
    }

    /** A number of agreed length: what a spreadsheet left away at its beginning are zeros (D49). */
    private static Reading<String> digits(String raw, CellKind kind, int count) {
        Reading<String> clean = number(raw, kind, cleaned(raw));
        String text = clean.value() == null ? "" : CleanText.dense(raw);
        if (!isAllDigits(text) || text.length() > count) {
            return clean.problem() != null ? clean : Reading.refused(Problem.NUMBER_INVALID, "应为" + count + "位数字");
        }
        if (text.length() == count) {
            return text.equals(raw) ? Reading.of(raw) : Reading.repaired(text, "D15");
        }
        return Reading.repaired("0".repeat(count - text.length()) + text, "D49");
    }

    private static boolean isAllDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
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
        if (CitizenId.isValid(raw)) {
            return Reading.of(raw);
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
        boolean oldPerson = person.repairs().equals("D48") && !RegistrationNumber.isValid(CleanText.dense(raw));
        if (oldPerson) {
            return person;
        }
        Reading<String> firm = uscc(raw, kind);
        boolean personal = isDigits(CleanText.dense(raw), CITIZEN_ID_LENGTH - 1);
        return firm.value() == null && personal ? person : firm;
    }

    private static boolean isDigits(String text, int count) {
        return text.length() >= count
                && isAllDigits(text.substring(0, count))
                && "1234568".indexOf(text.charAt(0)) >= 0
                && (text.startsWith("19", 6) || text.startsWith("20", 6));
    }

    private static Reading<String> phone(String raw, TestData testData) {
        String text = CleanText.dense(raw).replace("-", "");
        if (text.contains("*")) {
            return Reading.marked("D66");
        }
        return testData.looksLike(text) ? Reading.refused(Problem.TEST_DATA, "号码像是测试数据") : Reading.of(text);
    }
}
