package org.ipwarehouse.samples.population;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Weighted;

/**
 * The enterprises of the synthetic district by number: 0 … size-1 exist when the first file is sent, later numbers are
 * registered afterwards. Each property is a function of the number, so that all sources speak of the same enterprise.
 */
public final class Population {
    /** Kinds of business. */
    public enum Kind {
        COMPANY,
        HOUSEHOLD,
        COOPERATIVE,
        FARM
    }

    /** One enterprise in so many grows something; its number tells. */
    private static final int GROWERS_APART = 7;

    private static final Weighted TRADERS = new Weighted(66, 34);
    private static final Weighted GROWERS = new Weighted(65, 35);
    private static final String[] FIRST = "沙金禾瑞宏润兴嘉恒盛泽源丰华云景腾雅德康".split("");
    private static final String[] SECOND = "泉岭川坡原穗杞果田园舟渠桥湖香达通和安顺".split("");
    private static final String[] COMPANY_TRADES = {
        "商贸", "酒业", "食品", "农业科技", "枸杞制品", "果业", "建材", "文化传媒", "电子商务", "服饰", "生物科技", "物流", "种业"
    };
    private static final String[] COMPANY_INDUSTRIES = {
        "5122", "5127", "1499", "0151", "1422", "0151", "5165", "8690", "5292", "5232", "7340", "5920", "0111"
    };
    private static final String[] SHOP_TRADES = {"百货店", "烟酒店", "服装店", "果蔬店", "餐饮店", "五金店", "电器店", "化妆品店", "手机店", "特产店"};
    private static final String[] SHOP_INDUSTRIES = {
        "5211", "5226", "5232", "5223", "6210", "5271", "5274", "5234", "5273", "5229"
    };
    private static final String[] GROWER_INDUSTRIES = {"0151", "0170", "0142", "0141", "0159"};
    private static final String[] PLACES = {"宁夏", "中卫市", "中卫市沙坡头区", "宁夏中卫"};
    private static final long EARLIEST = java.time.LocalDate.of(2009, 1, 5).toEpochDay();

    private final long size;
    private final long stream;
    private final Dice dice = new Dice();

    public Population(long seed, long size) {
        this.size = Math.max(50, size);
        this.stream = Dice.stream(seed, "population");
    }

    /** Enterprises that exist when the first file is sent. */
    public long size() {
        return size;
    }

    /** One of them, a few far more often than most. */
    public long any(Dice drawn) {
        double u = drawn.unit();
        return (long) (size * u * u);
    }

    /** Cooperatives and farms. */
    public long growers() {
        return size / GROWERS_APART;
    }

    /** Number of the n-th cooperative or farm. */
    public long grower(long nth) {
        return nth * GROWERS_APART;
    }

    /** One cooperative or farm, a few far more often than most. */
    public long anyGrower(Dice drawn) {
        double u = drawn.unit();
        return grower((long) (growers() * u * u));
    }

    public Kind kind(long number) {
        Dice d = dice.at(stream, number * 8);
        if (number % GROWERS_APART == 0) {
            return GROWERS.pick(d) == 0 ? Kind.COOPERATIVE : Kind.FARM;
        }
        return TRADERS.pick(d) == 0 ? Kind.HOUSEHOLD : Kind.COMPANY;
    }

    public String creditCode(long number) {
        Kind kind = kind(number);
        boolean registeredWithCity =
                kind == Kind.COMPANY && dice.at(stream, number * 8 + 1).chance(80);
        String head =
                switch (kind) {
                    case COMPANY -> registeredWithCity ? "91640500" : "91640502";
                    case HOUSEHOLD, FARM -> "92640502";
                    case COOPERATIVE -> "93640502";
                };
        return CreditCode.of(head, number);
    }

    public String name(long number) {
        Kind kind = kind(number);
        Dice d = dice.at(stream, number * 8 + 2);
        String place = d.oneOf(PLACES);
        String mark = "示例" + d.oneOf(FIRST) + d.oneOf(SECOND);
        return switch (kind) {
            case COMPANY -> place + mark + d.oneOf(COMPANY_TRADES) + "有限公司";
            case HOUSEHOLD -> "中卫市沙坡头区" + mark + d.oneOf(SHOP_TRADES);
            case COOPERATIVE -> "中卫市" + mark + "种植专业合作社";
            case FARM -> "中卫市沙坡头区" + mark + "家庭农场";
        };
    }

    public String industry(long number) {
        Kind kind = kind(number);
        Dice d = dice.at(stream, number * 8 + 2);
        // the same draws as the name: a fruit shop is filed under fruit
        d.next();
        d.next();
        d.next();
        return switch (kind) {
            case COMPANY -> d.oneOf(COMPANY_INDUSTRIES);
            case HOUSEHOLD -> d.oneOf(SHOP_INDUSTRIES);
            case COOPERATIVE, FARM -> d.oneOf(GROWER_INDUSTRIES);
        };
    }

    public int township(long number) {
        return Townships.draw(dice.at(stream, number * 8 + 3));
    }

    public String address(long number) {
        String township = Townships.name(township(number));
        return "宁夏中卫市沙坡头区" + township + "示例路" + dice.at(stream, number * 8 + 4).between(1, 399) + "号";
    }

    public String legalRepresentative(long number) {
        return People.name(dice.at(stream, number * 8 + 5));
    }

    /** Epoch day of registration; for numbers beyond {@link #size()} the caller knows the month. */
    public long established(long number) {
        return EARLIEST + dice.at(stream, number * 8 + 6).belowLong(Months.start(-1) - EARLIEST);
    }

    /** Registered capital in 元; households and farms have none: 0. */
    public long capital(long number) {
        Dice d = dice.at(stream, number * 8 + 7);
        return switch (kind(number)) {
            case COMPANY -> 100_000L * d.between(1, 100);
            case COOPERATIVE -> 50_000L * d.between(2, 60);
            case HOUSEHOLD, FARM -> 0;
        };
    }
}
