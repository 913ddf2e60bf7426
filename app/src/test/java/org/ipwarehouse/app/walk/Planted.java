package org.ipwarehouse.app.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.samples.any.PersonNumbers;

/**
 * Personal data that nobody has, planted into rows: each value once in the whole walk. Names have characters that stand
 * nowhere else (U+9E00 to U+9EFF after a surname), numbers have right check digits.
 */
final class Planted {
    private static final String SURNAMES = "马王李张刘杨丁陈赵田";

    private final List<String> values = new ArrayList<>();
    private long next = 700_000;

    /** All that was planted, in the form in which it was sent. */
    List<String> values() {
        return values;
    }

    /** Cells for every personal field and every free text of a row, by field name. */
    Map<String, String> into(Contract contract) {
        return into(contract, field -> true);
    }

    /** The same for some of the fields. */
    Map<String, String> into(Contract contract, Predicate<Field> wanted) {
        Map<String, String> cells = new HashMap<>();
        for (Field field : contract.fields().stream().filter(wanted).toList()) {
            if (field.privacy().isPersonal() && field.codeList().isEmpty()) {
                cells.put(field.name(), personal(field));
            } else if (field.freeText() && field.codeList().isEmpty()) {
                cells.put(field.name(), sentence(field.maxLength()));
            }
        }
        return cells;
    }

    private String personal(Field field) {
        String label = field.labelZh();
        if (field.has(FieldRule.CITIZEN_ID) || field.has(FieldRule.USCC_OR_CITIZEN_ID)) {
            return kept(PersonNumbers.citizenId(next++));
        } else if (field.has(FieldRule.PHONE) || label.contains("电话") || label.contains("联系方式")) {
            return kept(PersonNumbers.mobile(next++));
        } else if (label.contains("证件号") || label.contains("身份证")) {
            return kept(PersonNumbers.citizenId(next++));
        } else if (label.contains("银行") || label.contains("账号")) {
            return kept(PersonNumbers.bankCard(next++));
        }
        return name();
    }

    /** As much as the field can hold of what free text gives away. */
    private String sentence(int most) {
        StringBuilder text = new StringBuilder("经查，当事人" + name() + "在其店内销售商品");
        for (String more : List.of(
                "，身份证" + PersonNumbers.citizenId(next),
                "，电话" + PersonNumbers.mobile(next + 1),
                "，卡号" + PersonNumbers.bankCard(next + 2),
                "，住址：中卫市沙坡头区" + rare(next + 3) + "村3组" + (next % 90 + 10) + "号",
                "；举报人：" + newName(next + 4))) {
            boolean fits = most == 0 || text.codePointCount(0, text.length()) + more.length() < most;
            if (fits) {
                text.append(more);
                values.add(more.replaceFirst("^[，；](身份证|电话|卡号|住址：中卫市沙坡头区|举报人：)", ""));
            }
        }
        next += 5;
        return text.append("。").toString();
    }

    String name() {
        return kept(newName(next++));
    }

    String citizenId() {
        return kept(PersonNumbers.citizenId(next++));
    }

    private static String newName(long seed) {
        return SURNAMES.charAt((int) (seed % SURNAMES.length())) + rare(seed);
    }

    /** Two of 256 rare characters: 65,536 pairs. */
    private static String rare(long seed) {
        long pair = seed * 40_503 % 65_536;
        return "" + (char) (0x9E00 + pair / 256) + (char) (0x9E00 + pair % 256);
    }

    private String kept(String value) {
        values.add(value);
        return value;
    }
}
