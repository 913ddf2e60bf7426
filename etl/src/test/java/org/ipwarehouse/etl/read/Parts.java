package org.ipwarehouse.etl.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An office file made part by part, to have exactly the oddity that is looked at. */
final class Parts {
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    static Parts none() {
        return new Parts();
    }

    /** A workbook of one sheet “表” whose part has this sheetData and what follows it. */
    static Parts workbook(String sheetData) {
        return none().part("[Content_Types].xml", "<Types/>")
                .part(
                        "_rels/.rels",
                        relations("<Relationship Id='r1' Type='" + RELATIONS
                                + "/officeDocument' Target='xl/workbook.xml'/>"))
                .part(
                        "xl/workbook.xml",
                        "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS
                                + "'><sheets><sheet name='表' sheetId='1' r:id='rId1'/></sheets></workbook>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                                + relation("rId2", "sharedStrings", "sharedStrings.xml")
                                + relation("rId3", "styles", "styles.xml")))
                .sheet(sheetData);
    }

    Parts sheet(String sheetData) {
        return part("xl/worksheets/sheet1.xml", "<worksheet xmlns='" + MAIN + "'>" + sheetData + "</worksheet>");
    }

    static String relation(String id, String type, String target) {
        return "<Relationship Id='" + id + "' Type='" + RELATIONS + "/" + type + "' Target='" + target + "'/>";
    }

    static String relations(String all) {
        return "<Relationships xmlns='" + PACKAGE + "'>" + all + "</Relationships>";
    }

    /** Shared texts, each the content of an si element. */
    Parts shared(String... items) {
        StringBuilder table = new StringBuilder("<sst xmlns='" + MAIN + "'>");
        for (String item : items) {
            table.append("<si>").append(item).append("</si>");
        }
        return part("xl/sharedStrings.xml", table.append("</sst>").toString());
    }

    /** Cell styles, each with the format of this code. */
    Parts formats(String... codes) {
        StringBuilder formats = new StringBuilder("<numFmts>");
        StringBuilder styles = new StringBuilder("<cellXfs><xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            String code = codes[i].replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
            formats.append("<numFmt numFmtId='" + (176 + i) + "' formatCode=\"" + code + "\"/>");
            styles.append("<xf numFmtId='" + (176 + i) + "'/>");
        }
        return part(
                "xl/styles.xml",
                "<styleSheet xmlns='" + MAIN + "'>" + formats
                        + "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>" + styles
                        + "</cellXfs></styleSheet>");
    }

    Parts part(String name, String content) {
        return part(name, content.getBytes(UTF_8));
    }

    Parts part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    Parts without(String name) {
        parts.remove(name);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
