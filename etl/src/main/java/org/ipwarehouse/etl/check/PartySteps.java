package org.ipwarehouse.etl.check;

import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.OldNumber;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Uscc;

/** Who is meant: numbers of before the credit code (D50) and individual businesses without a name of their own (D52). */
final class PartySteps {
    /** Credit codes of individual businesses begin with these (GB 32100: registered by market regulation, kind 2). */
    private static final String INDIVIDUAL = "92";

    /** What a shop's name ends with; a person's name hardly does. */
    private static final String SHOP_ENDS = "店行馆铺部庄坊厂场吧社阁楼轩屋园城居院站所堂斋摊点房";

    private static final int LONGEST_PERSON = 3;
    private static final int CODE_LENGTH = 18;

    private PartySteps() {}

    /** Moves a number of before 2015 from the place of the credit code into its own column. */
    static void oldNumber(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        if (!(hand.value(slot.index()) instanceof OldNumber old)) {
            return;
        }
        int target = old.kind() == OldNumber.Kind.REGISTRATION
                ? slot.links().oldRegistration()
                : slot.links().oldOrganisation();
        String cell = hand.sent(slot.index());
        hand.withhold(slot);
        RowPlan.Slot column = plan.slots().get(target);
        Object own = hand.value(target);
        if (own == null) {
            hand.put(column, old.number(), cell, "D50");
        } else if (!own.equals(old.number())) {
            String detail = "填的是旧号码，而" + column.field().labelZh() + "另有不同的号码";
            hand.refuse(slot, cell, Problem.USCC_CHECKSUM, detail);
        }
    }

    /** The part of a credit code that was an organisation code has a check of its own: failing it is odd, no more. */
    static void code(RowPlan.Slot slot, RowInHand hand) {
        if (!slot.creditCode() || !(hand.value(slot.index()) instanceof String code)) {
            return;
        }
        boolean single = code.length() == CODE_LENGTH && Uscc.isValid(code);
        if (single && !code.startsWith(INDIVIDUAL) && !Uscc.holdsOrganisationCode(code)) {
            hand.remark(slot.field().labelZh() + "的第9至17位不符合组织机构代码的校验规则，已照收。请对照营业执照核对。");
        }
    }

    /** An individual business is known by its code; its name may be missing, hidden, or that of its owner. */
    static void name(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        int party = slot.links().party();
        if (party < 0 || hand.isSettled(slot.index())) {
            return;
        }
        String name = hand.value(slot.index()) instanceof String text ? text : "";
        boolean nameless = isNameless(name);
        if (!nameless && name.length() > LONGEST_PERSON) {
            return;
        }
        boolean individual = hand.value(party) instanceof String code && code.startsWith(INDIVIDUAL);
        if (nameless && individual) {
            hand.mark(slot, "D52");
            hand.withhold(slot);
        } else if (nameless && !name.isEmpty()) {
            hand.refuse(slot, Problem.VALUE_MISSING, "名称只有遮盖符号，又没有个体工商户的代码");
        } else if (individual && isOwner(name)) {
            hand.mark(slot, "D52");
        }
    }

    private static boolean isNameless(String name) {
        if (!name.isEmpty() && isHan(name.charAt(0))) {
            return false;
        }
        String text = CleanText.dense(name);
        for (int i = 0; i < text.length(); i++) {
            if ("*×●■".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    private static boolean isOwner(String name) {
        if (name.length() < 2 || SHOP_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0) {
            return false;
        }
        return name.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }
}
