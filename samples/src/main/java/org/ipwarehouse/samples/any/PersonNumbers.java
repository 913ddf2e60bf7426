package org.ipwarehouse.samples.any;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Made-up numbers of persons whose check digits are right. */
public final class PersonNumbers {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(1950, 1, 1);
    private static final int BIRTHDAYS = 18_000;

    private PersonNumbers() {}

    /** A citizen identity number of 18 characters by GB 11643-1999; different seeds below 18 million, different numbers. */
    public static String citizenId(long seed) {
        LocalDate birthday = FIRST_BIRTHDAY.plusDays(Math.floorMod(seed, (long) BIRTHDAYS));
        String body = "640502" + DAY.format(birthday)
                + String.format(Locale.ROOT, "%03d", Math.floorMod(seed / BIRTHDAYS, 1000L));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return body + "10X98765432".charAt(sum % 11);
    }

    /** A mobile number of 11 digits. */
    public static String mobile(long seed) {
        return "139" + String.format(Locale.ROOT, "%08d", Math.floorMod(seed * 7_919 + 12_345_678, 100_000_000L));
    }

    /** A bank card number of 19 digits by ISO/IEC 7812 (Luhn). */
    public static String bankCard(long seed) {
        String body = "622848"
                + String.format(Locale.ROOT, "%012d", Math.floorMod(seed * 104_729 + 31_415_926, 1_000_000_000_000L));
        int sum = 0;
        for (int i = body.length() - 1; i >= 0; i--) {
            int digit = body.charAt(i) - '0';
            // from the right, the check digit not counted, every other digit is doubled, beginning with the first
            int doubled = (body.length() - 1 - i) % 2 == 0 ? 2 * digit : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return body + (10 - sum % 10) % 10;
    }
}
