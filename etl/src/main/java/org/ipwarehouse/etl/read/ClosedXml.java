package org.ipwarehouse.etl.read;

import java.io.IOException;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML read event by event, closed to everything outside the file (D68): a document type is refused before one of its
 * entities could be looked at, and depth is bounded.
 */
final class ClosedXml implements AutoCloseable {
    private static final int DEEPEST = 100;

    private final Reader text;
    private final XMLStreamReader xml;
    private int depth;

    private ClosedXml(Reader text, XMLStreamReader xml) {
        this.text = text;
        this.xml = xml;
    }

    // the Java platform's own parser: what else lies on the class path must not decide how safe a file is
    static ClosedXml open(Reader text) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside the file is read");
        });
        try {
            return new ClosedXml(text, factory.createXMLStreamReader(text));
        } catch (XMLStreamException e) {
            text.close();
            throw broken(e);
        }
    }

    XMLStreamReader event() {
        return xml;
    }

    /** Goes to the next event. @return its kind, see {@link XMLStreamConstants} */
    int next() throws IOException {
        try {
            int event = xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw UnreadableFile.because(
                        FileForm.DAMAGED, "XML 文件含有文档类型声明（DOCTYPE）或外部实体，出于安全不予读取。请从系统导出不含 DOCTYPE 的 XML、CSV 或 .xlsx。");
            }
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            if (depth > DEEPEST) {
                throw UnreadableFile.because(FileForm.DAMAGED, "XML 文件嵌套超过 " + DEEPEST + " 层，不是报表。请从系统重新导出。");
            }
            return event;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static IOException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException io) {
            return io;
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return UnreadableFile.because(
                FileForm.DAMAGED, "XML 文件在第 " + Math.max(line, 1) + " 行损坏或不完整，可能没有传完。请从系统重新导出后重报。");
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        } finally {
            text.close();
        }
    }
}
