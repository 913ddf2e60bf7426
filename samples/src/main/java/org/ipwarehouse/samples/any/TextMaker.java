package org.ipwarehouse.samples.any;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.samples.population.CreditCode;

/** Texts without a code list: numbers by their grammar, names and addresses by what the header says. */
final class TextMaker {
    private static final String[] SURNAMES = {"马", "王", "李", "张", "刘", "杨", "丁", "陈", "赵", "田"};
    private static final String[] GIVEN = {"建国", "文博", "晓霞", "志强", "海燕", "永红", "玉兰", "学军", "春梅", "立新"};

    private final String source;
    private final int year;

    TextMaker(Contract contract, LocalDate asOf) {
        this.source = contract.source();
        this.year = asOf.getYear();
    }

    /** @param town the township in which an address lies */
    String of(Field field, long seed, String town) {
        if (field.has(FieldRule.COURT_CASE_NO)) {
            return "（" + year + "）宁0502民初" + (seed + 1) + "号";
        } else if (field.has(FieldRule.DECISION_NO) || field.has(FieldRule.COURT_OR_DECISION_NO)) {
            return "卫沙" + source + "字〔" + year + "〕" + (seed + 1) + "号";
        } else if (field.has(FieldRule.DIGITS)) {
            return padded(seed, Integer.parseInt(field.parameter(FieldRule.DIGITS)));
        }
        return numbered(field, seed).orElseGet(() -> fitting(field, seed, byLabel(field, seed, town)));
    }

    private static Optional<String> numbered(Field field, long seed) {
        String number = "";
        if (field.has(FieldRule.USCC) || field.has(FieldRule.USCC_LIST)) {
            number = CreditCode.of("91640502", seed);
        } else if (field.has(FieldRule.CITIZEN_ID) || field.has(FieldRule.USCC_OR_CITIZEN_ID)) {
            number = PersonNumbers.citizenId(seed);
        } else if (field.has(FieldRule.PHONE)) {
            number = PersonNumbers.mobile(seed);
        } else if (field.has(FieldRule.PATENT_NO) || field.has(FieldRule.PATENT_OR_TRADEMARK_NO)) {
            number = RightNumbers.patent(seed);
        } else if (field.has(FieldRule.TRADEMARK_NO) || field.has(FieldRule.RIGHT_NO)) {
            number = padded(seed + 10_000_000, 8);
        } else if (field.has(FieldRule.COPYRIGHT_NO)) {
            number = "2025SR" + padded(seed, 7);
        } else if (field.has(FieldRule.GI_NO)) {
            number = "AGI" + padded(seed, 5);
        } else if (field.has(FieldRule.ORG_CODE)) {
            // the body of a credit code holds a whole organisation code in its places 9 to 17
            number = CreditCode.of("91640502", seed).substring(8, 17);
        }
        return number.isEmpty() ? Optional.empty() : Optional.of(number);
    }

    private static String padded(long seed, int digits) {
        long bound = (long) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", Math.floorMod(seed + 1, bound));
    }

    /** Short columns hold codes of areas, countries, industries: as many digits as fit. */
    private static String fitting(Field field, long seed, String text) {
        int most = field.maxLength();
        boolean fits = most == 0 || text.codePointCount(0, text.length()) <= most;
        return fits ? text : padded(seed, Math.min(most, 6));
    }

    private static String byLabel(Field field, long seed, String town) {
        String label = field.labelZh();
        if (label.contains("地址") || label.contains("地点") || label.contains("住所")) {
            return "宁夏中卫市沙坡头区" + town + "鼓楼街" + (seed + 1) + "号";
        } else if (!field.privacy().isPersonal()) {
            return label.replaceAll("[（(].*", "") + "第" + (seed + 1) + "项";
        } else if (label.contains("电话") || label.contains("联系方式") || label.contains("手机")) {
            return PersonNumbers.mobile(seed);
        } else if (label.contains("证件号") || label.contains("身份证")) {
            return PersonNumbers.citizenId(seed);
        } else if (label.contains("银行") || label.contains("账号")) {
            return PersonNumbers.bankCard(seed);
        }
        return name(seed);
    }

    private static String name(long seed) {
        int family = (int) Math.floorMod(seed, (long) SURNAMES.length);
        int given = (int) Math.floorMod(seed / SURNAMES.length, (long) GIVEN.length);
        return SURNAMES[family] + GIVEN[given];
    }
}
