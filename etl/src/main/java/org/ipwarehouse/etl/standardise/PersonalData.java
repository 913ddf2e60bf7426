package org.ipwarehouse.etl.standardise;

import java.util.List;

/**
 * Finds personal data in a text and masks them (repair D66), so that 违法事实 of a public register does not carry them on:
 * numbers ({@link PersonalNumbers}), mail addresses, licence plates, dwellings, and names after a role word. A scan for
 * what could begin one of them goes first: most texts have none and cost one pass.
 */
public final class PersonalData {
    public static final String MASK = "＊＊＊";

    /** The shortest number that is looked at has seven digits. */
    private static final int FEWEST_DIGITS = 7;

    private PersonalData() {}

    /** Numbers and mail addresses only, for cells that hold no sentences; the same object where there is nothing. */
    public static String mask(String text) {
        Hints hints = Hints.of(text);
        if (!hints.numbers && !hints.mail) {
            return text;
        }
        Spans spans = new Spans();
        numbersAndMail(text, hints, spans);
        return spans.applied(text);
    }

    /** Everything that free text may give away; the same object where there is nothing. */
    public static String maskFreeText(String text) {
        return maskFreeText(text, List.of());
    }

    /**
     * The same, and what the row itself says of persons elsewhere.
     *
     * @param known personal values of the same row, as sent: where the text repeats one, it goes too
     */
    public static String maskFreeText(String text, List<String> known) {
        Hints hints = Hints.of(text);
        Spans spans = new Spans();
        known.forEach(value -> repeated(text, value.strip(), spans));
        if (hints.numbers || hints.mail) {
            numbersAndMail(text, hints, spans);
        }
        if (hints.places) {
            PersonalPlaces.find(text, spans);
        }
        if (hints.roles) {
            names(text, spans);
        }
        return spans.applied(text);
    }

    private static void numbersAndMail(String text, Hints hints, Spans spans) {
        if (hints.numbers) {
            PersonalNumbers.find(text, spans);
        }
        if (hints.mail) {
            PersonalPlaces.mail(text, spans);
        }
    }

    private static void repeated(String text, String value, Spans spans) {
        if (value.length() < 2 || value.indexOf('＊') >= 0 || EmptyMark.of(value) != EmptyMark.NOT_A_MARK) {
            return;
        }
        for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
            String shown = PersonName.looksLike(value) ? PersonName.masked(value) : MASK;
            spans.add(at, at + value.length(), shown);
        }
    }

    private static void names(String text, Spans spans) {
        int i = 0;
        while (i < text.length()) {
            int role = PersonWords.role(text, i);
            i = role == 0 ? i + 1 : afterRole(text, i + role, spans);
        }
    }

    /** 举报人：李四、王五; 法定代表人马建国 */
    private static int afterRole(String text, int from, Spans spans) {
        int at = from;
        while (at < text.length() && "：: \u3000\t为是系叫名姓".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean announced = text.substring(from, at).indexOf('：') >= 0
                || text.substring(from, at).indexOf(':') >= 0;
        PersonWords.Certainty certainty = announced ? PersonWords.Certainty.ANNOUNCED : PersonWords.Certainty.LIKELY;
        int end = PersonName.end(text, at, certainty);
        while (end > at) {
            spans.add(at, end, PersonName.masked(text.substring(at, end)));
            boolean another = end < text.length() && "、和与及，,".indexOf(text.charAt(end)) >= 0;
            at = another ? end + 1 : end;
            end = another ? PersonName.end(text, at, PersonWords.Certainty.LIKELY) : at;
        }
        return Math.max(at, from);
    }

    /** What a text could hold, found in one pass. */
    private record Hints(boolean numbers, boolean mail, boolean places, boolean roles) {
        static Hints of(String text) {
            boolean mail = false;
            boolean places = false;
            boolean roles = false;
            int digits = 0;
            int most = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (PersonalNumbers.digit(c) >= 0) {
                    most = Math.max(most, ++digits);
                } else if (c > ' ' && c != '-' && c != '－' && c != '—' && c != ')' && c != '）' && c != '\u3000') {
                    digits = 0;
                    mail |= c == '@' || c == '＠';
                    places = places || PersonalPlaces.hints(text, i);
                    roles |= PersonWords.mayBeRole(c);
                }
            }
            return new Hints(most >= FEWEST_DIGITS, mail, places, roles);
        }
    }
}
