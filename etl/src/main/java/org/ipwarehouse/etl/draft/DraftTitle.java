package org.ipwarehouse.etl.draft;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.PersonalData;

/** What an export is called, by the title above its table or the name of its sheet, without the period that it is about. */
final class DraftTitle {
    private static final Pattern PERIOD = Pattern.compile(
            "(\\d{4}|[二〇○零一三四五六七八九]{4})年(度)?|(\\d{1,2}([-—至~]\\d{1,2})?|[一二三四五六七八九十]+)月份?|第?[一二三四1-4]季度|[上下]半年|\\(演示数据\\)|（演示数据）");
    private static final Pattern PLAIN_SHEET = Pattern.compile("(?i)sheet\\d*|工作表\\d*|表\\d*|\\d+");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;
    private static final int LONGEST_TABLE = 30;

    private DraftTitle() {}

    static String of(ExampleTable table, String source) {
        Optional<String> title = table.titles().stream()
                .map(DraftTitle::bare)
                .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
                .filter(text -> text.indexOf(':') < 0)
                .filter(text -> text.codePoints().anyMatch(Character::isIdeographic))
                .findFirst();
        String sheet = bare(table.sheet());
        return title.orElseGet(
                () -> sheet.isEmpty() || PLAIN_SHEET.matcher(sheet).matches() ? "新来源" + source : sheet);
    }

    private static String bare(String text) {
        return PersonalData.mask(PERIOD.matcher(CleanText.dense(text)).replaceAll(""));
    }

    static String tableName(String nameZh, String source) {
        if (nameZh.startsWith("新来源")) {
            return "source_" + source.toLowerCase(Locale.ROOT);
        }
        String word = FieldNames.word(nameZh);
        while (word.length() > LONGEST_TABLE && word.lastIndexOf('_') > 0) {
            word = word.substring(0, word.lastIndexOf('_'));
        }
        return word;
    }
}
