package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.jspecify.annotations.Nullable;

/**
 * The part of one sheet of an xlsx (ECMA-376 part 1, 18.3.1), from its first row to its merged areas. Rows and cells
 * without a place follow the one before them.
 */
final class SheetXml {
    private static final Pattern ISO =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?Z?)?");

    private static final Pattern AREA =
            Pattern.compile("\\$?([A-Za-z]{1,3})\\$?(\\d{1,9}):\\$?([A-Za-z]{1,3})\\$?(\\d{1,9})");

    private final XmlPart xml;
    private final CellFormats formats;
    private final SharedTexts shared;
    private final RowFeed feed;
    private final WorkbookRow row;

    private long number;
    private int column;
    private int style;
    private @Nullable String type;
    private boolean wanted;

    SheetXml(XmlPart xml, CellFormats formats, SharedTexts shared, RowFeed feed) {
        this.xml = xml;
        this.formats = formats;
        this.shared = shared;
        this.feed = feed;
        this.row = feed.row();
    }

    /** Reads the part to its end. @return whether the sheet is protected */
    boolean read() throws IOException {
        boolean isProtected = false;
        while (xml.nextStart()) {
            String name = xml.name();
            if (name.equals("row")) {
                row();
            } else if (name.equals("mergeCell")) {
                merge(xml.attribute("ref"));
            } else if (name.equals("sheetProtection")) {
                isProtected = xml.isTrue("sheet");
            } else if (name.equals("extLst")) {
                xml.skip();
            }
        }
        return isProtected;
    }

    private void row() throws IOException {
        int depth = xml.depth();
        number++;
        boolean hidden = false;
        for (int i = xml.attributes() - 1; i >= 0; i--) {
            String name = xml.attributeName(i);
            if (name.equals("r")) {
                number = rowNumber(xml.attributeValue(i));
            } else if (name.equals("hidden")) {
                hidden |= XmlPart.isTrueText(xml.attributeValue(i));
            } else if (name.equals("ht")) {
                hidden |= isZero(xml.attributeValue(i));
            }
        }
        column = -1;
        wanted = feed.begin(number, hidden);
        while (xml.nextChild(depth)) {
            if (xml.is("c")) {
                place();
                if (wanted) {
                    cell();
                } else {
                    look();
                }
            } else {
                xml.skip();
            }
        }
        feed.end();
    }

    private static boolean isZero(String height) {
        return height.equals("0") || height.equals("0.0");
    }

    private static long rowNumber(String text) throws UnreadableFile {
        try {
            int found = Integer.parseInt(text.strip());
            if (found > 0) {
                return found;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableFile(FileForm.DAMAGED, e);
        }
        throw new UnreadableFile(FileForm.DAMAGED, "Row number " + text);
    }

    private void cell() throws IOException {
        int depth = xml.depth();
        boolean hasValue = false;
        String formula = null;
        while (xml.nextChild(depth)) {
            String name = xml.name();
            if (name.equals("v")) {
                xml.clearText();
                xml.addText();
                hasValue = xml.textLength() > 0;
                if (hasValue) {
                    value(formula != null);
                }
            } else if (name.equals("is")) {
                inline();
                hasValue = true;
            } else if (name.equals("f")) {
                xml.clearText();
                xml.addText();
                formula = xml.text();
            } else {
                xml.skip();
            }
        }
        if (formula != null && !hasValue && !"str".equals(type)) {
            feed.formula(column, formula, formats.shown(style));
        }
    }

    /** Goes through a cell whose text is not wanted: it must be whole, and what it names must be there. */
    private void look() throws IOException {
        int depth = xml.depth();
        boolean hasValue = false;
        boolean formula = false;
        while (xml.nextChild(depth)) {
            String name = xml.name();
            if (name.equals("v") && "s".equals(type)) {
                xml.clearText();
                xml.addText();
                hasValue = xml.textLength() > 0;
                if (hasValue) {
                    sharedText();
                }
            } else if (name.equals("v")) {
                hasValue = xml.passText();
            } else {
                formula |= name.equals("f");
                hasValue |= name.equals("is");
                xml.skip();
            }
        }
        if (hasValue) {
            feed.seen();
        } else if (formula && !"str".equals(type)) {
            feed.formula(column, "", Shown.PLAIN);
        }
    }

    private void place() throws UnreadableFile {
        column++;
        style = -1;
        type = null;
        for (int i = xml.attributes() - 1; i >= 0; i--) {
            String name = xml.attributeName(i);
            if (name.length() == 1) {
                switch (name.charAt(0)) {
                    case 'r' -> column = columnOf(xml.attributeValue(i));
                    case 's' -> style = styleOf(xml.attributeValue(i));
                    case 't' -> type = xml.attributeValue(i);
                    default -> {}
                }
            }
        }
        if (column >= WorkbookRow.COLUMNS) {
            throw new UnreadableFile(FileForm.DAMAGED, "Column " + column);
        }
    }

    /** AB12 is column 27: letters are digits of base 26 without a zero. */
    static int columnOf(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= WorkbookRow.COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                column = column * 26 + c - 'A' + 1;
            } else if (c >= 'a' && c <= 'z') {
                column = column * 26 + c - 'a' + 1;
            } else if (c != '$') {
                break;
            }
        }
        // a reference without letters names no column: the cell is out of place
        return column == 0 ? WorkbookRow.COLUMNS : column - 1;
    }

    private static int styleOf(String text) {
        int style = 0;
        for (int i = 0; i < text.length() && style < 1_000_000; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            style = style * 10 + digit;
        }
        return style;
    }

    private void value(boolean formula) throws IOException {
        String kind = type;
        if (kind == null || kind.equals("n")) {
            row.number(column, xml.text().strip(), formats.shown(style));
        } else if (kind.equals("s")) {
            sharedText();
        } else {
            other(kind, xml.text(), formula);
        }
    }

    private void other(String kind, String value, boolean formula) {
        switch (kind) {
            case "b" -> row.bool(column, XmlPart.isTrueText(value.strip()));
            case "e" -> row.error(column, value);
            case "d" -> date(value.strip());
            case "str" -> {
                String text = EscapedText.decode(value);
                if (formula) {
                    row.formulaText(column, text);
                } else {
                    row.text(column, text);
                }
            }
            default -> row.text(column, EscapedText.decode(value));
        }
    }

    private void sharedText() throws IOException {
        int index = 0;
        int digits = 0;
        char[] chars = xml.textChars();
        for (int i = 0; i < xml.textLength(); i++) {
            int digit = chars[i] - '0';
            if (digit >= 0 && digit <= 9 && digits < 10) {
                index = index * 10 + digit;
                digits++;
            } else if (chars[i] > ' ') {
                throw new UnreadableFile(FileForm.DAMAGED, "Shared text " + xml.text());
            }
        }
        if (digits == 0 || index < 0 || index >= shared.size()) {
            throw new UnreadableFile(FileForm.DAMAGED, "Shared text " + xml.text());
        }
        if (wanted) {
            row.text(column, shared.text(index));
        }
    }

    private void inline() throws IOException {
        row.text(column, SharedTexts.richText(xml));
    }

    private void date(String value) {
        Matcher iso = ISO.matcher(value);
        if (!iso.matches()) {
            row.text(column, value);
            return;
        }
        String time = iso.group(2);
        boolean midnight = time == null || time.startsWith("00:00") && !time.matches("00:00:(?!00).*");
        String seconds = time != null && time.length() == 5 ? ":00" : "";
        row.date(column, midnight ? iso.group(1) : iso.group(1) + "T" + time + seconds);
    }

    private void merge(@Nullable String reference) throws IOException {
        if (reference == null) {
            return;
        }
        Matcher area = AREA.matcher(reference);
        if (area.matches()) {
            feed.merged(new Merge(
                    Long.parseLong(area.group(2)),
                    Long.parseLong(area.group(4)),
                    columnOf(area.group(1)),
                    columnOf(area.group(3))));
        }
    }
}
