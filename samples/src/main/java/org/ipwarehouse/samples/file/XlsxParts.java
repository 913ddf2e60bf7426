package org.ipwarehouse.samples.file;

import java.util.List;

/** The small parts of a workbook around its one sheet. */
final class XlsxParts {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    static final String SHEET_HEAD = XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>";

    /** One part of the package. */
    record Part(String name, String xml) {}

    private XlsxParts() {}

    static List<Part> of(String sheet, String title) {
        return List.of(
                new Part("[Content_Types].xml", contentTypes()),
                new Part(
                        "_rels/.rels",
                        relationships(
                                relation(1, RELATIONS + "/officeDocument", "xl/workbook.xml"),
                                relation(2, PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml"))),
                new Part("docProps/core.xml", core(title.isEmpty() ? sheet : title)),
                new Part("xl/workbook.xml", workbook(sheet)),
                new Part(
                        "xl/_rels/workbook.xml.rels",
                        relationships(
                                relation(1, RELATIONS + "/worksheet", "worksheets/sheet1.xml"),
                                relation(2, RELATIONS + "/styles", "styles.xml"))),
                new Part("xl/styles.xml", styles()));
    }

    private static String contentTypes() {
        return XML + "<Types xmlns=\"" + PACKAGE + "/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/docProps/core.xml\""
                + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
                + override("/xl/workbook.xml", "sheet.main+xml")
                + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                + override("/xl/styles.xml", "styles+xml")
                + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relationships(String... relations) {
        return XML + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">" + String.join("", relations)
                + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String core(String title) {
        String stamp = " xsi:type=\"dcterms:W3CDTF\">2026-10-01T00:00:00Z</dcterms:";
        return XML + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<dc:title>" + escaped(title) + "</dc:title><dc:creator>ip-warehouse samples</dc:creator>"
                + "<cp:keywords>演示数据 synthetic</cp:keywords>"
                + "<dcterms:created" + stamp + "created><dcterms:modified" + stamp + "modified></cp:coreProperties>";
    }

    private static String workbook(String sheet) {
        return XML + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\""
                + escaped(sheet) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    /** 0 plain, 1 bold, 2 date. */
    private static String styles() {
        return XML + "<styleSheet xmlns=\"" + MAIN
                + "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"宋体\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"宋体\"/></font></fonts>"
                + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
                + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
                + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
                + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
                + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
                + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
                + "<xf numFmtId=\"14\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
                + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
                + "</styleSheet>";
    }

    static String escaped(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c != '&' && c != '<' && c != '>' && c != '"';
        }
        return plain
                ? value
                : value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;");
    }
}
