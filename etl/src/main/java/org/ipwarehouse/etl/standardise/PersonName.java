package org.ipwarehouse.etl.standardise;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.etl.standardise.PersonWords.Certainty;

/** Names of persons: where they end in running text, what of them may be shown (the surname), whether a cell is one. */
public final class PersonName {
    private static final char STAR = '＊';
    private static final int LONGEST = 4;
    private static final Pattern SEPARATORS = Pattern.compile("[、，,；;/\\n]");
    private static final Pattern SEPARATORS_KEPT = Pattern.compile("(?<=[、，,；;/\\n])|(?=[、，,；;/\\n])");
    /** Characters that hardly end a given name, because a sentence goes on with them. */
    private static final String GOES_ON =
            "于在称销经的与和及从未为是因被将说向对到其之至已有无不等自使利生违擅以又也曾系持来去反投举提购买卖发表认同要求所由住身男女电联公开把将给让叫这那并但且后前时内处家店名个人本该当应可能会需须还再就都均即则如若或及而，、";

    private PersonName() {}

    /** 张建国 becomes 张＊＊, 欧阳明 becomes 欧阳＊; what is masked already (张某某, 张*) stays. */
    public static String masked(String name) {
        String text = CleanText.of(name);
        if (text.length() < 2 || isMasked(text)) {
            return text;
        }
        int kept = Math.max(1, PersonWords.surname(text, 0, Certainty.ANNOUNCED));
        int hidden = Math.max(1, text.codePointCount(Math.min(kept, text.length()), text.length()));
        return text.substring(0, Math.min(kept, text.length() - 1))
                + String.valueOf(STAR).repeat(Math.min(hidden, 3));
    }

    /** Several names in a cell (马建国、某公司): those that read like persons' are masked; a single one always is. */
    public static String maskedAll(String names) {
        if (!SEPARATORS.matcher(names).find()) {
            return masked(names);
        }
        return SEPARATORS_KEPT
                .splitAsStream(names)
                .map(part -> looksLike(part) ? masked(part) : part)
                .collect(Collectors.joining());
    }

    /** Whether one of the names in a cell reads like a person's. */
    public static boolean occursIn(String names) {
        return looksLike(names) || SEPARATORS.splitAsStream(names).anyMatch(PersonName::looksLike);
    }

    private static boolean isMasked(String text) {
        return text.indexOf('某') == 1 || text.indexOf('*') >= 0 || text.indexOf(STAR) >= 0 || text.indexOf('×') >= 0;
    }

    /** Whether a whole cell reads like a person's name and not like an organisation's. */
    public static boolean looksLike(String cell) {
        String text = CleanText.dense(cell);
        if (text.length() < 2 || isMasked(text)) {
            return false;
        }
        if (text.indexOf('·') > 0) {
            return isHan(text.replace("·", "")) && !PersonWords.namesOrganisation(text);
        }
        int surname = PersonWords.surname(text, 0, Certainty.ANNOUNCED);
        return surname > 0
                && text.length() > surname
                && text.length() <= Math.max(LONGEST, surname + 2)
                && isHan(text)
                && !PersonWords.isOtherWord(text, 0)
                && !PersonWords.namesOrganisation(text);
    }

    /**
     * End of the name that begins here, or {@code from} where none does.
     *
     * @param certainty what stands before it
     */
    static int end(String text, int from, Certainty certainty) {
        int foreign = withDot(text, from);
        int surname = PersonWords.surname(text, from, certainty);
        if (foreign > from || surname == 0 || PersonWords.isOtherWord(text, from) || !hanAt(text, from + surname)) {
            return foreign;
        }
        int given = from + surname;
        if (text.charAt(given) == '某' || startsOrganisation(text, from)) {
            return from;
        }
        if (GOES_ON.indexOf(text.charAt(given)) >= 0 && certainty == Certainty.LIKELY) {
            return from;
        }
        boolean two = hanAt(text, given + 1) && GOES_ON.indexOf(text.charAt(given + 1)) < 0;
        return given + (two ? 2 : 1);
    }

    /** 阿依古丽·买买提: given name, dot, father's name. */
    private static int withDot(String text, int from) {
        int dot = text.indexOf('·', from);
        if (dot <= from || dot - from > 6 || !isHan(text.substring(from, dot)) || !hanAt(text, dot + 1)) {
            return from;
        }
        int end = dot + 1;
        while (end - dot <= 5 && hanAt(text, end) && (end - dot <= 3 || GOES_ON.indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        return end;
    }

    /** An organisation's name is one run of characters up to its last word, without a word of running text in it. */
    private static boolean startsOrganisation(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 30 && isNameCharacter(text.charAt(end))) {
            end++;
        }
        return PersonWords.namesOrganisation(text.substring(from, end));
    }

    private static boolean isNameCharacter(char c) {
        boolean sentence = "的在于称销从被将向对到经与和及，。；、：！？\n\r\t ".indexOf(c) >= 0;
        return !sentence && (isHan(c) || Character.isLetterOrDigit(c) || "（）()·-".indexOf(c) >= 0);
    }

    private static boolean hanAt(String text, int at) {
        return at < text.length() && isHan(text.charAt(at));
    }

    private static boolean isHan(String text) {
        return text.codePoints().allMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    }

    private static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF' || Character.isSurrogate(c);
    }
}
