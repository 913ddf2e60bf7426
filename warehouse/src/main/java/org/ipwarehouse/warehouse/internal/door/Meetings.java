package org.ipwarehouse.warehouse.internal.door;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.ipwarehouse.warehouse.api.Deterrence;
import org.ipwarehouse.warehouse.api.GiBook;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** Reads {@code mart.gi_book} and {@code mart.deterrence} as the last build left them. */
final class Meetings {
    private static final TableName BOOKS = TableName.parse("mart.gi_book");
    private static final TableName DETERRENCE = TableName.parse("mart.deterrence");
    private static final List<String> BOOK_COLUMNS = List.of(
            "gi_name",
            "scope",
            "party_key",
            "party_name",
            "season",
            "is_finished",
            "book",
            "quantity_t",
            "harvest_low_t",
            "harvest_high_t",
            "is_quota",
            "state",
            "ratio_low",
            "ratio_high",
            "level",
            "source_file",
            "sheet",
            "row_number");
    private static final List<String> DETERRENCE_COLUMNS = List.of(
            "quarter_starts_on",
            "penalties",
            "fined_yuan",
            "valued_penalties",
            "goods_value_yuan",
            "fined_to_value",
            "judged_cases",
            "judged_series",
            "unstated_cases",
            "award_percent",
            "median_award_percent",
            "punitive_series",
            "punitive_cases",
            "punished_parties",
            "parties_again",
            "reoffence_percent",
            "is_small_award_sample",
            "is_small_party_sample",
            "is_weakening");
    /** The newest season first, in it sign by sign, all parties together before the single ones. */
    private static final Comparator<GiBook> BY_SEASON = Comparator.comparing(GiBook::season)
            .reversed()
            .thenComparing(GiBook::giName)
            .thenComparing(book -> !book.isWhole())
            .thenComparing(GiBook::partyKey)
            .thenComparing(GiBook::kind);

    private Meetings() {}

    static List<GiBook> books(KernelTables tables) {
        return read(tables, BOOKS, BOOK_COLUMNS, Meetings::book, BY_SEASON);
    }

    static List<Deterrence> deterrence(KernelTables tables) {
        return read(
                tables,
                DETERRENCE,
                DETERRENCE_COLUMNS,
                Meetings::deterrence,
                Comparator.comparing(Deterrence::quarter));
    }

    private static <T> List<T> read(
            KernelTables tables,
            TableName table,
            List<String> columns,
            Function<@Nullable Object[], T> reading,
            Comparator<T> order) {
        List<T> found = new ArrayList<>();
        if (tables.version(table) >= 0) {
            tables.scan(table, columns, Where.everything(), row -> found.add(reading.apply(row)));
        }
        found.sort(order);
        return List.copyOf(found);
    }

    private static GiBook book(@Nullable Object[] row) {
        return new GiBook(
                text(row[0]),
                text(row[1]).equals("whole"),
                text(row[2]),
                row[3] == null ? "" : text(row[3]),
                text(row[4]),
                Boolean.TRUE.equals(row[5]),
                GiBook.Kind.valueOf(text(row[6]).toUpperCase(Locale.ROOT)),
                (BigDecimal) row[7],
                (BigDecimal) row[8],
                (BigDecimal) row[9],
                Boolean.TRUE.equals(row[10]),
                text(row[11]),
                (BigDecimal) row[12],
                (BigDecimal) row[13],
                text(row[14]),
                text(row[15]),
                text(row[16]),
                count(row[17]));
    }

    private static Deterrence deterrence(@Nullable Object[] row) {
        YearMonth first = YearMonth.from((LocalDate) Objects.requireNonNull(row[0]));
        return new Deterrence(
                Period.quarter(first.getYear(), (first.getMonthValue() + 2) / 3),
                count(row[1]),
                (BigDecimal) Objects.requireNonNull(row[2]),
                count(row[3]),
                (BigDecimal) Objects.requireNonNull(row[4]),
                (BigDecimal) row[5],
                count(row[6]),
                count(row[7]),
                count(row[8]),
                (BigDecimal) row[9],
                (BigDecimal) row[10],
                count(row[11]),
                count(row[12]),
                count(row[13]),
                (Long) row[14],
                (BigDecimal) row[15],
                Boolean.TRUE.equals(row[16]),
                Boolean.TRUE.equals(row[17]),
                Boolean.TRUE.equals(row[18]));
    }

    private static long count(@Nullable Object cell) {
        return (Long) Objects.requireNonNull(cell);
    }

    private static String text(@Nullable Object cell) {
        return Objects.requireNonNull(cell).toString();
    }
}
