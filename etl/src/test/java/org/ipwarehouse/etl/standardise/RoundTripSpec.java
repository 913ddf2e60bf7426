package org.ipwarehouse.etl.standardise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.longs;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written and read again is the same, and one wrong character is found wherever the check digit can find it. */
class RoundTripSpec {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String UPPER = "零壹贰叁肆伍陆柒捌玖";
    private static final AmountText.Form YUAN = new AmountText.Form(18, 2, 0, true);

    @Test
    void every_day_in_chinese_numerals_comes_back() {
        qt().forAll(
                        integers().between(1950, 2199),
                        integers().between(1, 12),
                        integers().between(1, 28))
                .check((year, month, day) -> {
                    String text = digitByDigit(year) + "年" + upTo99(month) + "月" + upTo99(day) + "日";
                    Reading<?> reading = DateText.day(text, DateFrame.silent(false));
                    return LocalDate.of(year, month, day).equals(reading.value())
                            && reading.repairs().equals("D30");
                });
    }

    private static String digitByDigit(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(c -> String.valueOf(DIGITS.charAt(c - '0')))
                .collect(Collectors.joining());
    }

    /** 5 is 五, 10 十, 15 十五, 20 二十, 25 二十五. */
    private static String upTo99(int number) {
        String tens = number < 10 ? "" : number < 20 ? "十" : DIGITS.charAt(number / 10) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS.charAt(number % 10));
    }

    /** Up to 9,999 万: digit by digit with its unit, one 零 for any run of noughts between digits. */
    @Test
    void every_amount_in_capital_numerals_comes_back() {
        qt().forAll(longs().between(1, 99_999_999)).check(yuan -> {
            String text = capital(yuan) + "元整";
            return BigDecimal.valueOf(yuan)
                    .setScale(2)
                    .equals(AmountText.parse(text, YUAN).value());
        });
    }

    private static String capital(long yuan) {
        StringBuilder text = new StringBuilder();
        String digits = Long.toString(yuan);
        boolean gap = false;
        for (int i = 0; i < digits.length(); i++) {
            int place = digits.length() - 1 - i;
            int digit = digits.charAt(i) - '0';
            if (digit == 0) {
                gap = true;
            } else {
                text.append(gap ? "零" : "")
                        .append(UPPER.charAt(digit))
                        .append(" 拾佰仟".substring(place % 4, place % 4 + 1).strip());
                gap = false;
            }
            if (place == 4 && yuan / 10_000 > 0) {
                text.append("万");
                // a nought at the end of the ten thousands is not spoken; one at the head of the rest is
                gap = false;
            }
        }
        return text.toString();
    }

    @Test
    void a_day_written_as_a_serial_number_of_either_system_comes_back() {
        qt().forAll(integers().between(1980, 2150), integers().between(1, 365)).check((year, ordinal) -> {
            LocalDate day = LocalDate.ofYearDay(year, ordinal);
            // 1970-01-01 is 25569 in the system of 1900 and 1462 less in that of 1904
            String serial = Long.toString(day.toEpochDay() + 25_569);
            String serial1904 = Long.toString(day.toEpochDay() + 25_569 - 1_462);
            return day.equals(DateText.day(serial, DateFrame.silent(false)).value())
                    && day.equals(
                            DateText.day(serial1904, DateFrame.silent(true)).value());
        });
    }

    /** Weights of GB 11714 are prime to 11, so one wrong digit always changes the sum modulo 11. */
    @Test
    void one_wrong_digit_of_an_organisation_code_never_passes() {
        String good = "D2143569X";
        qt().forAll(integers().between(1, 7), integers().between(0, 9)).check((place, digit) -> {
            String other = good.substring(0, place) + digit + good.substring(place + 1);
            return OrganisationCode.isValid(other) == other.equals(good);
        });
    }

    /** The example of ISO 7064 for MOD 11,10 is 0794 with check digit 5; a registration number has 14 digits before it. */
    @Test
    void one_wrong_digit_of_a_registration_number_never_passes() {
        String good = "640502200001235";
        qt().forAll(integers().between(0, 14), integers().between(0, 9)).check((place, digit) -> {
            String other = good.substring(0, place) + digit + good.substring(place + 1);
            return RegistrationNumber.isValid(other) == other.equals(good);
        });
    }

    /** Weights 2 to 9 and 2 to 5 are prime to 11. */
    @Test
    void one_wrong_digit_of_a_patent_number_never_passes() {
        String good = "202310123456.6";
        assertThat(RightNumber.parse(good, RightNumber.Kind.PATENT)).isEqualTo(Reading.of(good));
        qt().forAll(integers().between(5, 11), integers().between(0, 9)).check((place, digit) -> {
            String other = good.substring(0, place) + digit + good.substring(place + 1);
            return (RightNumber.parse(other, RightNumber.Kind.PATENT).problem() == null) == other.equals(good);
        });
    }

    @Test
    void a_citizen_number_with_one_wrong_digit_never_passes() {
        String good = "11010519491231002X";
        qt().forAll(integers().between(0, 16), integers().between(0, 9)).check((place, digit) -> {
            String other = good.substring(0, place) + digit + good.substring(place + 1);
            return CitizenId.isValid(other) == other.equals(good);
        });
    }

    @Test
    void a_range_of_days_comes_back_as_it_was_written() {
        qt().forAll(
                        integers().between(1, 12),
                        integers().between(1, 28),
                        integers().between(0, 200))
                .check((month, day, more) -> {
                    LocalDate from = LocalDate.of(2024, month, day);
                    LocalDate to = from.plusDays(more);
                    String text = from + "至" + to;
                    return new InexactDate(from, to, InexactDate.Precision.RANGE)
                            .equals(DateText.day(text, DateFrame.silent(false)).value());
                });
    }

    /** Whatever stands in a cell, a reader answers and never throws. */
    @Test
    void no_text_makes_a_reader_fail() {
        String[] pieces = {
            "2", "0", "24", "年", "月", "日", "上旬", "-", "/", ".", " ", "至", "(", ")", "星期", "周", "二", "十", "〇", "万", "元",
            "约", "零", "Mar", ":", "T", "+", "E", "第", "号", "〔", "〕", "（", "）", "宁", "*", "X", "SR", "AGI", ",", "\n",
            "𫖯", "%"
        };
        DateFrame frame =
                new DateFrame(false, LocalDate.of(2024, 3, 31), java.util.List.of(java.time.YearMonth.of(2024, 3)));
        qt().withExamples(20_000)
                .forAll(
                        integers().between(0, 42),
                        integers().between(0, 42),
                        integers().between(0, 42),
                        integers().between(0, 42))
                .check((a, b, c, d) -> {
                    String text = pieces[a] + pieces[b] + pieces[c] + pieces[d] + pieces[a] + pieces[c];
                    return DateText.day(text, frame) != null
                            && DateText.instant(text, frame) != null
                            && AmountText.parse(text, YUAN) != null
                            && IntegerText.parse(text) != null
                            && CourtCaseNumber.parse(text) != null
                            && DocumentNumber.parse(text) != null
                            && RightNumber.parseAny(text) != null
                            && Uscc.parse(text) != null
                            && CitizenId.parse(text) != null
                            && OrganisationCode.parse(text) != null
                            && PeriodText.parse(text) != null
                            && EmptyMark.of(text) != null;
                });
    }
}
