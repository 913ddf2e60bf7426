package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.InexactDate;
import org.ipwarehouse.etl.standardise.Problem;

/** The natural key as text, its parts joined by U+001F. A part that the contract does not require may be empty. */
final class KeyStep {
    private static final char JOINT = '\u001F';

    private KeyStep() {}

    static String key(RowPlan plan, RowInHand hand) {
        StringBuilder key = new StringBuilder();
        boolean any = false;
        for (int i = 0; i < plan.key().length; i++) {
            if (i > 0) {
                key.append(JOINT);
            }
            String value = part(plan, plan.key()[i], hand);
            any |= !value.isEmpty();
            key.append(value);
        }
        if (!any && !hand.isRejected()) {
            hand.refuse(plan.slots().get(plan.key()[0][0]), "", Problem.KEY_MISSING, "");
        }
        return key.toString();
    }

    private static String part(RowPlan plan, int[] alternatives, RowInHand hand) {
        boolean required = false;
        boolean settled = false;
        for (int field : alternatives) {
            RowPlan.Slot slot = plan.slots().get(field);
            Object value = hand.value(field);
            if (value != null) {
                return text(plan, slot, hand, value);
            }
            InexactDate stretch = hand.stretch(field);
            if (stretch != null) {
                return stretch.toString();
            }
            required |= slot.field().required() == Field.Required.YES;
            settled |= hand.isSettled(field);
        }
        if (required && !settled) {
            hand.refuse(plan.slots().get(alternatives[0]), "", Problem.KEY_MISSING, "");
        }
        return "";
    }

    private static String text(RowPlan plan, RowPlan.Slot slot, RowInHand hand, Object value) {
        String text = value instanceof BigDecimal number ? number.toPlainString() : value.toString();
        return isHidden(plan, slot, hand, text) ? plan.token(text) : text;
    }

    /** A part that may not be shown stands in the key as a token, so that the key still tells rows apart. */
    private static boolean isHidden(RowPlan plan, RowPlan.Slot slot, RowInHand hand, String text) {
        return slot.field().privacy().isPersonal()
                || !plan.disclosure().shown(slot.index(), text, hand).equals(text);
    }
}
