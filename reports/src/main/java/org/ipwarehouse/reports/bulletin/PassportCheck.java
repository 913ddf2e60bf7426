package org.ipwarehouse.reports.bulletin;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.reports.Spot;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.Passport;

/** Holds what a bulletin asks for against the passports: an indicator, a breakdown or a comparison that is not there. */
final class PassportCheck {
    /** From the shortest. */
    private static final List<String> LENGTHS = List.of("month", "quarter", "year");

    private final Map<IndicatorId, Passport> passports = new TreeMap<>();
    private final String frequency;

    /** @param frequency of the series: month, quarter or year */
    PassportCheck(List<Passport> passports, String frequency) {
        this.frequency = frequency;
        passports.forEach(passport -> this.passports.put(passport.id(), passport));
    }

    Passport indicator(Spot place, String code) {
        Passport passport = code.matches("[A-Z]{2}\\d{2}[A-Z]?") ? passports.get(new IndicatorId(code)) : null;
        if (passport == null) {
            throw place.mistake(
                    "没有指标“" + code + "”。",
                    "可用的指标："
                            + String.join(
                                    "、",
                                    passports.keySet().stream()
                                            .map(IndicatorId::code)
                                            .toList()) + "。");
        }
        if (LENGTHS.indexOf(passport.frequency()) > LENGTHS.indexOf(frequency)) {
            throw place.mistake(
                    "指标" + code + "最短按" + ("year".equals(passport.frequency()) ? "年" : "季度") + "统计，没有这样短的期间的数。",
                    "换一个指标，或把它放进更长期间的公报。");
        }
        return passport;
    }

    void dimension(Spot place, Passport passport, String dimension) {
        if (!passport.dimensions().contains(dimension)) {
            throw place.mistake(
                    "指标" + passport.id() + "没有维度“" + dimension + "”。",
                    "可用的维度：" + String.join("、", passport.dimensions()) + "。");
        }
    }

    void slot(Spot place, Template.Slot slot) {
        Passport passport = indicator(place, slot.indicator().code());
        switch (slot.form()) {
            case YOY -> comparison(place, passport, "yoy", "同比");
            case QOQ -> comparison(place, passport, "qoq", "环比");
            case TOP, TOP_SHARE -> additive(place, passport, slot);
            case PARTS -> {
                additive(place, passport, slot);
                dimension(place, passport, slot.argument());
            }
            case VALUE, BASE, NAME -> {}
        }
        if (slot.cumulative() && slot.form() == Template.Form.QOQ) {
            throw place.mistake("累计数没有环比。", "改用 .yoy，或去掉 @累计。");
        }
    }

    private static void comparison(Spot place, Passport passport, String key, String name) {
        if (!passport.comparisons().contains(key)) {
            throw place.mistake("指标" + passport.id() + "的口径不作" + name + "。", "去掉这个占位符，或先修订指标的口径。");
        }
    }

    /** A share of rates does not exist: only what adds up has parts. */
    private static void additive(Spot place, Passport passport, Template.Slot slot) {
        if (passport.isRate()) {
            throw place.mistake("指标" + passport.id() + "是比率，不能相加，没有排名合计与占比。", "改用件数或金额的指标。");
        }
        if (slot.form() != Template.Form.PARTS && !slot.argument().matches("[1-9]")) {
            throw place.mistake("“" + slot.argument() + "”不是名次数。", "写 1 到 9。");
        }
    }

    List<Passport> all() {
        return List.copyOf(passports.values());
    }
}
