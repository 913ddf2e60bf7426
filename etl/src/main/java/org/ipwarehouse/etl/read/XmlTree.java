package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/** XML that is no spreadsheet: elements and attributes by their names, namespaces left out of account. */
record XmlTree(MarkupText text) implements RecordTree {
    private static final String INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    @Override
    public long bytes() {
        return text.file().size();
    }

    @Override
    public void walk(Visitor visitor) throws IOException {
        try (ClosedXml xml = ClosedXml.open(text.open())) {
            Deque<StringBuilder> texts = new ArrayDeque<>();
            for (int kind = xml.next();
                    kind != XMLStreamConstants.END_DOCUMENT && !visitor.isDone();
                    kind = xml.next()) {
                event(kind, xml.event(), texts, visitor);
            }
        }
    }

    private static void event(int kind, XMLStreamReader event, Deque<StringBuilder> texts, Visitor visitor)
            throws IOException {
        switch (kind) {
            case XMLStreamConstants.START_ELEMENT -> {
                visitor.open(event.getLocalName());
                texts.push(new StringBuilder());
                for (int i = 0; i < event.getAttributeCount(); i++) {
                    if (!INSTANCE.equals(event.getAttributeNamespace(i))) {
                        visitor.attribute(event.getAttributeLocalName(i), event.getAttributeValue(i));
                    }
                }
            }
            case XMLStreamConstants.END_ELEMENT -> visitor.close(texts.pop().toString());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(event, texts.peek());
            default -> {}
        }
    }

    private static void append(XMLStreamReader event, @org.jspecify.annotations.Nullable StringBuilder text)
            throws IOException {
        if (text == null) {
            return;
        }
        if (text.length() > CsvRows.LONGEST) {
            throw UnreadableFile.because(FileForm.DAMAGED, "XML 文件中有一个值长得不合常理。请从系统重新导出。");
        }
        text.append(event.getTextCharacters(), event.getTextStart(), event.getTextLength());
    }
}
