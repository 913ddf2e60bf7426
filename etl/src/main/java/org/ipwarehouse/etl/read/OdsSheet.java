package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import org.ipwarehouse.etl.read.CellFormats.Shown;
import org.ipwarehouse.etl.read.SheetTop.Merge;
import org.jspecify.annotations.Nullable;

/**
 * One table of an OpenDocument spreadsheet. Equal rows and cells that follow each other are written once with a count:
 * blank ones cost nothing, others are bounded.
 */
final class OdsSheet {
    private static final int ROWS = 1_048_576;
    /** Cells that counts may make in one table. */
    private static final long MOST_REPEATED = 20_000_000;

    private static final Pattern ERROR = Pattern.compile("Err:\\d{3}|#[A-Z/0!?]+");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2})?");
    private static final Set<String> PASSED_OVER =
            Set.of("tracked-changes", "dde-links", "named-expressions", "database-ranges", "shapes", "forms");

    private final XmlPart xml;
    private final RowFeed feed;
    private final WorkbookRow cells;
    private long number = 1;
    private int column;
    private long repeated;

    OdsSheet(XmlPart xml, RowFeed feed) {
        this.xml = xml;
        this.feed = feed;
        this.cells = new WorkbookRow(false);
    }

    static boolean isPassedOver(XmlPart xml) {
        return PASSED_OVER.contains(xml.name());
    }

    /** Reads the table that has just begun to its end. */
    void read() throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.is("table-row")) {
                row();
            } else if (isPassedOver(xml) || xml.is("table")) {
                xml.skip();
            }
        }
    }

    private void row() throws IOException {
        int depth = xml.depth();
        int times = count("number-rows-repeated", ROWS);
        String visibility = xml.attribute("visibility");
        boolean hidden = "collapse".equals(visibility) || "filter".equals(visibility);
        cells.begin(number, hidden);
        column = 0;
        while (xml.nextChild(depth)) {
            if (xml.is("table-cell")) {
                cell();
            } else if (xml.is("covered-table-cell")) {
                column += count("number-columns-repeated", WorkbookRow.COLUMNS);
                xml.skip();
            } else {
                xml.skip();
            }
        }
        if (cells.hasOwn()) {
            deliver(times, hidden);
        }
        number += times;
    }

    private void deliver(int times, boolean hidden) throws IOException {
        repeated += (times - 1L) * cells.cells();
        if (number + times - 1 > ROWS || repeated > MOST_REPEATED) {
            throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "Rows are repeated beyond all measure");
        }
        for (int i = 0; i < times; i++) {
            if (feed.begin(number + i, hidden)) {
                feed.row().addAll(cells);
            } else {
                feed.seen();
            }
            feed.end();
        }
    }

    private int count(String attribute, int most) {
        String text = xml.attribute(attribute);
        try {
            return text == null ? 1 : Math.max(1, Math.min(most, Integer.parseInt(text.strip())));
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private void cell() throws IOException {
        int times = count("number-columns-repeated", WorkbookRow.COLUMNS);
        int rows = count("number-rows-spanned", ROWS);
        int columns = count("number-columns-spanned", WorkbookRow.COLUMNS);
        String formula = xml.attribute("formula");
        String type = xml.attribute("value-type");
        String value = value(type);
        String text = text();
        if (column < WorkbookRow.COLUMNS && (rows > 1 || columns > 1)) {
            feed.merged(new Merge(number, number + rows - 1, column, column + columns - 1));
        }
        boolean empty = text.isEmpty() && value == null && formula == null;
        if (!empty) {
            if (column + times > WorkbookRow.COLUMNS) {
                throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "Cells are repeated beyond all measure");
            }
            repeated += times - 1L;
            for (int i = 0; i < times; i++) {
                put(column + i, type, value, text, formula);
            }
        }
        column = Math.min(WorkbookRow.COLUMNS, column + times);
    }

    private @Nullable String value(@Nullable String type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case "date" -> xml.attribute("date-value");
            case "boolean" -> xml.attribute("boolean-value");
            case "string" -> xml.attribute("string-value");
            case "time" -> null;
            default -> xml.attribute("value");
        };
    }

    private void put(int at, @Nullable String type, @Nullable String value, String text, @Nullable String formula) {
        if (formula != null && (type == null || ERROR.matcher(text).matches())) {
            cells.error(at, text.isEmpty() ? formula : text);
        } else if (value == null || type == null || type.equals("string")) {
            cells.text(at, value != null ? value : text);
        } else if (type.equals("date")) {
            date(at, value);
        } else if (type.equals("boolean")) {
            cells.bool(at, XmlPart.isTrueText(value));
        } else {
            cells.number(at, value, type.equals("percentage") ? Shown.PERCENT : Shown.PLAIN);
        }
    }

    private void date(int at, String value) {
        int fraction = value.indexOf('.');
        String day = fraction < 0 ? value : value.substring(0, fraction);
        if (DATE.matcher(day).matches()) {
            cells.date(at, day.endsWith("T00:00:00") ? day.substring(0, 10) : day);
        } else {
            cells.text(at, value);
        }
    }

    /** The paragraphs of the cell that has just begun, without its notes and drawings; leaves it at its end. */
    private String text() throws IOException {
        int depth = xml.depth();
        StringBuilder text = new StringBuilder();
        boolean first = true;
        while (xml.nextChild(depth)) {
            if (xml.is("p")) {
                text.append(first ? "" : "\n");
                first = false;
                paragraph(text);
            } else {
                xml.skip();
            }
        }
        return text.toString();
    }

    private void paragraph(StringBuilder text) throws IOException {
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                inside(text);
            } else if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                xml.clearText();
                xml.take();
                text.append(xml.textChars(), 0, xml.textLength());
            }
        }
    }

    private void inside(StringBuilder text) throws IOException {
        switch (xml.name()) {
            case "s" -> text.append(" ".repeat(Math.min(1_000, count("c", 1_000))));
            case "tab" -> text.append('\t');
            case "line-break" -> text.append('\n');
            case "annotation", "note" -> xml.skip();
            default -> {}
        }
    }
}
