package org.ipwarehouse.reports.bulletin;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ipwarehouse.reports.Spot;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;
import org.jspecify.annotations.Nullable;

/**
 * When a part of a template is printed: {@code XZ08 > 0}, {@code XZ08.yoy >= 10 且 XZ01}, {@code !revisions}. Figures are
 * compared as they are published. A figure without a value (missing, hidden) fulfils no comparison.
 *
 * @param all true where all tests must hold, false where one is enough
 */
record Condition(List<Test> tests, boolean all) {
    Condition {
        tests = List.copyOf(tests);
    }

    /** One test. */
    sealed interface Test {}

    /** @param operator "" asks whether there is a value */
    record Compared(Template.Slot slot, boolean negated, String operator, BigDecimal limit) implements Test {}

    /** What an edition may have: {@code synthetic}, {@code revisions}, {@code notices}. */
    record Has(String what, boolean negated) implements Test {}

    private static final Pattern TEST =
            Pattern.compile("(!?)\\s*([A-Z]{2}\\d{2}[A-Z]?)(@累计)?(?:\\.(value|base|yoy|qoq))?"
                    + "\\s*(?:(>=|<=|!=|=|>|<)\\s*(-?\\d+(?:\\.\\d+)?))?");
    private static final Pattern HAS = Pattern.compile("(!?)\\s*(synthetic|revisions|notices)");
    private static final String REMEDY =
            "可写 {?XZ08 > 0}、{?XZ08.yoy >= 10 且 XZ01}、{?!XZ08}（没有数值）、{?synthetic}、{?revisions}、{?notices}。";

    static Condition parse(Spot place, String text, PassportCheck check) {
        String plain = text.replace('＞', '>')
                .replace('＜', '<')
                .replace("≥", ">=")
                .replace("≤", "<=")
                .replace("≠", "!=")
                .replace('！', '!')
                .replace('＝', '=')
                .replace("==", "=")
                .strip();
        boolean any = plain.contains("或");
        if (any && plain.contains("且")) {
            throw place.mistake("条件“" + text + "”里“且”和“或”混用。", "拆成两个条件，一个套在另一个里面。");
        }
        List<Test> tests = new ArrayList<>();
        for (String part : plain.split(any ? "或" : "且", -1)) {
            tests.add(test(place, part.strip(), check));
        }
        return new Condition(tests, !any);
    }

    private static Test test(Spot place, String text, PassportCheck check) {
        Matcher has = HAS.matcher(text);
        if (has.matches()) {
            return new Has(has.group(2), !has.group(1).isEmpty());
        }
        Matcher compared = TEST.matcher(text);
        boolean known = compared.matches();
        if (!known || (!compared.group(1).isEmpty() && compared.group(5) != null)) {
            throw place.mistake("看不懂条件“" + text + "”。", REMEDY);
        }
        Template.Form form = Template.Form.of(compared.group(4) == null ? "value" : compared.group(4))
                .orElseThrow();
        Template.Slot slot = new Template.Slot(new IndicatorId(compared.group(2)), compared.group(3) != null, form, "");
        check.slot(place, slot);
        return new Compared(
                slot,
                !compared.group(1).isEmpty(),
                compared.group(5) == null ? "" : compared.group(5),
                compared.group(6) == null ? BigDecimal.ZERO : new BigDecimal(compared.group(6)));
    }

    boolean holds(Scene scene, Papers papers) {
        Stream<Boolean> results = tests.stream().map(test -> holds(test, scene, papers));
        return all ? results.allMatch(r -> r) : results.anyMatch(r -> r);
    }

    private static boolean holds(Test test, Scene scene, Papers papers) {
        if (test instanceof Has has) {
            boolean there =
                    switch (has.what()) {
                        case "synthetic" -> scene.synthetic();
                        case "revisions" -> !papers.revised().isEmpty();
                        default -> !papers.notices().isEmpty();
                    };
            return there != has.negated();
        }
        Compared compared = (Compared) test;
        @Nullable BigDecimal value = value(scene, compared.slot());
        if (compared.operator().isEmpty()) {
            return (value != null) != compared.negated();
        }
        return value != null && compare(value.compareTo(compared.limit()), compared.operator());
    }

    private static @Nullable BigDecimal value(Scene scene, Template.Slot slot) {
        Passport passport = scene.passport(slot.indicator());
        Figure figure = slot.cumulative() ? scene.toDate(slot.indicator()) : scene.total(slot.indicator());
        return switch (slot.form()) {
            case BASE -> passport.round(figure.yoyBase());
            case YOY -> Passport.roundChange(figure.yoy());
            case QOQ -> Passport.roundChange(figure.qoq());
            default -> passport.round(figure.value());
        };
    }

    private static boolean compare(int order, String operator) {
        return switch (operator) {
            case ">" -> order > 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            case "<=" -> order <= 0;
            case "=" -> order == 0;
            default -> order != 0;
        };
    }

    Stream<IndicatorId> indicators() {
        return tests.stream()
                .filter(Compared.class::isInstance)
                .map(test -> ((Compared) test).slot().indicator());
    }
}
