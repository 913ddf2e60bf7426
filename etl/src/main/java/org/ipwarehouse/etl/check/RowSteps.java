package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ipwarehouse.etl.contract.Condition;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.InexactDate;
import org.ipwarehouse.etl.standardise.MultiValue;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.jspecify.annotations.Nullable;

/** The rules of a row as a whole: townships from addresses, bounds, required fields, the order of dates. */
final class RowSteps {

    private RowSteps() {}

    static void check(RowPlan plan, RowInHand hand) {
        for (RowPlan.Slot slot : plan.slots()) {
            PartySteps.oldNumber(plan, slot, hand);
        }
        for (RowPlan.Slot slot : plan.slots()) {
            PartySteps.code(slot, hand);
            PartySteps.name(plan, slot, hand);
            derive(plan, slot, hand);
            bounds(slot, hand);
            if (slot.field().required() == Field.Required.YES && hand.value(slot.index()) == null) {
                requireUnlessKey(plan, slot, hand);
            }
        }
        plan.conditions().forEach(condition -> condition(plan, condition, hand));
        plan.orders().forEach(order -> order(order, hand));
    }

    /**
     * An empty township is looked for in the row's address; a stated one is compared with it, because a row is of the
     * district only where both say so (D64).
     */
    private static void derive(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        if (slot.derivedFrom() < 0 || hand.isSettled(slot.index())) {
            return;
        }
        if (!(hand.value(slot.derivedFrom()) instanceof String address)) {
            return;
        }
        Object own = hand.value(slot.index());
        boolean open = own == null || slot.regionCode() && own.toString().length() == 6;
        Reading<String> found = plan.townships().address(address);
        if (found.problem() != null) {
            String stated = own == null ? address : hand.sent(slot.index());
            hand.refuse(slot, stated, found.problem(), found.detail() + (own == null ? "" : "，与所填不一致"));
        } else if (open && found.value() != null) {
            hand.take(slot, own == null ? "" : own.toString(), found);
        }
    }

    private static void bounds(RowPlan.Slot slot, RowInHand hand) {
        RowPlan.Bounds bounds = slot.bounds();
        if (!bounds.any()) {
            return;
        }
        LocalDate latest = bounds.latest();
        if (latest != null) {
            latest(slot, latest, hand);
        } else {
            amounts(slot, bounds, hand);
        }
    }

    private static void latest(RowPlan.Slot slot, LocalDate latest, RowInHand hand) {
        LocalDate day = hand.day(slot.index());
        InexactDate stretch = hand.stretch(slot.index());
        LocalDate first = stretch == null ? day : stretch.from();
        if (first != null && first.isAfter(latest)) {
            hand.refuse(slot, Problem.DATE_INVALID, "日期晚于文件所述的 " + latest);
        }
    }

    private static void amounts(RowPlan.Slot slot, RowPlan.Bounds bounds, RowInHand hand) {
        BigDecimal number = number(hand.value(slot.index()));
        if (number == null) {
            return;
        }
        BigDecimal least = bounds.least();
        BigDecimal most = bounds.most();
        UnitSuspicion suspicion = bounds.suspicion();
        if (least != null && number.compareTo(least) < 0) {
            hand.refuse(slot, Problem.VALUE_RANGE, "小于约定的最小值 " + least);
        }
        if (most != null && number.compareTo(most) > 0) {
            hand.refuse(slot, Problem.VALUE_RANGE, "大于约定的最大值 " + most);
        }
        if (suspicion != null) {
            suspicion.against(number).ifPresent(said -> hand.refuse(slot, Problem.AMOUNT_UNIT_SUSPECT, said));
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

    /** A missing part of the key has a reason of its own. */
    private static void requireUnlessKey(RowPlan plan, RowPlan.Slot slot, RowInHand hand) {
        if (!isKey(plan, slot.index())) {
            require(slot, hand, "没有填写");
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
        String why = why(condition, other, hand);
        if (!why.isEmpty()) {
            String detail = other.field().labelZh() + why + "时必须填写";
            require(plan.slots().get(plan.position(condition.field())), hand, detail);
        }
    }

    /** What the deciding field says that makes the other one required, "" where it does not. */
    private static String why(Condition condition, RowPlan.Slot other, RowInHand hand) {
        Object decides = hand.value(other.index());
        boolean silent = decides == null && !hand.isSettled(other.index());
        return switch (condition.test()) {
            case EMPTY -> silent ? "为空" : "";
            case STATED -> silent ? "" : "有内容";
            case EQUALS -> decides == null ? "" : oneOf(condition, List.of(decides.toString()));
            case CONTAINS -> decides == null ? "" : oneOf(condition, MultiValue.split(decides.toString()));
        };
    }

    private static String oneOf(Condition condition, List<String> stated) {
        return condition.values().stream()
                .filter(stated::contains)
                .findFirst()
                .map(value -> "为“" + value + "”")
                .orElse("");
    }

    private static void order(RowPlan.Order order, RowInHand hand) {
        RowPlan.Slot later = order.later();
        RowPlan.Slot earlier = order.earlier();
        LocalDate first = from(hand, earlier.index());
        LocalDate second = to(hand, later.index());
        if (first != null && second != null && first.isAfter(second)) {
            String detail = "早于" + earlier.field().labelZh() + " " + first;
            hand.refuse(later, Problem.DATE_ORDER, detail);
        }
    }

    /** The first day on which it can have been: of a stretch of days only its ends are certain. */
    private static @Nullable LocalDate from(RowInHand hand, int index) {
        InexactDate stretch = hand.stretch(index);
        return stretch == null ? hand.day(index) : stretch.from();
    }

    private static @Nullable LocalDate to(RowInHand hand, int index) {
        InexactDate stretch = hand.stretch(index);
        return stretch == null ? hand.day(index) : stretch.to();
    }
}
