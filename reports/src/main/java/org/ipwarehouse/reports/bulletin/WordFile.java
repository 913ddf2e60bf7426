package org.ipwarehouse.reports.bulletin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.ipwarehouse.reports.ReportErrors;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * A Word file as Word or WPS saved it, with what they leave behind in it taken away: marks of the spelling checker,
 * bookmarks, revisions, content controls. What is left has every paragraph and table of the body as its direct child.
 */
public final class WordFile {
    private static final String BODY = "word/document.xml";
    private static final String STYLES = "word/styles.xml";

    private final Path file;
    private final Map<String, byte[]> parts;
    private final Document body;

    private WordFile(Path file, Map<String, byte[]> parts, Document body) {
        this.file = file;
        this.parts = parts;
        this.body = body;
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where it cannot be read or is no DOCX */
    public static WordFile read(Path file) {
        try {
            Map<String, byte[]> parts = unzip(Files.readAllBytes(file));
            if (!parts.containsKey(BODY)) {
                throw notWord(file, "里面没有 " + BODY + "。");
            }
            Document body = parse(Objects.requireNonNull(parts.get(BODY)));
            new WordCleaner(body).clean();
            return new WordFile(file, parts, body);
        } catch (IOException unreadable) {
            throw ReportErrors.unreadable(file, unreadable);
        } catch (SAXException broken) {
            throw notWord(file, String.valueOf(broken.getMessage()));
        }
    }

    private static org.ipwarehouse.warehouse.api.Fault notWord(Path file, String cause) {
        return ReportErrors.specMistake(
                file.toString(), "不是可用的 DOCX：" + cause, "在 Word 或 WPS 里打开，另存为“Word 文档（*.docx）”，不要加密。");
    }

    Outline outline() {
        byte[] styles = parts.get(STYLES);
        try {
            return new OutlineReader(file, styles == null ? null : parse(styles)).read(body);
        } catch (SAXException broken) {
            throw notWord(file, String.valueOf(broken.getMessage()));
        }
    }

    /** The cleaned file. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getKey().equals(BODY) ? text(body) : part.getValue());
                out.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static Document parse(byte[] xml) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // a template comes by mail: nothing in it may ask for anything outside
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            try (InputStream in = new ByteArrayInputStream(xml)) {
                return factory.newDocumentBuilder().parse(in);
            }
        } catch (ParserConfigurationException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] text(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            writer.transform(new DOMSource(document), new StreamResult(out));
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}
