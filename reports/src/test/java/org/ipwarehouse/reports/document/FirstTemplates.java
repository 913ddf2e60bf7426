package org.ipwarehouse.reports.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.FontPlan;
import org.ipwarehouse.reports.bulletin.FontPlan.Role;
import org.ipwarehouse.reports.bulletin.IndicatorTable;
import org.ipwarehouse.reports.figure.Face;
import org.ipwarehouse.warehouse.api.Period;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/**
 * Made the first template of each series, on the page of GB/T 9704-2012, from lines of text. Since then the templates are
 * the writers': edited in Word or WPS, not made again.
 */
final class FirstTemplates {
    private static final FontPlan FONTS = new FontPlan(Map.of(
            Role.TITLE, new FontPlan.Font("方正小标宋简体", Face.SERIF_BOLD),
            Role.BODY, new FontPlan.Font("仿宋_GB2312", Face.SERIF),
            Role.HEADING1, new FontPlan.Font("黑体", Face.SANS_BOLD),
            Role.HEADING2, new FontPlan.Font("楷体_GB2312", Face.SERIF_BOLD),
            Role.TABLE, new FontPlan.Font("宋体", Face.SERIF),
            Role.TABLE_HEAD, new FontPlan.Font("黑体", Face.SANS_BOLD),
            Role.CAPTION, new FontPlan.Font("黑体", Face.SANS_BOLD),
            Role.PAGE_NUMBER, new FontPlan.Font("宋体", Face.SERIF)));

    private FirstTemplates() {}

    /** @param args file to write, then lines: a letter for the style (T S 1 2 3 P D), a space, the text */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Files.readAllLines(Path.of(args[1])));
    }

    static void write(Path file, List<String> lines) throws IOException {
        Bulletin empty = new Bulletin(
                "",
                "",
                "",
                Period.quarter(2026, 3),
                LocalDate.of(2026, 10, 20),
                "",
                FONTS,
                List.of(),
                new IndicatorTable(List.of()),
                null);
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            new DocxPage(empty).prepare(document);
            styles(document);
            for (String line : lines) {
                XWPFParagraph paragraph = document.createParagraph();
                String style =
                        switch (line.isEmpty() ? 'P' : line.charAt(0)) {
                            case 'T' -> "Title";
                            case 'S' -> "Subtitle";
                            case '1' -> "Heading1";
                            case '2' -> "Heading2";
                            case '3' -> "Heading3";
                            case 'D' -> "BulletinDate";
                            default -> "BulletinBody";
                        };
                paragraph.setStyle(style);
                if (line.length() > 2) {
                    paragraph.createRun().setText(line.substring(2));
                }
            }
            java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
            document.write(bytes);
            out.write(StableZip.of(bytes.toByteArray()));
        }
    }

    private static void styles(XWPFDocument document) {
        change(document, "Title", Role.TITLE, Paper.TITLE, STJc.CENTER, 0);
        add(document, "Subtitle", "Subtitle", Role.TITLE, Paper.ISSUE, STJc.CENTER, 0);
        change(document, "Heading1", Role.HEADING1, Paper.BODY, STJc.LEFT, 2);
        change(document, "Heading2", Role.HEADING2, Paper.BODY, STJc.LEFT, 2);
        change(document, "Heading3", Role.BODY, Paper.BODY, STJc.LEFT, 2);
        add(document, "BulletinBody", "公报正文", Role.BODY, Paper.BODY, STJc.BOTH, 2);
        add(document, "BulletinDate", "公报日期", Role.BODY, Paper.BODY, STJc.RIGHT, -4);
        // POI keeps a copy of what it was given: what was changed since is handed over again
        CTStyles all = CTStyles.Factory.newInstance();
        document.getStyles().getStyles().forEach(style -> all.addNewStyle().set(style.getCTStyle()));
        document.getStyles().setStyles(all);
    }

    private static void add(
            XWPFDocument document, String id, String name, Role role, double points, STJc.Enum align, int indent) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewBasedOn().setVal("Normal");
        style.addNewQFormat();
        look(style, role, points, align, indent);
        document.getStyles().addStyle(new XWPFStyle(style));
    }

    private static void change(
            XWPFDocument document, String id, Role role, double points, STJc.Enum align, int indent) {
        look(document.getStyles().getStyle(id).getCTStyle(), role, points, align, indent);
    }

    /** @param indent characters of the first line; below 0: of the right edge */
    private static void look(CTStyle style, Role role, double points, STJc.Enum align, int indent) {
        CTPPrGeneral paragraph = style.isSetPPr() ? style.getPPr() : style.addNewPPr();
        if (role == Role.TITLE) {
            var line = paragraph.addNewSpacing();
            line.setLine(BigInteger.valueOf(Math.round(Paper.TITLE * 1.6 * 20)));
            line.setLineRule(STLineSpacingRule.EXACT);
            line.setAfter(BigInteger.valueOf(points == Paper.ISSUE ? 400 : 0));
        }
        if (indent > 0) {
            paragraph.addNewInd().setFirstLineChars(BigInteger.valueOf(indent * 100L));
            paragraph.getInd().setFirstLine(BigInteger.valueOf(Math.round(indent * Paper.BODY * 20)));
        } else if (indent < 0) {
            paragraph.addNewInd().setRightChars(BigInteger.valueOf(-indent * 100L));
            paragraph.getInd().setRight(BigInteger.valueOf(Math.round(-indent * Paper.BODY * 20)));
        }
        paragraph.addNewJc().setVal(align);
        if (style.getStyleId().startsWith("Heading")) {
            paragraph.addNewKeepNext().setVal(true);
        }
        CTRPr run = style.isSetRPr() ? style.getRPr() : style.addNewRPr();
        DocxText.fonts(run, FONTS.of(role).word());
        run.addNewSz().setVal(BigInteger.valueOf(Math.round(points * 2)));
        run.addNewSzCs().setVal(BigInteger.valueOf(Math.round(points * 2)));
    }
}
