package org.ipwarehouse.etl.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the cell styles of a workbook show numbers: as dates, as percentages or plainly. */
final class CellFormats {
    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    enum Shown {
        PLAIN,
        DATE,
        PERCENT
    }

    /** A format of the workbook's own. */
    void format(int id, String code) {
        codes.put(id, code);
    }

    /** The next cell style, by the id of its format. */
    void style(int formatId) {
        styles.add(formatId);
    }

    /** @param style number of the cell style, in the order of {@link #style}; -1 where the cell has none */
    Shown shown(int style) {
        int index = Math.max(style, 0);
        if (index >= styles.size()) {
            return Shown.PLAIN;
        }
        while (shown.size() < styles.size()) {
            shown.add(ofFormat(styles.get(shown.size())));
        }
        return shown.get(index);
    }

    Shown ofFormat(int id) {
        return of(id, codes.get(id));
    }

    static Shown of(int id, @Nullable String code) {
        if (ExcelDates.isDateFormat(id, code)) {
            return Shown.DATE;
        }
        boolean builtIn = code == null && (id == 9 || id == 10);
        return builtIn || (code != null && ExcelDates.literalsOff(code).indexOf('%') >= 0)
                ? Shown.PERCENT
                : Shown.PLAIN;
    }

    /** The styles of an xlsx: xl/styles.xml (ECMA-376 part 1, 18.8). */
    static CellFormats read(XmlPart xml) throws java.io.IOException {
        CellFormats formats = new CellFormats();
        boolean inCells = false;
        int cellsDepth = 0;
        while (xml.nextStart()) {
            if (inCells && xml.depth() <= cellsDepth) {
                inCells = false;
            }
            if (xml.is("cellXfs")) {
                inCells = true;
                cellsDepth = xml.depth();
            } else if (xml.is("numFmt")) {
                String code = xml.attribute("formatCode");
                formats.format(whole(xml.attribute("numFmtId")), code == null ? "" : code);
            } else if (inCells && xml.is("xf")) {
                formats.style(whole(xml.attribute("numFmtId")));
            }
        }
        return formats;
    }

    private static int whole(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
