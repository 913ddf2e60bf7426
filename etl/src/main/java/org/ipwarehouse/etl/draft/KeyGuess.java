package org.ipwarehouse.etl.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.standardise.CleanText;

/**
 * Which columns tell the rows of an example apart.
 *
 * @param columns positions of the columns of the key, at least one
 * @param reason in Chinese, for the person who decides
 */
record KeyGuess(List<Integer> columns, String reason) {
    private static final Pattern NUMBERED = Pattern.compile("号$|号码|编号|文号|编码|代码");
    private static final int MOST_TRIED = 12;

    KeyGuess {
        columns = List.copyOf(columns);
    }

    static KeyGuess of(ExampleTable table, List<Guess> guesses) {
        List<Integer> unique = new ArrayList<>();
        for (int c = 0; c < guesses.size(); c++) {
            if (guesses.get(c).unique() && guesses.get(c).canBeKey()) {
                unique.add(c);
            }
        }
        if (!unique.isEmpty() && table.rows() > 1) {
            unique.sort(Comparator.comparingInt(c -> rank(guesses.get(c))));
            return new KeyGuess(unique.subList(0, 1), one(guesses, unique));
        }
        return together(table, guesses);
    }

    /** Numbers of things before names, people last. */
    private static int rank(Guess guess) {
        boolean numbered = NUMBERED.matcher(FieldNames.key(guess.label())).find();
        return (numbered ? 0 : 10) + (guess.privacy().isPersonal() ? 100 : 0);
    }

    private static String one(List<Guess> guesses, List<Integer> unique) {
        String others = String.join(
                "、",
                unique.subList(1, unique.size()).stream()
                        .map(c -> guesses.get(c).label())
                        .toList());
        return "示例中“" + guesses.get(unique.get(0)).label() + "”每行都有且不重复，推测为自然键"
                + (others.isEmpty() ? "" : "；同样不重复的还有：" + others);
    }

    /** The first two or three columns that only together are different in every row. */
    private static KeyGuess together(ExampleTable table, List<Guess> guesses) {
        List<Integer> parts = new ArrayList<>();
        for (int c = 0; c < guesses.size() && parts.size() < MOST_TRIED; c++) {
            Guess guess = guesses.get(c);
            boolean usable = guess.canBeKey() || guess.always() && guess.isDate();
            if (usable && !guess.privacy().isPersonal()) {
                parts.add(c);
            }
        }
        for (List<Integer> tried : combinations(parts)) {
            if (table.rows() > 1 && tellsApart(table, tried)) {
                return new KeyGuess(tried, "示例中没有哪一列单独不重复，这几列合起来不重复，推测合成自然键");
            }
        }
        List<Integer> all = parts.isEmpty() ? List.of(0) : parts.subList(0, Math.min(4, parts.size()));
        return new KeyGuess(all, "从示例看不出哪些列能识别一行，暂用这几列，务必确认");
    }

    private static List<List<Integer>> combinations(List<Integer> parts) {
        List<List<Integer>> all = new ArrayList<>();
        for (int a = 0; a < parts.size(); a++) {
            for (int b = a + 1; b < parts.size(); b++) {
                all.add(List.of(parts.get(a), parts.get(b)));
            }
        }
        for (int a = 0; a < parts.size(); a++) {
            for (int b = a + 1; b < parts.size(); b++) {
                for (int c = b + 1; c < parts.size(); c++) {
                    all.add(List.of(parts.get(a), parts.get(b), parts.get(c)));
                }
            }
        }
        return all;
    }

    private static boolean tellsApart(ExampleTable table, List<Integer> columns) {
        Set<List<String>> seen = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) {
            int at = row;
            List<String> key = columns.stream()
                    .map(c -> CleanText.dense(
                            table.columns().get(c).cells().get(at).text()))
                    .toList();
            if (!seen.add(key)) {
                return false;
            }
        }
        return true;
    }
}
