package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.ipwarehouse.etl.read.RawRow.CellKind;
import org.ipwarehouse.etl.read.SheetTop.Merge;

/**
 * One walk through an XML Spreadsheet 2003 ("XML Spreadsheet Reference", Office 2003): rows and cells that name their
 * place by ss:Index, merged areas, types and number formats. Namespaces are left out of account.
 */
final class SpreadsheetXml implements AutoCloseable {
    private static final int MOST_COLUMNS = CsvRows.MOST_CELLS;
    private static final int LONGEST_TEXT = 1 << 20;

    private final ClosedXml xml;
    private final XMLStreamReader event;
    private final ExcelDates dates;
    private final Map<String, String> formats = new HashMap<>();
    private final List<Opened> sheets = new ArrayList<>();
    private final HeldRow row = new HeldRow();
    /** Merged areas that reach down, by column. */
    private final Map<Integer, Down> down = new TreeMap<>();

    private boolean date1904;
    private long number;
    private int column;

    /** A sheet, when the walk is past it. */
    record Sheet(String name, boolean hidden, List<Merge> merges) {}

    private static final class Opened {
        final String name;
        final List<Merge> merges = new ArrayList<>();
        boolean hidden;

        Opened(String name) {
            this.name = name;
        }
    }

    private record Down(long lastRow, String text, CellKind kind) {}

    SpreadsheetXml(ClosedXml xml, boolean date1904) {
        this.xml = xml;
        this.event = xml.event();
        this.dates = new ExcelDates(date1904);
    }

    boolean date1904() {
        return date1904;
    }

    List<Sheet> sheets() {
        return sheets.stream().map(s -> new Sheet(s.name, s.hidden, s.merges)).toList();
    }

