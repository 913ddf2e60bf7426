package org.ipwarehouse.samples.record;

import org.ipwarehouse.samples.draw.Dice;
import org.ipwarehouse.samples.draw.Months;
import org.ipwarehouse.samples.draw.Shuffle;
import org.ipwarehouse.samples.draw.Volume;
import org.ipwarehouse.samples.population.Population;
import org.ipwarehouse.samples.population.Townships;

/**
 * S27, the register of businesses: the whole register with the first file, then each month the new registrations and the
 * entries that changed.
 */
final class Register implements Chronicle {
    /** Share of the first file's entries that change within the three years. */
    private static final int CHANGING_PER_MILLE = 120;

    private final Population population;
    private final Columns at;
    private final Volume registrations;
    private final Shuffle order;
    private final Dice dice = new Dice();
    private final long stream;

    Register(Setting setting, Volume registrations) {
        this.population = setting.population();
        this.at = setting.columns("S27");
        this.registrations = registrations;
        this.stream = setting.stream("S27");
        this.order = new Shuffle(population.size(), stream, 0);
    }

    @Override
    public String source() {
        return "S27";
    }

    @Override
    public long fresh(int month) {
        return month == 0 ? population.size() : registrations.in(month);
    }

    /** Entries that have changed before the month begins: the first ones of the shuffled register. */
    private long changedBefore(int month) {
        return population.size() * CHANGING_PER_MILLE / 1000 * Math.max(0, month - 1) / (Months.COUNT - 1);
    }

    @Override
    public long revised(int month) {
        return month == 0 ? 0 : changedBefore(month + 1) - changedBefore(month);
    }

    @Override
    public boolean settled(int month, long nth) {
        return month > 0 || order.place(nth) >= changedBefore(2);
    }

    @Override
    public void fresh(int month, long nth, int asOf, Cells row) {
        if (month == 0) {
            write(nth, changedBefore(asOf + 1), row);
        } else {
            long number = population.size() + registrations.before(month) - registrations.before(0) + nth;
            long day = Months.start(month) + nth * Months.length(month) / registrations.in(month);
            writeEntry(number, day, row);
            row.text(at.at("status"), "存续");
            writeCapital(population.capital(number), row);
        }
    }

    private void writeCapital(long yuan, Cells row) {
        if (yuan > 0) {
            row.money(at.at("capital_yuan"), yuan * 100);
        }
    }

    @Override
    public void revised(int month, long nth, Cells row) {
        write(order.slot(changedBefore(month) + nth), changedBefore(month + 1), row);
    }

    private void write(long number, long changed, Cells row) {
        writeEntry(number, population.established(number), row);
        long place = order.place(number);
        long capital = population.capital(number);
        boolean raises = capital > 0 && number % 3 == 0;
        row.text(at.at("status"), "存续");
        writeCapital(capital, row);
        if (place < changed) {
            if (raises) {
                writeCapital(capital * 2, row);
            } else {
                row.text(at.at("status"), "注销");
                row.date(at.at("end_date"), endOf(place));
            }
        }
    }

    /** The month in whose file the change stands, then a day in it. */
    private long endOf(long place) {
        int low = 1;
        int high = Months.COUNT - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (changedBefore(middle + 1) > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Months.start(low) + dice.at(stream, place).below(28);
    }

    private void writeEntry(long number, long established, Cells row) {
        Population.Kind kind = population.kind(number);
        row.clear();
        row.text(at.at("uscc"), population.creditCode(number));
        row.text(at.at("name"), population.name(number));
        row.text(
                at.at("etype"),
                switch (kind) {
                    case COMPANY -> "有限责任公司";
                    case HOUSEHOLD -> "个体工商户";
                    case COOPERATIVE -> "农民专业合作社";
                    case FARM -> "家庭农场(个体工商户)";
                });
        row.text(at.at("legal_rep"), population.legalRepresentative(number));
        row.text(at.at("addr"), population.address(number));
        row.text(at.at("area"), Townships.code(population.township(number)));
        row.text(at.at("industry"), population.industry(number));
        row.date(at.at("est_date"), established);
    }
}
