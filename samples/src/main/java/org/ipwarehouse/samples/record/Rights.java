package org.ipwarehouse.samples.record;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Weighted;

/** Intellectual property as it is infringed in a small district: mostly trademarks on the shelf. */
final class Rights {
    static final int TRADEMARK = 0;
    static final int PATENT = 1;
    static final int COPYRIGHT = 2;
    static final int INDICATION = 3;
    static final int UNFAIR = 4;
    static final int SECRET = 5;

    private static final String[] LABELS = {"商标", "专利", "著作权(版权)", "地理标志", "不正当竞争(仿冒混淆等)", "商业秘密"};
    private static final Weighted KINDS = new Weighted(780, 50, 60, 65, 35, 10);

    private static final String[][] VIOLATIONS = {
        {"销售侵犯注册商标专用权的商品", "侵犯注册商标专用权", "伪造、擅自制造或销售注册商标标识", "冒充注册商标", "使用禁用标志作商标"},
        {"假冒专利"},
        {"侵犯著作权(损害公共利益)", "侵犯信息网络传播权"},
        {"擅自使用或伪造地理标志名称、专用标志", "假冒/超范围使用地理标志(不符合标准或产地)"},
        {"仿冒混淆"},
        {"侵犯商业秘密"},
    };
    private static final Weighted[] VIOLATION_WEIGHTS = {
        new Weighted(680, 170, 50, 60, 40),
        new Weighted(1),
        new Weighted(60, 40),
        new Weighted(60, 40),
        new Weighted(1),
        new Weighted(1)
    };
    private static final String[] LAWS = {
        "《中华人民共和国商标法》第六十条第二款",
        "《中华人民共和国专利法》第六十八条",
        "《中华人民共和国著作权法》第五十三条",
        "《地理标志产品保护办法》",
        "《中华人民共和国反不正当竞争法》",
        "《中华人民共和国反不正当竞争法》"
    };
    private static final String[] HOLDERS = {
        "示例酒业股份有限公司", "示例服饰（集团）有限公司", "示例日化有限公司", "示例电子股份有限公司", "示例烟草有限责任公司", "示例食品集团有限公司", "示例体育用品有限公司"
    };
    private static final String[] FOREIGN_HOLDERS = {"Example Brands SA", "Sample Sports Inc.", "Muster Werkzeuge GmbH"
    };
    private static final String[] COUNTRIES = {"FRA", "USA", "DEU"};

    private Rights() {}

    static int kind(Dice dice) {
        return KINDS.pick(dice);
    }

    static String label(int kind) {
        return LABELS[kind];
    }

    static int violation(int kind, Dice dice) {
        return VIOLATION_WEIGHTS[kind].pick(dice);
    }

    static String violation(int kind, int violation) {
        return VIOLATIONS[kind][violation];
    }

    static String law(int kind) {
        return LAWS[kind];
    }

    static boolean isForeign(long detail) {
        return detail % 25 == 0;
    }

    static String holder(long detail) {
        return isForeign(detail) ? FOREIGN_HOLDERS[pick(detail, 3)] : HOLDERS[pick(detail, HOLDERS.length)];
    }

    static String country(long detail) {
        return isForeign(detail) ? COUNTRIES[pick(detail, 3)] : detail % 5 == 1 ? "" : "CHN";
    }

    private static int pick(long detail, int bound) {
        return (int) (detail / 25 % bound);
    }

    /** A number of the kind's form; trademark numbers begin with 99, a range that is not registered. */
    static String number(int kind, long detail) {
        return switch (kind) {
            case TRADEMARK -> "99" + (100_000 + detail % 900_000);
            case PATENT ->
                Numbers.patent((int) (2012 + detail % 12), (int) (1 + detail / 7 % 3), (int)
                        (9_900_000 + detail / 11 % 99_999));
            case COPYRIGHT -> "国作登字-" + (2015 + detail % 10) + "-F-" + (99_000_000 + detail / 13 % 999_999);
            case INDICATION -> detail % 2 == 0 ? "AGI示例-01" : "地理标志示例第1号";
            default -> "";
        };
    }
}
