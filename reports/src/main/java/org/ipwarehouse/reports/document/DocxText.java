package org.ipwarehouse.reports.document;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.ipwarehouse.reports.bulletin.FontPlan;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Runs of text in the font of their role: its Chinese name for Chinese characters, Times New Roman for Latin and digits. */
final class DocxText {
    static final String LATIN = "Times New Roman";

    private final FontPlan fonts;

    DocxText(FontPlan fonts) {
        this.fonts = fonts;
    }

    XWPFRun add(XWPFParagraph paragraph, String text, FontPlan.Role role, double points) {
        XWPFRun run = paragraph.createRun();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
        run.setFontSize(points);
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        fonts(properties, fonts.of(role).word());
        if (points != Paper.BODY) {
            properties.addNewSpacing().setVal(BigInteger.ZERO);
        }
        return run;
    }

    /** Names the fonts; the hint makes Word set “”—… in the Chinese font. */
    static void fonts(CTRPr properties, String chinese) {
        CTFonts names = properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts();
        names.setAscii(LATIN);
        names.setHAnsi(LATIN);
        names.setCs(LATIN);
        names.setEastAsia(chinese);
        names.setHint(STHint.EAST_ASIA);
    }

    /** A line of so many points, as small print needs it. */
    static void exactLine(XWPFParagraph paragraph, double points) {
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
    }

    /** As high as its contents. */
    static void ownLineHeight(XWPFParagraph paragraph) {
        paragraph.setSpacingBetween(1, LineSpacingRule.AUTO);
    }

    /** Stays on the page of the paragraph that follows. */
    static void keepWithNext(XWPFParagraph paragraph) {
        CTPPr properties = properties(paragraph);
        (properties.isSetKeepNext() ? properties.getKeepNext() : properties.addNewKeepNext()).setVal(true);
    }

    static CTPPr properties(XWPFParagraph paragraph) {
        return paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
    }
}