    void read(SheetReader.RowVisitor visitor) throws IOException {
        String style = "";
        for (int kind = xml.next(); kind != XMLStreamConstants.END_DOCUMENT; kind = xml.next()) {
            if (kind != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (event.getLocalName()) {
                case "Date1904" -> date1904 = true;
                case "Style" -> style = attribute("ID");
                case "NumberFormat" -> formats.put(style, attribute("Format"));
                case "Worksheet" -> worksheet();
                case "Visible" -> visible();
                case "Row" -> row(visitor);
                default -> {}
            }
        }
    }

    private void worksheet() throws IOException {
        if (sheets.size() >= 1_000) {
            throw UnreadableFile.because(FileForm.DAMAGED, "文件中的工作表超过 1000 张，不是报表。请从系统重新导出。");
        }
        sheets.add(new Opened(attribute("Name")));
        number = 0;
        down.clear();
    }

    private void visible() throws IOException {
        if (!sheets.isEmpty()) {
            sheets.get(sheets.size() - 1).hidden |= text("Visible").startsWith("Sheet");
        }
    }

    private void row(SheetReader.RowVisitor visitor) throws IOException {
        if (sheets.isEmpty()) {
            return;
        }
        number = Math.max(number + 1, number("Index", 0));
        int last = sheets.size() - 1;
        row.begin(sheets.get(last).name, number);
        if (attribute("Hidden").equals("1")) {
            row.hide();
        }
        long more = Math.min(number("Span", 0), 1 << 20);
        column = 0;
        cells();
        fill();
        visitor.row(last, row);
        // rows that a span stands for are empty
        number += more;
    }

    private void cells() throws IOException {
        for (int kind = xml.next(); !ends(kind, "Row"); kind = xml.next()) {
            if (kind == XMLStreamConstants.START_ELEMENT && event.getLocalName().equals("Cell")) {
                cell();
            }
        }
    }

    private boolean ends(int kind, String element) {
        return kind == XMLStreamConstants.END_DOCUMENT
                || kind == XMLStreamConstants.END_ELEMENT
                        && event.getLocalName().equals(element);
    }

    private void cell() throws IOException {
        long at = number("Index", 0);
        if (at > 0) {
            column = (int) Math.min(at - 1, MOST_COLUMNS);
        } else {
            skipMerged();
        }
        int first = column;
        if (first >= MOST_COLUMNS) {
            throw UnreadableFile.because(
                    FileForm.DAMAGED, "第 " + number + " 行的列数超过 " + MOST_COLUMNS + "，不是报表。请从系统重新导出。");
        }
        int across = (int) Math.min(number("MergeAcross", 0), MOST_COLUMNS);
        long lastRow = number + Math.min(number("MergeDown", 0), 1 << 20);
        String style = attribute("StyleID");
        for (int kind = xml.next(); !ends(kind, "Cell"); kind = xml.next()) {
            if (kind == XMLStreamConstants.START_ELEMENT) {
                inCell(first, style);
            }
        }
        merge(first, first + across, lastRow);
        column = first + across + 1;
    }

    /** A cell without place stands to the right of areas that are merged from above. */
    private void skipMerged() {
        for (Down merged = down.get(column); merged != null && merged.lastRow >= number; merged = down.get(column)) {
            column++;
        }
    }

    private void inCell(int at, String style) throws IOException {
        switch (event.getLocalName()) {
            case "Data" -> data(at, style);
            // a comment has Data, too
            case "Comment" -> text("Comment");
            default -> {}
        }
    }

    private void data(int at, String style) throws IOException {
        String type = attribute("Type");
        String text = text("Data");
        switch (type) {
            case "Number" -> row.putNumber(at, text, formats.get(style), dates);
            case "DateTime" -> row.put(at, day(text), CellKind.DATE);
            case "Boolean" -> row.put(at, text.strip().equals("1") ? "TRUE" : "FALSE", CellKind.BOOLEAN);
            case "Error" -> row.put(at, text, CellKind.ERROR);
            default -> row.put(at, text, CellKind.TEXT);
        }
    }

    /** 2024-03-05T00:00:00.000 is a day; a time of day is shown without fractions of a second. */
    private static String day(String text) {
        String point = text.strip().replaceFirst("\\.\\d*$", "");
        return point.endsWith("T00:00:00") ? point.substring(0, point.indexOf('T')) : point;
    }

    private void merge(int first, int lastColumn, long lastRow) {
        if (lastColumn == first && lastRow == number) {
            return;
        }
        Opened sheet = sheets.get(sheets.size() - 1);
        if (number <= SheetTop.ROWS) {
            sheet.merges.add(new Merge(number, lastRow, first, lastColumn));
        }
        if (lastRow > number) {
            down.put(first, new Down(lastRow, row.text(first), row.kind(first)));
            for (int c = first + 1; c <= lastColumn; c++) {
                down.put(c, new Down(lastRow, "", CellKind.EMPTY));
            }
        }
    }

    private void fill() {
        down.values().removeIf(merged -> merged.lastRow < number);
        down.forEach((at, merged) -> {
            if (row.kind(at) == CellKind.EMPTY && merged.kind != CellKind.EMPTY) {
                row.putFilled(at, merged.text, merged.kind);
            }
        });
    }

    /** All text up to the end of an element, that of its children too (parts of a cell in bold). */
    private String text(String element) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int kind = xml.next(); !ends(kind, element); kind = xml.next()) {
            boolean characters = kind == XMLStreamConstants.CHARACTERS
                    || kind == XMLStreamConstants.CDATA
                    || kind == XMLStreamConstants.SPACE;
            if (characters) {
                if (text.length() > LONGEST_TEXT) {
                    throw UnreadableFile.because(
                            FileForm.DAMAGED, "第 " + number + " 行有一个单元格长得不合常理，可能有标记没有结束。请从系统重新导出。");
                }
                text.append(event.getTextCharacters(), event.getTextStart(), event.getTextLength());
            }
        }
        return text.toString();
    }

    private String attribute(String name) {
        for (int i = 0; i < event.getAttributeCount(); i++) {
            if (event.getAttributeLocalName(i).equals(name)) {
                return event.getAttributeValue(i);
            }
        }
        return "";
    }

    private long number(String name, long otherwise) {
        String text = attribute(name);
        try {
            return text.isEmpty() || text.length() > 9 ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
