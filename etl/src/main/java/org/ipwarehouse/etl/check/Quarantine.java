package org.ipwarehouse.etl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.etl.read.ReturnColumns;
import org.ipwarehouse.etl.standardise.PersonalData;

/** Cells as sent, header → cell, with personal data masked: all of a rejected row, the unknown ones of an accepted row. */
final class Quarantine {
    /** Headers of columns that no contract knows, yet whose cells are personal. */
    private static final List<String> PERSONAL_WORDS = List.of(
            "身份证", "证件", "电话", "手机", "姓名", "联系方式", "联系人", "银行", "账号", "卡号", "住址", "家庭", "微信", "邮箱", "车牌", "护照", "法定代表人",
            "法人代表", "负责人", "经营者", "举报人", "投诉人", "申请人", "证人", "出生");

    private final String[] names;
    private final boolean[] personal;
    private final int[] unknown;
    private final int[] fields;
    private final Disclosure disclosure;

    Quarantine(SheetContext context, Disclosure disclosure) {
        this.disclosure = disclosure;
        int width = context.headers().size();
        this.names = new String[width];
        this.personal = new boolean[width];
        this.fields = new int[width];
        this.unknown = IntStream.range(0, width)
                .filter(c -> context.fields().get(c).isEmpty()
                        && !ReturnColumns.isOurs(context.headers().get(c)))
                .toArray();
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < width; c++) {
            names[c] = unique(context.headers().get(c), c, taken);
            String field = context.fields().get(c);
            fields[c] = field.isEmpty() ? -1 : disclosure.position(field);
            personal[c] = field.isEmpty() ? says(context.headers().get(c)) : fields[c] < 0;
        }
    }

    private static boolean says(String header) {
        return PERSONAL_WORDS.stream().anyMatch(header::contains);
    }

    private static String unique(String header, int column, Set<String> taken) {
        String name = header.isBlank() ? "列" + (column + 1) : header;
        if (taken.add(name)) {
            return name;
        }
        String second = name + "#" + (column + 1);
        taken.add(second);
        return second;
    }

    /**
     * @param persons personal values of the row, which other cells may repeat
     * @param hidden takes the masked cells as sent
     */
    String cells(RawRow row, List<String> persons, JsonObject hidden) {
        JsonObject json = new JsonObject();
        for (int c = 0; c < Math.max(names.length, row.width()); c++) {
            String text = c < row.width() ? row.text(c) : "";
            String name = c < names.length ? names[c] : "列" + (c + 1);
            if (ReturnColumns.isOurs(name)) {
                continue;
            }
            json.put(name, shown(c, text, persons, hidden));
        }
        return json.close();
    }

    /** Notes what stands in columns that the contract does not know, and whether the sheet hides the row. */
    void unknown(RawRow row, RowInHand hand) {
        for (int c : unknown) {
            String text = c < row.width() ? row.text(c) : "";
            if (!text.isEmpty()) {
                hand.extra().column(names[c], shown(c, text, hand.persons(), hand.hidden()));
            }
        }
        if (row.isHidden()) {
            hand.extra().hidden();
        }
    }

    private String shown(int column, String text, List<String> persons, JsonObject hidden) {
        String shown = shown(column, text, persons);
        if (!shown.equals(text)) {
            hidden.put(column < names.length ? names[column] : "列" + (column + 1), text);
        }
        return shown;
    }

    private String shown(int column, String text, List<String> persons) {
        if (text.isEmpty()) {
            return "";
        }
        boolean known = column < fields.length && fields[column] >= 0;
        if (known) {
            return disclosure.quoted(fields[column], text, persons);
        }
        boolean mask = column < personal.length && personal[column];
        return mask ? PersonalData.MASK : PersonalData.maskFreeText(text, persons);
    }
}
