package org.ipwarehouse.samples.population;

import org.ipwarehouse.samples.draw.Dice;

/** People in the form in which published decisions write them (马某甲): nobody is named. */
public final class People {
    private static final String[] SURNAMES = {
        "马", "王", "李", "张", "刘", "杨", "丁", "陈", "赵", "田", "孙", "周", "雍", "白", "沈", "黄", "冯", "吴", "拓", "罗"
    };
    private static final String[] MARKS = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};

    private People() {}

    public static String name(Dice dice) {
        return dice.oneOf(SURNAMES) + "某" + dice.oneOf(MARKS);
    }

    /** Eleven digits that begin with 12: no subscriber has such a number. */
    public static String phone(Dice dice) {
        return "12" + (100_000_000 + dice.below(900_000_000));
    }
}
