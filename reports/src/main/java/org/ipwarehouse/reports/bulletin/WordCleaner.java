package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Takes out of a body what editing leaves behind and no reader sees. */
final class WordCleaner {
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** Taken away with all that is in them. */
    private static final Set<String> GONE = Set.of(
            "proofErr",
            "bookmarkStart",
            "bookmarkEnd",
            "lastRenderedPageBreak",
            "del",
            "moveFrom",
            "moveFromRangeStart",
            "moveFromRangeEnd",
            "moveToRangeStart",
            "moveToRangeEnd",
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "permStart",
            "permEnd",
            "rPrChange",
            "pPrChange",
            "sectPrChange",
            "tblPrChange",
            "tcPrChange",
            "trPrChange");
    /** Taken away, and what is in them kept. */
    private static final Set<String> OPENED =
            Set.of("ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "hyperlink");

    private final Document document;

    WordCleaner(Document document) {
        this.document = document;
    }

    void clean() {
        clean(document.getDocumentElement());
    }

    private static void clean(Element parent) {
        for (Element child : children(parent)) {
            String name = W.equals(child.getNamespaceURI()) ? child.getLocalName() : "";
            if (GONE.contains(name) || name.equals("sdtPr") || name.equals("sdtEndPr")) {
                parent.removeChild(child);
            } else {
                clean(child);
                if (OPENED.contains(name)) {
                    open(parent, child);
                }
            }
        }
    }

    private static void open(Element parent, Element child) {
        while (child.getFirstChild() != null) {
            parent.insertBefore(child.getFirstChild(), child);
        }
        parent.removeChild(child);
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(e -> W.equals(e.getNamespaceURI()) && name.equals(e.getLocalName()))
                .toList();
    }
}
