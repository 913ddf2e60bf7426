package org.ipwarehouse.samples.population;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Weighted;

/** The ten towns and one township of 沙坡头区, weighted by the number of businesses they have. */
public final class Townships {
    private static final String[] NAMES = {"滨河镇", "文昌镇", "东园镇", "柔远镇", "镇罗镇", "宣和镇", "永康镇", "常乐镇", "迎水桥镇", "兴仁镇", "香山乡"
    };
    private static final String[] CODES = {
        "640502100",
        "640502101",
        "640502102",
        "640502103",
        "640502104",
        "640502105",
        "640502106",
        "640502107",
        "640502108",
        "640502109",
        "640502200"
    };
    private static final Weighted WEIGHTS = new Weighted(220, 200, 80, 90, 80, 90, 70, 60, 60, 40, 10);

    private Townships() {}

    static int draw(Dice dice) {
        return WEIGHTS.pick(dice);
    }

    public static String name(int township) {
        return NAMES[township];
    }

    public static String code(int township) {
        return CODES[township];
    }

    public static int count() {
        return NAMES.length;
    }
}
