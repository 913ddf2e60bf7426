package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.ReasonCodes.Reason;
import org.ipwarehouse.etl.standardise.DateText;
import org.ipwarehouse.etl.standardise.InexactDate;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.ipwarehouse.warehouse.api.Rejection;
import org.jspecify.annotations.Nullable;

/** One row while it is judged: its values so far, its repairs and what is wrong with it. */
final class RowInHand {
    private final RowPlan plan;
    private final @Nullable Object[] values;
    private final String[] sent;
    private final boolean[] settled;
    private final List<Rejection> rejections = new ArrayList<>(0);
    private final StringBuilder repairs = new StringBuilder();
    private final ExtraNotes extra = new ExtraNotes();
    private @Nullable JsonObject raw;
    private @Nullable InexactDate @Nullable [] stretches;

    RowInHand(RowPlan plan) {
        this.plan = plan;
        this.values = new @Nullable Object[plan.slots().size()];
        this.sent = new String[values.length];
        Arrays.fill(sent, "");
        this.settled = new boolean[values.length];
    }

    void take(RowPlan.Slot slot, String cell, Reading<?> reading) {
        Problem problem = reading.problem();
        if (problem != null) {
            refuse(slot, cell, problem, reading.detail());
            return;
        }
        int index = slot.index();
        Object value = reading.value();
        sent[index] = cell;
        values[index] = value;
        settled[index] = reading.isMasked();
        if (!reading.repairs().isEmpty()) {
            note(slot.field(), cell, reading.repairs());
            if (value instanceof InexactDate stretch) {
                stretch(slot, stretch);
            } else if (value instanceof BigDecimal && reading.repairs().contains("D38")) {
                extra.estimated(slot.field().name());
            }
        }
    }

    /** Days that are no day: the field is stated, its column stays empty. */
    private void stretch(RowPlan.Slot slot, InexactDate stretch) {
        if (!slot.personal()) {
            extra.date(
                    slot.field().name(),
                    stretch.from(),
                    stretch.to(),
                    stretch.precision().stored());
        }
        if (stretches == null) {
            stretches = new @Nullable InexactDate[values.length];
        }
        stretches[slot.index()] = stretch;
        withhold(slot);
    }

    /** Takes the value out of its column: it counts as stated all the same. */
    void withhold(RowPlan.Slot slot) {
        values[slot.index()] = null;
        settled[slot.index()] = true;
    }

    /** Puts a value that came from another column, which is the repair. */
    void put(RowPlan.Slot slot, Object value, String cell, String repair) {
        values[slot.index()] = value;
        note(slot.field(), cell, repair);
    }

    /** Marks a field without changing it. */
    void mark(RowPlan.Slot slot, String id) {
        note(slot.field(), sent[slot.index()], id);
    }

    /** The stretch of days that a date field states instead of a day, null where it states none. */
    @Nullable
    InexactDate stretch(int index) {
        return stretches == null ? null : stretches[index];
    }

    String sent(int index) {
        return sent[index];
    }

    private void note(Field field, String cell, String ids) {
        int from = 0;
        while (from < ids.length()) {
            int blank = ids.indexOf(' ', from);
            int to = blank < 0 ? ids.length() : blank;
            repairs.append(repairs.length() == 0 ? "" : ";")
                    .append(ids, from, to)
                    .append('@')
                    .append(field.name());
            from = to + 1;
        }
        if (raw == null) {
            raw = new JsonObject();
        }
        raw.put(field.name(), shown(field, cell));
    }

    /** Refuses a value that was read well and yet cannot be. */
    void refuse(RowPlan.Slot slot, Problem problem, String detail) {
        refuse(slot, sent[slot.index()], problem, detail);
    }

    /** @param detail what exactly is wrong, "" where the reason's own words say it */
    void refuse(RowPlan.Slot slot, String cell, Problem problem, String detail) {
        settled[slot.index()] = true;
        Field field = slot.field();
        Reason reason = plan.reasons().require(problem.name());
        // a detail may quote the value
        String what =
                detail.isEmpty() || field.privacy().isPersonal() ? reason.what() : PersonalData.mask(detail) + "。";
        String message = field.labelZh() + "：" + what + reason.how() + "例：" + reason.example();
        rejections.add(new Rejection(problem.name(), field.name(), shown(field, cell), message));
    }

    private static String shown(Field field, String cell) {
        if (cell.isEmpty()) {
            return "";
        }
        return field.privacy().isPersonal() ? PersonalData.MASK : PersonalData.mask(cell);
    }

    @Nullable
    Object value(int index) {
        return values[index];
    }

    /** True where nothing more need be said about a field without a value: it was refused, or sent masked. */
    boolean isSettled(int index) {
        return settled[index];
    }

    /** The calendar day of a date field, null where it states none. */
    @Nullable
    LocalDate day(int index) {
        Object value = values[index];
        if (value instanceof LocalDate day) {
            return day;
        }
        return value instanceof Instant instant ? DateText.dayOf(instant) : null;
    }

    boolean isRejected() {
        return !rejections.isEmpty();
    }

    List<Rejection> rejections() {
        return List.copyOf(rejections);
    }

    String repairs() {
        return repairs.toString();
    }

    /** What the row carries besides its values. */
    ExtraNotes extra() {
        return extra;
    }

    String raw() {
        return raw == null ? "" : raw.close();
    }

    /** The values as the clean table holds them: personal ones as tokens, running numbers not at all. */
    @Nullable
    Object[] stored() {
        for (RowPlan.Slot slot : plan.slots()) {
            Object value = values[slot.index()];
            if (slot.place()) {
                values[slot.index()] = null;
            } else if (value != null && slot.personal()) {
                values[slot.index()] = plan.tokens().of(value.toString());
            }
        }
        return values;
    }
}
