package org.ipwarehouse.reports.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFPicture;
import org.ipwarehouse.reports.bulletin.Block;
import org.ipwarehouse.reports.bulletin.Bulletin;
import org.ipwarehouse.reports.bulletin.FontPlan.Role;
import org.ipwarehouse.reports.bulletin.Layout;
import org.ipwarehouse.reports.bulletin.WordFile;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/** Writes a bulletin as a Word document on the page of GB/T 9704-2012. Fonts are named by role, not embedded. */
public final class DocxWriter {
    /** Two characters, in hundredths of a character. */
    private static final BigInteger TWO_CHARACTERS = BigInteger.valueOf(200);

    private static final BigInteger FOUR_CHARACTERS = BigInteger.valueOf(400);

    private final ChartRenderer charts;

    public DocxWriter(ChartRenderer charts) {
        this.charts = charts;
    }

    /** The bytes of the document, the same for the same bulletin. */
    public byte[] write(Bulletin bulletin) {
        Layout layout = bulletin.layout();
        try (XWPFDocument document = layout == null ? new XWPFDocument() : template(layout)) {
            DocxPage page = new DocxPage(bulletin);
            if (layout == null) {
                page.prepare(document);
                Body body = new Body(document, bulletin);
                body.title();
                bulletin.blocks().forEach(body::block);
            } else {
                page.complete(document);
                fill(document, bulletin, layout);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StableZip.of(bytes.toByteArray());
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }

    private static XWPFDocument template(Layout layout) throws IOException {
        return new XWPFDocument(
                new ByteArrayInputStream(WordFile.read(layout.template()).bytes()));
    }

    /** Each block as its element of the template looks; what the template has no element for, as ours do. */
    private void fill(XWPFDocument document, Bulletin bulletin, Layout layout) {
        DocxTemplate template = DocxTemplate.takenFrom(document);
        Body body = new Body(document, bulletin);
        for (int i = 0; i < bulletin.blocks().size(); i++) {
            Layout.Place place = layout.places().get(i);
            Block block = bulletin.blocks().get(i);
            if (place.element() == Layout.OWN) {
                body.block(block);
            } else if (block instanceof Block.Grid grid) {
                template.table(grid, place);
            } else {
                template.paragraph(block, place);
            }
        }
    }

    /** One document in the making. */
    private final class Body {
        private final XWPFDocument document;
        private final DocxText text;
        private final Bulletin bulletin;

        Body(XWPFDocument document, Bulletin bulletin) {
            this.document = document;
            this.text = new DocxText(bulletin.fonts());
            this.bulletin = bulletin;
        }

        void title() {
            titleLine(bulletin.title(), "Title", Paper.TITLE);
            titleLine(bulletin.issue(), "", Paper.ISSUE);
            document.createParagraph();
        }

        private void titleLine(String line, String style, double points) {
            XWPFParagraph paragraph = document.createParagraph();
            if (!style.isEmpty()) {
                paragraph.setStyle(style);
            }
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            DocxText.exactLine(paragraph, Paper.TITLE * 1.6);
            text.add(paragraph, line, Role.TITLE, points);
        }

        void block(Block block) {
            if (block instanceof Block.Heading heading) {
                heading(heading);
            } else if (block instanceof Block.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Block.Grid grid) {
                new DocxTable(document, text).write(grid);
            } else if (block instanceof Block.Picture picture) {
                picture(picture);
            }
        }

        private void heading(Block.Heading heading) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setStyle("Heading" + heading.level());
            DocxText.keepWithNext(paragraph);
            Role role =
                    switch (heading.level()) {
                        case 1 -> Role.HEADING1;
                        case 2 -> Role.HEADING2;
                        default -> Role.BODY;
                    };
            indent(paragraph);
            text.add(paragraph, heading.text(), role, Paper.BODY);
        }

        private void paragraph(Block.Paragraph block) {
            XWPFParagraph paragraph = document.createParagraph();
            switch (block.role()) {
                case BODY, TITLE, ISSUE -> {
                    paragraph.setAlignment(ParagraphAlignment.BOTH);
                    indent(paragraph);
                    text.add(paragraph, block.text(), Role.BODY, Paper.BODY);
                }
                case DATE -> {
                    paragraph.setAlignment(ParagraphAlignment.RIGHT);
                    CTInd indent = indentOf(paragraph);
                    indent.setRightChars(FOUR_CHARACTERS);
                    indent.setRight(BigInteger.valueOf(Math.round(4 * Paper.BODY * 20)));
                    text.add(paragraph, block.text(), Role.BODY, Paper.BODY);
                }
                case NOTE_TITLE -> {
                    DocxText.keepWithNext(paragraph);
                    paragraph.setSpacingBefore(160);
                    text.add(paragraph, block.text(), Role.CAPTION, Paper.CAPTION);
                }
                case NOTE -> small(paragraph, block.text(), Paper.TABLE, 17);
                case DEFINITION -> small(paragraph, block.text(), Paper.DEFINITION, 14);
            }
        }

        private void small(XWPFParagraph paragraph, String words, double points, double line) {
            paragraph.setAlignment(ParagraphAlignment.BOTH);
            text.add(paragraph, words, Role.TABLE, points);
            DocxText.exactLine(paragraph, line);
        }

        private void indent(XWPFParagraph paragraph) {
            CTInd indent = indentOf(paragraph);
            indent.setFirstLineChars(TWO_CHARACTERS);
            indent.setFirstLine(BigInteger.valueOf(Math.round(2 * Paper.BODY * 20)));
        }

        private CTInd indentOf(XWPFParagraph paragraph) {
            CTPPr properties = DocxText.properties(paragraph);
            return properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        }

        private void picture(Block.Picture block) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            DocxText.keepWithNext(paragraph);
            paragraph.setSpacingBefore(120);
            DocxText.ownLineHeight(paragraph);
            ChartPlate plate = ChartPlate.of(block.chart());
            byte[] png = charts.png(block.chart(), plate.size(), ChartPlate.PRINT_SCALE);
            int width = Units.toEMU(plate.widthInPoints());
            int height = Units.toEMU(plate.heightInPoints());
            try {
                XWPFPicture picture = paragraph
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(png),
                                org.apache.poi.xwpf.usermodel.Document.PICTURE_TYPE_PNG,
                                block.caption() + ".png",
                                width,
                                height);
                describe(paragraph, picture, block);
            } catch (InvalidFormatException | IOException cannotHappenInMemory) {
                throw new IllegalStateException(cannotHappenInMemory);
            }
            XWPFParagraph caption = document.createParagraph();
            caption.setAlignment(ParagraphAlignment.CENTER);
            caption.setSpacingAfter(120);
            DocxText.exactLine(caption, 20);
            text.add(caption, block.caption(), Role.CAPTION, Paper.CAPTION);
        }

        /** Word reads the alternative text from the anchor, other programs from the picture: both have it. */
        private void describe(XWPFParagraph paragraph, XWPFPicture picture, Block.Picture block) {
            var run = paragraph.getRuns().get(0).getCTR();
            var anchor = run.getDrawingArray(0).getInlineArray(0).getDocPr();
            anchor.setDescr(block.alternative());
            anchor.setName(block.caption());
            picture.getCTPicture().getNvPicPr().getCNvPr().setDescr(block.alternative());
        }
    }
}
