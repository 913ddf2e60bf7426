package org.ipwarehouse.samples.any;

import java.time.LocalDate;
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
        if (field.has(FieldRule.USCC) || field.has(FieldRule.USCC_LIST)) {
            return CreditCode.of("91640502", seed);
        } else if (field.has(FieldRule.CITIZEN_ID) || field.has(FieldRule.USCC_OR_CITIZEN_ID)) {
            return PersonNumbers.citizenId(seed);
        } else if (field.has(FieldRule.COURT_CASE_NO)) {
            return "（" + year + "）宁0502民初" + (seed + 1) + "号";
        } else if (field.has(FieldRule.DECISION_NO)) {
            return "卫沙" + source + "字〔" + year + "〕" + (seed + 1) + "号";
        } else if (field.has(FieldRule.PHONE)) {
            return PersonNumbers.mobile(seed);
        }
        return byLabel(field, seed, town);
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
