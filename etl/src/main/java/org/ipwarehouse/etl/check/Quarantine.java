package org.ipwarehouse.etl.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.etl.read.ReturnColumns;
import org.ipwarehouse.etl.standardise.PersonalData;

/** Cells as sent, header → cell, with personal data masked: all of a rejected row, the unknown ones of an accepted row. */
final class Quarantine {
    /** Headers of columns that no contract knows, yet whose cells are personal. */
    private static final List<String> PERSONAL_WORDS = List.of("身份证", "证件号", "电话", "手机", "姓名", "联系方式", "联系人", "银行");

    private final String[] names;
    private final boolean[] personal;
    private final int[] unknown;

    Quarantine(Contract contract, SheetContext context) {
        int width = context.headers().size();
        this.names = new String[width];
        this.personal = new boolean[width];
        this.unknown = IntStream.range(0, width)
                .filter(c -> context.fields().get(c).isEmpty()
                        && !ReturnColumns.isOurs(context.headers().get(c)))
                .toArray();
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < width; c++) {
            names[c] = unique(context.headers().get(c), c, taken);
            String field = context.fields().get(c);
            personal[c] = field.isEmpty()
                    ? PERSONAL_WORDS.stream().anyMatch(context.headers().get(c)::contains)
                    : contract.field(field)
                            .map(Field::privacy)
                            .orElse(Field.Privacy.S)
                            .isPersonal();
        }
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

    String cells(RawRow row) {
        JsonObject json = new JsonObject();
        for (int c = 0; c < Math.max(names.length, row.width()); c++) {
            String text = c < row.width() ? row.text(c) : "";
            String name = c < names.length ? names[c] : "列" + (c + 1);
            if (ReturnColumns.isOurs(name)) {
                continue;
            }
            json.put(name, shown(c, text));
        }
        return json.close();
    }

    /** Notes what stands in columns that the contract does not know, and whether the sheet hides the row. */
    void unknown(RawRow row, ExtraNotes extra) {
        for (int c : unknown) {
            String text = c < row.width() ? row.text(c) : "";
            if (!text.isEmpty()) {
                extra.column(names[c], shown(c, text));
            }
        }
        if (row.isHidden()) {
            extra.hidden();
        }
    }

    private String shown(int column, String text) {
        boolean mask = column < personal.length && personal[column] && !text.isEmpty();
        return mask ? PersonalData.MASK : PersonalData.mask(text);
    }
}
