package org.ipwarehouse.etl.read;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells data rows of one sheet from what stands around them. */
final class RowFilter {
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计", "共计", "累计", "总合计", "合计数");
    private static final Set<String> SCOPES = Set.of("本页", "本月", "本季", "本季度", "本年", "以上");
    private static final Pattern FOOTER = Pattern.compile(
            "^(填表人|填报人|制表人|审核人|复核人|负责人|单位负责人|统计负责人|经办人|联系人|填报单位|制表单位|报送单位|填报日期|填表日期|填报时间|制表日期|报出日期|联系电话)(\\(.*\\))?:.*"
                    + "|^(注|备注|说明|附注)\\d*:.*");
    private static final int FIRST_CELLS = 3;

    enum Kind {
        BLANK,
        HEADER,
        FOOTER,
        TOTAL,
        DATA
    }

    private final SheetPlan plan;
    private final String firstHeader;

    RowFilter(SheetPlan plan) {
        this.plan = plan;
        this.firstHeader = plan.context().headers().get(0);
    }

    Kind kind(SheetRow row) {
        if (row.number() <= plan.headerTo()) {
            return Kind.HEADER;
        }
        int cells = row.cells();
        boolean filled = false;
        for (int c = 0; c < cells && (c < FIRST_CELLS || !filled); c++) {
            String text = row.text(c);
            if (!text.isEmpty()) {
                Kind kind = filled ? Kind.DATA : first(row, c, text);
                if (kind != Kind.DATA) {
                    return kind;
                }
                if (c < FIRST_CELLS && isTotal(text)) {
                    return Kind.TOTAL;
                }
                filled = true;
            }
        }
        return filled ? Kind.DATA : Kind.BLANK;
    }

    private Kind first(SheetRow row, int column, String text) {
        if (footerLike(text) && FOOTER.matcher(Labels.squeeze(text)).matches()) {
            return Kind.FOOTER;
        }
        boolean alike = column == 0 && !firstHeader.isEmpty() && text.charAt(0) == firstHeader.charAt(0);
        boolean again = alike && isHeader(row);
        return again ? Kind.HEADER : Kind.DATA;
    }

    private static boolean footerLike(String text) {
        return text.indexOf('：') > 0 || text.indexOf(':') > 0;
    }

    /** Printed lists repeat their header on each page. */
    private boolean isHeader(SheetRow row) {
        int width = plan.context().headers().size();
        for (int c = 0; c < width; c++) {
            if (!Labels.shown(row.text(c)).equals(plan.context().headers().get(c))) {
                return false;
            }
        }
        return true;
    }

    static boolean isTotal(String text) {
        if (text.length() > 16 || text.indexOf('计') < 0) {
            return false;
        }
        String word = Labels.key(text);
        if (TOTALS.contains(word)) {
            return true;
        }
        return SCOPES.stream().anyMatch(s -> word.startsWith(s) && TOTALS.contains(word.substring(s.length())));
    }
}
