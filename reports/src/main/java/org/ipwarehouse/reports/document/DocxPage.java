package org.ipwarehouse.reports.document;

import java.math.BigInteger;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.FontPlan.Role;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The page, the styles and what stands on every page: number at the outer edge, the mark of synthetic data above. */
final class DocxPage {
    private final Bulletin bulletin;
    private final DocxText text;

    DocxPage(Bulletin bulletin) {
        this.bulletin = bulletin;
        this.text = new DocxText(bulletin.fonts());
    }

    void prepare(XWPFDocument document) {
        section(document);
        styles(document.createStyles());
        document.setEvenAndOddHeadings(true);
        footer(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
        footer(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        if (bulletin.isSynthetic()) {
            header(document, HeaderFooterType.DEFAULT);
            header(document, HeaderFooterType.EVEN);
        }
        properties(document.getProperties());
    }

    /** A template has its own page, styles and page numbers; what it does not say of these is ours. */
    void complete(XWPFDocument document) {
        if (document.getFooterList().isEmpty()) {
            document.setEvenAndOddHeadings(true);
            footer(document, HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
            footer(document, HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
        }
        if (bulletin.isSynthetic()) {
            header(document, HeaderFooterType.DEFAULT);
            header(document, HeaderFooterType.EVEN);
        }
        properties(document.getProperties());
    }

    private static void section(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().isSetSectPr()
                ? document.getDocument().getBody().getSectPr()
                : document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(Paper.WIDTH));
        size.setH(BigInteger.valueOf(Paper.HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(Paper.TOP));
        margins.setBottom(BigInteger.valueOf(Paper.BOTTOM));
        margins.setLeft(BigInteger.valueOf(Paper.LEFT));
        margins.setRight(BigInteger.valueOf(Paper.RIGHT));
        margins.setHeader(BigInteger.valueOf(Paper.HEADER));
        margins.setFooter(BigInteger.valueOf(Paper.FOOTER));
        margins.setGutter(BigInteger.ZERO);
        CTDocGrid grid = section.addNewDocGrid();
        grid.setType(STDocGrid.LINES_AND_CHARS);
        grid.setLinePitch(BigInteger.valueOf(Paper.LINE_PITCH));
        grid.setCharSpace(BigInteger.valueOf(Paper.CHARACTER_SPACE));
    }

    /**
     * The section states the grid of the standard, reckoned from the default size (that of the body). Paragraphs keep
     * its measures by exact lines and spacing instead of by snapping to it: programs disagree on how digits snap.
     */
    private void styles(XWPFStyles styles) {
        CTStyle normal = style("Normal", "Normal");
        normal.setDefault(true);
        CTPPrGeneral paragraph = normal.addNewPPr();
        paragraph.addNewWidowControl().setVal(true);
        paragraph.addNewSnapToGrid().setVal(false);
        CTSpacing line = paragraph.addNewSpacing();
        line.setLine(BigInteger.valueOf(Paper.LINE_PITCH));
        line.setLineRule(STLineSpacingRule.EXACT);
        CTRPr run = normal.addNewRPr();
        DocxText.fonts(run, bulletin.fonts().of(Role.BODY).word());
        run.addNewSz().setVal(BigInteger.valueOf(Math.round(Paper.BODY * 2)));
        run.addNewSzCs().setVal(BigInteger.valueOf(Math.round(Paper.BODY * 2)));
        run.addNewSpacing().setVal(BigInteger.valueOf(Paper.BODY_SPACING));
        run.addNewLang().setEastAsia("zh-CN");
        styles.addStyle(new XWPFStyle(normal));
        styles.addStyle(new XWPFStyle(style("Title", "Title")));
        for (int level = 1; level <= 4; level++) {
            CTStyle heading = style("Heading" + level, "heading " + level);
            heading.addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            styles.addStyle(new XWPFStyle(heading));
        }
    }

    private static CTStyle style(String id, String name) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        if (!id.equals("Normal")) {
            style.addNewBasedOn().setVal("Normal");
            style.addNewNext().setVal("Normal");
        }
        style.addNewQFormat();
        return style;
    }

    /** "— 1 —" in 4号, one character from the outer edge. */
    private void footer(XWPFDocument document, HeaderFooterType type, ParagraphAlignment edge) {
        XWPFFooter footer = document.createFooter(type);
        XWPFParagraph paragraph =
                footer.getParagraphs().isEmpty() ? footer.createParagraph() : footer.getParagraphArray(0);
        paragraph.setAlignment(edge);
        if (edge == ParagraphAlignment.RIGHT) {
            paragraph.setIndentationRight((int) (Paper.PAGE_NUMBER * 20));
        } else {
            paragraph.setIndentationLeft((int) (Paper.PAGE_NUMBER * 20));
        }
        DocxText.ownLineHeight(paragraph);
        text.add(paragraph, "— ", Role.PAGE_NUMBER, Paper.PAGE_NUMBER);
        field(paragraph);
        text.add(paragraph, " —", Role.PAGE_NUMBER, Paper.PAGE_NUMBER);
    }

    private void field(XWPFParagraph paragraph) {
        var begin = text.add(paragraph, "", Role.PAGE_NUMBER, Paper.PAGE_NUMBER);
        begin.getCTR()
                .addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
        var instruction = text.add(paragraph, "", Role.PAGE_NUMBER, Paper.PAGE_NUMBER);
        instruction.getCTR().addNewInstrText().setStringValue("PAGE");
        var end = text.add(paragraph, "", Role.PAGE_NUMBER, Paper.PAGE_NUMBER);
        end.getCTR()
                .addNewFldChar()
                .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
    }

    private void header(XWPFDocument document, HeaderFooterType type) {
        var header = document.createHeader(type);
        XWPFParagraph paragraph =
                header.getParagraphs().isEmpty() ? header.createParagraph() : header.getParagraphArray(0);
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        DocxText.ownLineHeight(paragraph);
        text.add(paragraph, bulletin.mark(), Role.CAPTION, Paper.HEADER_TEXT).setColor("A02020");
    }

    private void properties(POIXMLProperties properties) {
        POIXMLProperties.CoreProperties core = properties.getCoreProperties();
        core.setTitle(bulletin.title() + bulletin.issue());
        core.setCreator("ip-warehouse");
        PackagePropertiesPart part = core.getUnderlyingProperties();
        try {
            part.setCreatedProperty(bulletin.edition() + "T00:00:00Z");
            part.setModifiedProperty(bulletin.edition() + "T00:00:00Z");
        } catch (InvalidFormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
