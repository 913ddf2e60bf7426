package org.ipwarehouse.samples.record;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.population.Population;
import org.ipwarehouse.samples.population.Townships;

/** The row of a register that is being written: its number, its day, its party, and its cells by the names of the contract. */
final class RollRow {
    static final long NEVER = CaseFile.NEVER;

    private static final int LAST_YEAR = Months.COUNT / Roll.MONTHS - 1;

    private final Population population;
    private final Columns at;
    private final long stream;
    final Dice dice = new Dice();
    private Cells cells = new Cells(0);
    private int year;
    private Place place = new Place(0, 1, 1);
    private long party;

    /**
     * @param nth in the year, from 0
     * @param of how many the year has
     * @param number in the whole register, from 1
     */
    record Place(int nth, int of, long number) {}

    RollRow(Setting setting, String source) {
        population = setting.population();
        at = setting.columns(source);
        stream = setting.stream(source + "-roll");
    }

    void begin(int ofYear, Place inYear, Cells into) {
        cells = into;
        year = ofYear;
        place = inYear;
        dice.at(stream, inYear.number());
        party = population.any(dice);
    }

    int year() {
        return year;
    }

    int nth() {
        return place.nth();
    }

    long number() {
        return place.number();
    }

    /** Days of the year in the order of the rows. */
    long day() {
        long start = Roll.start(year);
        return start + place.nth() * (Roll.end(year) - start + 1) / place.of();
    }

    /** Some days later: what would come after the year's end came on its last day, in the newest year not yet. */
    long later(long from, int low, int high) {
        int days = dice.between(low, high);
        if (from == NEVER) {
            return NEVER;
        }
        long end = Roll.end(year);
        return from + days <= end ? from + days : year < LAST_YEAR ? Math.max(from, end) : NEVER;
    }

    /** 卫沙市监移〔2024〕3号, in the year of a day. */
    String official(String organ, String kind, long day) {
        return Numbers.official(organ, kind, Numbers.year(day), place.number());
    }

    /** XS2024-0003 */
    String code(String head, long day) {
        return head + Numbers.year(day) + "-" + Numbers.padded(place.number(), 4);
    }

    void use(long other) {
        party = other;
    }

    String partyName() {
        return population.name(party);
    }

    void party(String nameField, String codeField) {
        text(nameField, population.name(party));
        text(codeField, population.creditCode(party));
    }

    void township(String field) {
        text(field, Townships.name(population.township(party)));
    }

    void text(String field, String value) {
        cells.text(at.at(field), value);
    }

    void date(String field, long day) {
        if (day != NEVER) {
            cells.date(at.at(field), day);
        }
    }

    /** @param minute of the day */
    void time(String field, long day, int minute) {
        if (day != NEVER) {
            cells.time(at.at(field), day * 1440 + minute);
        }
    }

    void count(String field, long value) {
        cells.count(at.at(field), value);
    }

    /** @param cents 分 */
    void money(String field, long cents) {
        cells.money(at.at(field), cents);
    }

    void number(String field, long unscaled, int scale) {
        cells.number(at.at(field), unscaled, scale);
    }

    void flag(String field, boolean value) {
        cells.flag(at.at(field), value);
    }
}
