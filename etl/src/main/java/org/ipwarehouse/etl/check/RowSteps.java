package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ipwarehouse.etl.contract.Condition;
import org.ipwarehouse.etl.contract.DateOrder;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.standardise.MultiValue;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.jspecify.annotations.Nullable;

/** The rules of a row as a whole: townships from addresses, bounds, required fields, the order of dates. */
final class RowSteps {

    private RowSteps() {}

    static void check(RowPlan plan, RowInHand hand) {
        for (RowPlan.Slot slot : plan.slots()) {
            derive(plan, slot, hand);
            bounds(slot, hand);
            if (slot.field().required() == Field.Required.YES && !isKey(plan, slot.index())) {
                require(slot, hand, "");
            }
        }
        plan.conditions().forEach(condition -> condition(plan, condition, hand));
        plan.orders().forEach(order -> order(plan, order, hand));
    }

    /** An empty township is looked for in the row's address. */
    private static void derive(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        Object own = hand.value(slot.index());
        boolean open = own == null
                || slot.field().has(FieldRule.REGION_CODE) && own.toString().length() == 6;
        if (slot.derivedFrom() < 0 || hand.isSettled(slot.index()) || !open) {
            return;
        }
        if (!(hand.value(slot.derivedFrom()) instanceof String address)) {
            return;
        }
        Reading<String> found = plan.townships().address(address);
        if (found.value() != null) {
            hand.take(slot, own == null ? "" : own.toString(), found);
        } else if (found.problem() != null && own == null) {
            hand.refuse(slot, address, found.problem(), found.detail());
        }
    }

    private static void bounds(RowPlan.Slot slot, RowInHand hand) {
        LocalDate day = hand.day(slot.index());
        LocalDate latest = slot.latest();
        if (day != null && latest != null && day.isAfter(latest)) {
            hand.refuse(slot, day.toString(), Problem.DATE_INVALID, "日期晚于文件所述的 " + latest);
        }
        BigDecimal number = number(hand.value(slot.index()));
        BigDecimal least = slot.least();
        BigDecimal most = slot.most();
        if (number != null && least != null && number.compareTo(least) < 0) {
            hand.refuse(slot, number.toPlainString(), Problem.VALUE_RANGE, "小于约定的最小值 " + least);
        }
        if (number != null && most != null && number.compareTo(most) > 0) {
            hand.refuse(slot, number.toPlainString(), Problem.VALUE_RANGE, "大于约定的最大值 " + most);
        }
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value instanceof BigDecimal number ? number : null;
    }

    private static void require(RowPlan.Slot slot, RowInHand hand, String detail) {
        if (hand.value(slot.index()) == null && !hand.isSettled(slot.index())) {
            hand.refuse(slot, "", Problem.VALUE_MISSING, detail);
        }
    }

    private static boolean isKey(RowPlan plan, int index) {
        for (int[] part : plan.key()) {
            for (int field : part) {
                if (field == index) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void condition(RowPlan plan, Condition condition, RowInHand hand) {
        RowPlan.Slot other = plan.slots().get(plan.position(condition.other()));
        Object decides = hand.value(other.index());
        if (decides == null) {
            return;
        }
        List<String> stated = condition.contains() ? MultiValue.split(decides.toString()) : List.of(decides.toString());
        for (String value : condition.values()) {
            if (stated.contains(value)) {
                String detail = other.field().labelZh() + "为“" + value + "”时必须填写";
                require(plan.slots().get(plan.position(condition.field())), hand, detail);
                return;
            }
        }
    }

    private static void order(RowPlan plan, DateOrder order, RowInHand hand) {
        RowPlan.Slot later = plan.slots().get(plan.position(order.later()));
        RowPlan.Slot earlier = plan.slots().get(plan.position(order.earlier()));
        LocalDate first = hand.day(earlier.index());
        LocalDate second = hand.day(later.index());
        if (first != null && second != null && first.isAfter(second)) {
            String detail = "早于" + earlier.field().labelZh() + " " + first;
            hand.refuse(later, second.toString(), Problem.DATE_ORDER, detail);
        }
    }
}
