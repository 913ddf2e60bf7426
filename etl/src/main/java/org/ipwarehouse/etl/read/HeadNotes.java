package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.warehouse.api.ColumnType;

/**
 * What stands above a sheet's header, cell by cell (D19): titles, and notes as label and value in one cell ("单位：万元") or
 * in two ("单位：" | "万元").
 *
 * @param texts all cells in reading order
 * @param notes value by label, both as they stand
 */
record HeadNotes(List<String> texts, Map<String, String> notes) {
    private static final Pattern NOTE = Pattern.compile("^\\s*([^：:]{2,12}?)\\s*[：:]\\s*(.*)$", Pattern.DOTALL);
    private static final Pattern WHEN_FILLED = Pattern.compile("(填报|填表|制表|报送|打印|导出|生成|报出|制单|印发)(时间|日期|人)");
    private static final Pattern PERIOD =
            Pattern.compile("(报表|报告|统计|数据|所属|填报)?(期间|期别|期次|时段|区间|周期|报表期|报告期|统计期|数据期|时间范围)");
    private static final Pattern WHO = Pattern.compile("(填报|填表|制表|报送|上报)(单位|部门|机构)|单位名称");

    HeadNotes {
        texts = List.copyOf(texts);
        notes = new LinkedHashMap<>(notes);
    }

    static HeadNotes above(SheetTop top, int header) {
        List<String> texts = new ArrayList<>();
        Map<String, String> notes = new LinkedHashMap<>();
        for (SheetTop.Line line : top.lines().subList(0, header)) {
            List<String> cells =
                    line.cells().stream().filter(cell -> !cell.isBlank()).toList();
            texts.addAll(cells);
            for (int i = 0; i < cells.size(); i++) {
                Matcher note = NOTE.matcher(cells.get(i));
                if (note.matches()) {
                    boolean split = note.group(2).isBlank() && i + 1 < cells.size();
                    notes.putIfAbsent(note.group(1), split ? cells.get(i + 1) : note.group(2));
                }
            }
        }
        return new HeadNotes(texts, notes);
    }

    /** Money unit of a note, "" where there is none. */
    String unit() {
        List<String> candidates = new ArrayList<>(texts);
        notes.forEach((label, value) -> candidates.add(label + "：" + value));
        return candidates.stream()
                .map(Labels::noteUnit)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** Who filled the form, "" where nobody says so. */
    String filledBy() {
        return value(WHO);
    }

    private String value(Pattern label) {
        return notes.entrySet().stream()
                .filter(note -> label.matcher(Labels.squeeze(note.getKey())).matches())
                .map(note -> note.getValue().strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Texts that may name the period: a note that says so first, then titles; not when the form was filled. */
    List<String> periodTexts() {
        List<String> candidates = new ArrayList<>();
        candidates.add(value(PERIOD));
        Set<String> dates = new TreeSet<>();
        notes.forEach((label, value) -> {
            if (saysWhenFilled(label)) {
                dates.add(value);
            }
        });
        texts.stream()
                .filter(text -> !saysWhenFilled(text) && !dates.contains(text))
                .forEach(candidates::add);
        return candidates;
    }

    /** "填报时间：2026-08-05" dates the form, not what it reports on. */
    private static boolean saysWhenFilled(String text) {
        return WHEN_FILLED.matcher(Labels.squeeze(text)).find();
    }

    /** A note "单位：万元" above the table holds for every amount whose own header says nothing. */
    static Map<String, String> units(HeaderMatch match, String note) {
        Map<String, String> units = new TreeMap<>(match.units());
        for (Field field : match.contract().fields()) {
            boolean amount = field.type() == ColumnType.DECIMAL && field.unit().endsWith("元");
            if (!note.isEmpty() && amount && match.fields().contains(field.name())) {
                units.putIfAbsent(field.name(), note);
            }
        }
        return units;
    }
}
