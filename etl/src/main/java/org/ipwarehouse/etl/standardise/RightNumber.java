package org.ipwarehouse.etl.standardise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of rights: patent applications (with their check digit), trade marks, geographical indications of agricultural
 * products, registered works and software. Repairs: D55 prefixes, dots and zeros made uniform, D56 several numbers in a
 * cell.
 */
public final class RightNumber {

    /** Kinds of numbers; a cell may hold those that its column allows. */
    public enum Kind {
        // eight digits are a trade mark sooner than a patent of before 2003 without its check digit
        TRADEMARK,
        PATENT,
        GEOGRAPHICAL_INDICATION,
        COPYRIGHT
    }

    private static final Pattern TRADEMARK =
            Pattern.compile("(?:注册号:?)?第?(G)?0*([1-9]\\d{0,7})([A-Z]?)号?(?:\\(?第?(\\d{1,2})类\\)?)?");
    private static final Pattern AGI = Pattern.compile("AGI(?:\\d{4}-\\d{2}-\\d{1,5}(?:-\\d{1,5})?|\\d{5})");
    private static final Pattern WORK = Pattern.compile("(\\p{IsHan})作登字-?(\\d{4})-?([A-L])-?(\\d{8})号?");
    private static final Pattern SOFTWARE = Pattern.compile("\\d{4}SR\\d{6,7}|软著登字第\\d{1,9}号");

    private RightNumber() {}

    /** Reads a cell that holds one number or several of one kind; what is not one is refused. */
    public static Reading<String> parse(String raw, Kind kind) {
        if (isPlainTrademark(raw) && kind == Kind.TRADEMARK) {
            return Reading.of(raw);
        }
        return numbers(raw, List.of(kind));
    }

    /** Reads a cell of numbers of any kind; a text that is none (a name, a certificate) stays as it is. */
    public static Reading<String> parseAny(String raw) {
        if (isPlainTrademark(raw)) {
            return Reading.of(raw);
        }
        Reading<String> numbers = numbers(raw, List.of(Kind.values()));
        if (numbers.problem() == null) {
            return numbers;
        }
        String clean = CleanText.of(raw);
        return clean.equals(raw) ? Reading.of(raw) : Reading.repaired(clean, "D15");
    }

    private static Reading<String> numbers(String raw, List<Kind> kinds) {
        List<String> found = new ArrayList<>(2);
        List<String> parts = MultiValue.split(CleanText.folded(raw).replace('/', ';'));
        for (String part : parts) {
            String number = one(CleanText.dense(part).toUpperCase(Locale.ROOT), kinds);
            if (number == null) {
                return Reading.refused(Problem.NUMBER_INVALID, trouble(kinds));
            }
            found.add(number);
        }
        if (found.isEmpty()) {
            return Reading.refused(Problem.NUMBER_INVALID, trouble(kinds));
        }
        String joined = String.join(";", found);
        return joined.equals(raw) ? Reading.of(raw) : Reading.repaired(joined, found.size() > 1 ? "D56" : "D55");
    }

    private static String trouble(List<Kind> kinds) {
        return switch (kinds.get(0)) {
            case PATENT -> "不是专利号，或校验位不符";
            case TRADEMARK -> "不是商标注册号，应为1至8位数字";
            case GEOGRAPHICAL_INDICATION -> "不是农产品地理标志编号";
            case COPYRIGHT -> "不是作品或软件登记号";
        };
    }

    private static @Nullable String one(String text, List<Kind> kinds) {
        for (Kind kind : kinds) {
            String number =
                    switch (kind) {
                        case PATENT -> patent(text);
                        case TRADEMARK -> trademark(text);
                        case GEOGRAPHICAL_INDICATION -> AGI.matcher(text).matches() ? text : null;
                        case COPYRIGHT -> copyright(text);
                    };
            if (number != null) {
                return number;
            }
        }
        return null;
    }

    private static @Nullable String patent(String text) {
        return PatentNumber.parse(text).value();
    }

    /** One number may be registered in several classes: a stated class stays with it. */
    private static @Nullable String trademark(String text) {
        Matcher m = TRADEMARK.matcher(text);
        if (!m.matches()) {
            return null;
        }
        String international = m.group(1) == null ? "" : m.group(1);
        String goods = m.group(4) == null ? "" : "(" + m.group(4) + "类)";
        return international + m.group(2) + m.group(3) + goods;
    }

    private static @Nullable String copyright(String text) {
        Matcher work = WORK.matcher(text);
        if (work.matches()) {
            return work.group(1) + "作登字-" + work.group(2) + "-" + work.group(3) + "-" + work.group(4);
        }
        return SOFTWARE.matcher(text).matches() ? text : null;
    }

    private static boolean isPlainTrademark(String text) {
        return text.length() <= 8 && DocumentNumber.isDigits(text, 0, text.length()) && text.charAt(0) != '0';
    }
}
