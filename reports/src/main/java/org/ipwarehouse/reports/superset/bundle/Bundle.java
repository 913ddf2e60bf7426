package org.ipwarehouse.reports.superset.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.ipwarehouse.reports.superset.bundle.SupersetObject.Kind;

/** Objects as the ZIP of YAML files that Superset imports and exports. */
public record Bundle(List<SupersetObject> objects) {
    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());
    /** Any time: the import asks for one and does nothing with it. */
    private static final String TIME = "2026-01-01T00:00:00+00:00";

    public Bundle {
        objects = List.copyOf(objects);
    }

    /** All files under one folder, whose name the import strips. */
    public byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "metadata.yaml", Map.of("version", "1.0.0", "type", "assets", "timestamp", TIME));
            for (SupersetObject object : objects) {
                put(zip, object.path(), object.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, Object content) throws IOException {
        ZipEntry entry = new ZipEntry("ipw/" + path);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(yaml(content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String yaml(Object content) throws JsonProcessingException {
        return YAML.writeValueAsString(content);
    }

    /** What an export holds, each with the path under which it came. */
    public static List<SupersetObject> read(byte[] export) {
        List<SupersetObject> objects = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(export), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String path = entry.getName().replaceFirst("^[^/]+/", "");
                Kind kind = Kind.ofPath(path);
                if (kind != null) {
                    JsonNode content = YAML.readTree(zip.readAllBytes());
                    objects.add(new SupersetObject(
                            kind,
                            content.path("uuid").asText(),
                            path,
                            name(kind, content),
                            "",
                            (com.fasterxml.jackson.databind.node.ObjectNode) content));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    private static String name(Kind kind, JsonNode content) {
        return switch (kind) {
            case DATABASE -> content.path("database_name").asText();
            case DATASET -> content.path("table_name").asText();
            case CHART -> content.path("slice_name").asText();
            case DASHBOARD -> content.path("dashboard_title").asText();
        };
    }
}
