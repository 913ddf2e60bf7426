package org.ipwarehouse.etl.check;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final List<Refused> refused = new ArrayList<>(0);
    private final StringBuilder repairs = new StringBuilder();
    private final ExtraNotes extra = new ExtraNotes();
    private final JsonObject hidden = new JsonObject();
    private final List<String> disclosing = new ArrayList<>(0);
    private @Nullable Map<String, String> repaired;
    private @Nullable List<String> persons;
    private @Nullable InexactDate @Nullable [] stretches;

    /** What is wrong with a cell, in its own words: it is put into people's words when all persons of the row are known. */
    private record Refused(Field field, int index, String cell, Problem problem, String detail) {}

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
        if (repaired == null) {
            repaired = new LinkedHashMap<>();
        }
        repaired.putIfAbsent(field.name(), cell);
    }

    /** Refuses a value that was read well and yet cannot be. */
    void refuse(RowPlan.Slot slot, Problem problem, String detail) {
        refuse(slot, sent[slot.index()], problem, detail);
    }

    /** @param detail what exactly is wrong, "" where the reason's own words say it */
    void refuse(RowPlan.Slot slot, String cell, Problem problem, String detail) {
        settled[slot.index()] = true;
        sent[slot.index()] = cell;
        refused.add(new Refused(slot.field(), slot.index(), cell, problem, detail));
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
        return !refused.isEmpty();
    }

    /** The reasons as people may read them: a cell or a detail that quotes one may hold personal data. */
    List<Rejection> rejections() {
        return refused.stream().map(this::shown).toList();
    }

    private Rejection shown(Refused cell) {
        Reason reason = plan.reasons().require(cell.problem().name());
        boolean general = cell.detail().isEmpty() || cell.field().privacy().isPersonal();
        String what = general ? reason.what() : PersonalData.maskFreeText(cell.detail(), persons()) + "。";
        String message = cell.field().labelZh() + "：" + what + reason.how() + "例：" + reason.example();
        String raw = plan.disclosure().quoted(cell.index(), cell.cell(), persons());
        return new Rejection(cell.problem().name(), cell.field().name(), raw, message);
    }

    /** Personal values of this row as sent; asked for when the row has been read. */
    List<String> persons() {
        List<String> known = persons;
        if (known == null) {
            known = plan.disclosure().persons(this);
            persons = known;
        }
        return known;
    }

    /** What is shown of this row in another form than it was sent; sealed, it goes to the restricted layer. */
    JsonObject hidden() {
        return hidden;
    }

    /** Labels of public fields in which personal data were found. */
    List<String> disclosing() {
        return disclosing;
    }

    String repairs() {
        return repairs.toString();
    }

    /** What the row carries besides its values. */
    ExtraNotes extra() {
        return extra;
    }

    String raw() {
        if (repaired == null) {
            return "";
        }
        JsonObject raw = new JsonObject();
        repaired.forEach(
                (field, cell) -> raw.put(field, plan.disclosure().quoted(plan.position(field), cell, persons())));
        return raw.close();
    }

    /** The values as the clean table holds them: personal ones as tokens or masked, running numbers not at all. */
    @Nullable
    Object[] stored() {
        @Nullable Object[] stored = new @Nullable Object[values.length];
        for (RowPlan.Slot slot : plan.slots()) {
            stored[slot.index()] = stored(slot);
        }
        return stored;
    }

    private @Nullable Object stored(RowPlan.Slot slot) {
        Object value = values[slot.index()];
        if (slot.place()) {
            return null;
        } else if (slot.personal()) {
            if (value != null || settled[slot.index()]) {
                hide(slot);
            }
            return value == null ? null : plan.token(value.toString());
        }
        return value instanceof String text ? stored(slot, text) : value;
    }

    private String stored(RowPlan.Slot slot, String text) {
        String shown = plan.disclosure().shown(slot.index(), text, this);
        if (!shown.equals(text)) {
            hide(slot);
            note(slot.field(), sent[slot.index()], "D66");
            if (!plan.disclosure().namesPerson(slot.index(), this)) {
                disclosing.add(slot.field().labelZh());
            }
        }
        return shown;
    }

    private void hide(RowPlan.Slot slot) {
        if (!sent[slot.index()].isEmpty()) {
            hidden.put(slot.field().name(), sent[slot.index()]);
        }
    }
}
