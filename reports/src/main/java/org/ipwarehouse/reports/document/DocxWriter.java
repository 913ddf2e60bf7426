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
import org.ipwarehouse.reports.bulletin.Run;
import org.ipwarehouse.reports.chart.ChartRenderer;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;

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
        try (XWPFDocument document = new XWPFDocument()) {
            new DocxPage(bulletin).prepare(document);
            Body body = new Body(document, bulletin);
            body.title();
            bulletin.blocks().forEach(body::block);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return StableZip.of(bytes.toByteArray());
        } catch (IOException cannotHappenInMemory) {
            throw new UncheckedIOException(cannotHappenInMemory);
        }
    }

    /** One document in the making. */
    private final class Body {
        private final XWPFDocument document;
        private final DocxText text;

        Body(XWPFDocument document, Bulletin bulletin) {
            this.document = document;
            this.text = new DocxText(bulletin.fonts());
            this.bulletin = bulletin;
        }

        private final Bulletin bulletin;

        void title() {
            titleLine(bulletin.title(), "Title");
            titleLine(bulletin.issue(), "");
            document.createParagraph();
        }

        private void titleLine(String line, String style) {
            XWPFParagraph paragraph = document.createParagraph();
            if (!style.isEmpty()) {
                paragraph.setStyle(style);
            }
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            text.add(paragraph, line, Role.TITLE, Paper.TITLE);
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
            paragraph.setKeepNext(true);
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
                case BODY -> {
                    paragraph.setAlignment(ParagraphAlignment.BOTH);
                    indent(paragraph);
                    text.add(paragraph, block.text(), Role.BODY, Paper.BODY);
                }
                case DATE -> {
                    paragraph.setAlignment(ParagraphAlignment.RIGHT);
                    indentOf(paragraph).setRightChars(FOUR_CHARACTERS);
                    text.add(paragraph, block.text(), Role.BODY, Paper.BODY);
                }
                case NOTE_TITLE -> {
                    paragraph.setKeepNext(true);
                    paragraph.setSpacingBefore(160);
                    text.add(paragraph, block.text(), Role.CAPTION, Paper.CAPTION);
                }
                case NOTE -> {
                    paragraph.setAlignment(ParagraphAlignment.BOTH);
                    text.add(paragraph, Run.join(block.runs()), Role.TABLE, Paper.TABLE);
                    DocxText.exactLine(paragraph, 17);
                }
            }
        }

        private void indent(XWPFParagraph paragraph) {
            CTInd indent = indentOf(paragraph);
            indent.setFirstLineChars(TWO_CHARACTERS);
            indent.setFirstLine(BigInteger.valueOf(Math.round(2 * Paper.BODY * 20)));
        }

        private CTInd indentOf(XWPFParagraph paragraph) {
            var properties = paragraph.getCTP().isSetPPr()
                    ? paragraph.getCTP().getPPr()
                    : paragraph.getCTP().addNewPPr();
            return properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        }

        private void picture(Block.Picture block) {
            XWPFParagraph paragraph = document.createParagraph();
            paragraph.setAlignment(ParagraphAlignment.CENTER);
            paragraph.setKeepNext(true);
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
