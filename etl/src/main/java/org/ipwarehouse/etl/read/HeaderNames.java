package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.AliasIndex.Claim;

/** Two names of a column in one cell: what people call it and what the system does (案件编号_case_no, case_no（案件编号）). */
final class HeaderNames {
    private static final Pattern CODE_BEHIND = Pattern.compile("(.*?)[\\s_/|:：、-]+([A-Za-z][A-Za-z0-9_]*)");
    private static final Pattern CODE_BEFORE = Pattern.compile("([A-Za-z][A-Za-z0-9_]*?)[\\s_/|:：、-]+(.*)");

    private static final Pattern LABEL_IN_BRACKETS = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\s*[(（](.+)[)）]");

    private HeaderNames() {}

    /** The label alone, where the code beside it is that of the same field of a contract; else the text as it stands. */
    static String withoutCode(String shown, AliasIndex index) {
        char first = shown.charAt(0);
        char last = shown.charAt(shown.length() - 1);
        if (isCode(first) == isCode(last) || shown.length() > AliasIndex.LONGEST) {
            return shown;
        }
        if (isCode(last)) {
            Matcher names = CODE_BEHIND.matcher(shown);
            return names.matches() && areOne(names.group(1), names.group(2), index) ? names.group(1) : shown;
        }
        Matcher names = (last == ')' || last == '）' ? LABEL_IN_BRACKETS : CODE_BEFORE).matcher(shown);
        return names.matches() && areOne(names.group(2), names.group(1), index) ? names.group(2) : shown;
    }

    private static boolean areOne(String label, String code, AliasIndex index) {
        List<Claim> common = new ArrayList<>(index.exactly(Labels.key(code)));
        String bare = AliasIndex.bare(Labels.key(label));
        common.retainAll(index.near(bare, AliasIndex.plain(bare)));
        return !common.isEmpty();
    }

    private static boolean isCode(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
