package org.ipwarehouse.etl.read;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * An XML part of an office file, read forward. Elements are told by their local names: programs choose prefixes freely
 * and write the namespaces of ECMA or of ISO. A document type is refused: no entity is ever resolved.
 */
final class XmlPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();
    /** Real parts have about ten levels. */
    private static final int DEEPEST = 200;

    private final InputStream in;
    private final XMLStreamReader reader;
    private char[] text = new char[256];
    private int length;
    private int depth;

    private XmlPart(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static XmlPart open(InputStream in) throws IOException {
        try {
            return new XmlPart(in, FACTORY.createXMLStreamReader(in));
        } catch (XMLStreamException | RuntimeException e) {
            in.close();
            throw broken(e);
        }
    }

    private static IOException broken(Exception e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof UnreadableFile unreadable) {
                return unreadable;
            }
        }
        return new UnreadableFile(FileForm.DAMAGED, e);
    }

    /** The next event of {@link XMLStreamConstants}. */
    int next() throws IOException {
        int event;
        try {
            event = reader.next();
        } catch (XMLStreamException | RuntimeException e) {
            throw broken(e);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if (depth > DEEPEST) {
                throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "Markup is nested too deep");
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new UnreadableFile(FileForm.UNSAFE_WORKBOOK, "A part has a document type or an entity of its own");
        }
        return event;
    }

    /** Goes to the next start of an element anywhere below; false at the end of the part. */
    boolean nextStart() throws IOException {
        for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    /** Goes to the next child of an element that stands at a depth; false at the end of that element. */
    boolean nextChild(int parentDepth) throws IOException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parentDepth
                    || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    /** Levels of elements that are open, the current one included. */
    int depth() {
        return depth;
    }

    /** Leaves the element that has just begun, whatever is in it. */
    void skip() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    String name() {
        return reader.getLocalName();
    }

    boolean is(String name) {
        return name.equals(reader.getLocalName());
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int i) {
        return reader.getAttributeLocalName(i);
    }

    String attributeValue(int i) {
        return reader.getAttributeValue(i);
    }

    /** An attribute by its local name; of two the one without prefix. */
    @Nullable
    String attribute(String name) {
        String found = null;
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (name.equals(reader.getAttributeLocalName(i))) {
                String prefix = reader.getAttributePrefix(i);
                if (prefix == null || prefix.isEmpty()) {
                    return reader.getAttributeValue(i);
                }
                found = reader.getAttributeValue(i);
            }
        }
        return found;
    }

    boolean isTrue(String attribute) {
        return isTrueText(attribute(attribute));
    }

    static boolean isTrueText(@Nullable String value) {
        return "1".equals(value) || "true".equals(value) || "on".equals(value);
    }

    /** Begins a new text. */
    void clearText() {
        length = 0;
    }

    /** Adds the text of the element that has just begun, up to its end. */
    void addText() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                take();
            }
        }
    }

    /** Leaves the element that has just begun. @return whether it had text */
    boolean passText() throws IOException {
        int outside = depth - 1;
        boolean found = false;
        while (depth > outside) {
            found |= next() == XMLStreamConstants.CHARACTERS;
        }
        return found;
    }

    /** Adds the characters of the current event. */
    void take() throws IOException {
        try {
            int more = reader.getTextLength();
            if (length + more > text.length) {
                text = Arrays.copyOf(text, Math.max(text.length * 2, length + more));
            }
            System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), text, length, more);
            length += more;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    int textLength() {
        return length;
    }

    char[] textChars() {
        return text;
    }

    String text() {
        return new String(text, 0, length);
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        } finally {
            in.close();
        }
    }
}
