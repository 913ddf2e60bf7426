package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.Spot;
import org.ipwarehouse.warehouse.api.IndicatorId;

/** A sentence with gaps: wording of the writers and the places where figures go. */
record Template(List<Part> parts) {

    /** Words as they stand, or a gap. */
    sealed interface Part {}

    record Words(String text) implements Part {}

    /** A name of the period: {@code {period}}, {@code {short}}, {@code {cumulative}}. */
    record Time(String form) implements Part {}

    /** Something of the task list: {@code total} or {@code states}. */
    record Tasks(String form) implements Part {}

    /**
     * @param cumulative true for {@code @累计}: January to the end of the period
     * @param argument what stands after the colon, "" where nothing
     */
    record Slot(IndicatorId indicator, boolean cumulative, Form form, String argument) implements Part {}

    /** What a gap shows of an indicator. */
    enum Form {
        VALUE("value"),
        BASE("base"),
        YOY("yoy"),
        QOQ("qoq"),
        NAME("name"),
        TOP("top"),
        TOP_SHARE("top-share"),
        PARTS("parts");

        private final String key;

        Form(String key) {
            this.key = key;
        }

        static Optional<Form> of(String key) {
            for (Form form : values()) {
                if (form.key.equals(key)) {
                    return Optional.of(form);
                }
            }
            return Optional.empty();
        }

        boolean takesArgument() {
            return this == TOP || this == TOP_SHARE || this == PARTS;
        }
    }

    private static final Pattern GAP = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern SLOT = Pattern.compile("([A-Z]{2}\\d{2}[A-Z]?)(@累计)?\\.([a-z-]+)(?::([^:]+))?");
    private static final String REMEDY =
            "可写 {period} {short} {cumulative} {XZ01.value} {XZ01.base} {XZ01.yoy} {XZ01.qoq} "
                    + "{XZ01.name} {XZ01@累计.value} {XZ01.top:3} {XZ01.top-share:3} {XZ01.parts:维度} {tasks.total} {tasks.states}。";

    Template {
        parts = List.copyOf(parts);
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault naming file and line where a gap is not known */
    static Template parse(SpecNode place) {
        return parse(place, place.text());
    }

    static Template parse(Spot place, String text) {
        List<Part> parts = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int end = 0;
        while (gap.find()) {
            addWords(place, text.substring(end, gap.start()), parts);
            parts.add(part(place, gap.group(1)));
            end = gap.end();
        }
        addWords(place, text.substring(end), parts);
        return new Template(parts);
    }

    private static void addWords(Spot place, String words, List<Part> parts) {
        if (words.contains("{") || words.contains("}")) {
            throw place.mistake("花括号不成对：“" + words + "”。", REMEDY);
        }
        if (!words.isEmpty()) {
            parts.add(new Words(words));
        }
    }

    static Part part(Spot place, String gap) {
        return switch (gap) {
            case "period", "short", "cumulative" -> new Time(gap);
            case "tasks.total" -> new Tasks("total");
            case "tasks.states" -> new Tasks("states");
            default -> slot(place, gap);
        };
    }

    private static Slot slot(Spot place, String gap) {
        Matcher slot = SLOT.matcher(gap);
        Optional<Form> form = slot.matches() ? Form.of(slot.group(3)) : Optional.empty();
        if (form.isEmpty()) {
            throw place.mistake("不认识的占位符 {" + gap + "}。", REMEDY);
        }
        String argument = slot.group(4) == null ? "" : slot.group(4);
        if (form.get().takesArgument() == argument.isEmpty()) {
            throw place.mistake("占位符 {" + gap + "} 冒号后的部分不对。", REMEDY);
        }
        return new Slot(new IndicatorId(slot.group(1)), slot.group(2) != null, form.get(), argument);
    }

    List<Slot> slots() {
        return parts.stream()
                .filter(Slot.class::isInstance)
                .map(Slot.class::cast)
                .toList();
    }

    /** The indicator on which the choice of wording depends: that of the first gap. */
    Optional<Slot> about() {
        return slots().stream().findFirst();
    }
}
