package org.ipwarehouse.reports.document;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Layout;
import org.ipwarehouse.reports.bulletin.Run;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;

/** The elements of a writers' template, taken out of their document, to be put in again filled. */
final class DocxTemplate {
    private final XWPFDocument document;
    private final List<Object> elements;

    private DocxTemplate(XWPFDocument document, List<Object> elements) {
        this.document = document;
        this.elements = elements;
    }

    /** Empties the body; page, styles, headers and footers stay. */
    static DocxTemplate takenFrom(XWPFDocument document) {
        List<Object> elements = new ArrayList<>();
        for (IBodyElement element : document.getBodyElements()) {
            if (element instanceof XWPFParagraph paragraph) {
                elements.add(paragraph.getCTP().copy());
            } else if (element instanceof XWPFTable table) {
                elements.add(table.getCTTbl().copy());
            }
        }
        while (!document.getBodyElements().isEmpty()) {
            document.removeBodyElement(0);
        }
        return new DocxTemplate(document, elements);
    }

    void paragraph(Block block, Layout.Place place) {
        CTP look = (CTP) elements.get(place.element());
        CTP made = document.createParagraph().getCTP();
        if (place.verbatim()) {
            made.set(look);
        } else {
            fill(made, look, runs(block), place.looks());
        }
    }

    private static List<Run> runs(Block block) {
        if (block instanceof Block.Heading heading) {
            return List.of(Run.words(heading.text()));
        }
        return ((Block.Paragraph) block).runs();
    }

    private static void fill(CTP made, CTP look, List<Run> runs, List<Integer> looks) {
        if (look.isSetPPr()) {
            made.setPPr(look.getPPr());
        }
        for (int i = 0; i < runs.size(); i++) {
            int like = looks.isEmpty() ? 0 : looks.get(Math.min(i, looks.size() - 1));
            CTR run = made.addNewR();
            if (like < look.sizeOfRArray() && look.getRArray(like).isSetRPr()) {
                run.setRPr(look.getRArray(like).getRPr());
            }
            text(run, runs.get(i).text());
        }
    }

    /** Tabs and line breaks of the template are characters of the text here. */
    private static void text(CTR run, String text) {
        StringBuilder plain = new StringBuilder();
        for (char character : text.toCharArray()) {
            if (character == '\t' || character == '\n') {
                words(run, plain);
                if (character == '\t') {
                    run.addNewTab();
                } else {
                    run.addNewBr();
                }
            } else {
                plain.append(character);
            }
        }
        words(run, plain);
    }

    private static void words(CTR run, StringBuilder plain) {
        if (!plain.isEmpty()) {
            var text = run.addNewT();
            text.setStringValue(plain.toString());
            text.setSpace(org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space.PRESERVE);
            plain.setLength(0);
        }
    }

    /** The rows of the template's table, some of them repeated, with what stands in their cells. */
    void table(Block.Grid grid, Layout.Place place) {
        CTTbl look = (CTTbl) elements.get(place.element());
        CTTbl made = document.createTable().getCTTbl();
        made.set(look);
        while (made.sizeOfTrArray() > 0) {
            made.removeTr(0);
        }
        for (int i = 0; i < place.rows().size(); i++) {
            CTRow row = made.addNewTr();
            row.set(look.getTrArray(place.rows().get(i)));
            for (int cell = 0; cell < grid.columns().size(); cell++) {
                List<Run> runs = i == 0
                        ? List.of(Run.words(grid.columns().get(cell).title()))
                        : grid.rows().get(i - 1).cells().get(cell);
                refill(row.getTcArray(cell), runs);
            }
        }
    }

    private static void refill(CTTc cell, List<Run> runs) {
        CTP paragraph = cell.getPArray(0);
        CTP look = (CTP) paragraph.copy();
        while (paragraph.sizeOfRArray() > 0) {
            paragraph.removeR(0);
        }
        int like = 0;
        while (like < look.sizeOfRArray() - 1 && look.getRArray(like).sizeOfTArray() == 0) {
            like++;
        }
        CTP filled = CTP.Factory.newInstance();
        fill(filled, look, runs, List.of(like));
        paragraph.set(filled);
    }
}
