package org.ipwarehouse.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.warehouse.api.Origin;

/**
 * Who looked at whose data, when and why: one JSON object a line in {@code logs/audit.jsonl}, only ever appended to. It
 * names fields and never their values; a reason that quotes a person is masked. Keep it at least six months (网络安全法 21).
 */
final class AuditLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    AuditLog(Path logs) {
        this.file = logs.resolve("audit.jsonl");
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where it cannot be written: then nothing may be shown */
    void revealed(Instant now, String submission, Origin origin, String reason, Set<String> fields) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("at", now.toString());
        entry.put("who", System.getProperty("user.name", "?"));
        entry.put("action", "reveal");
        entry.put("submission", submission);
        entry.put("sheet", origin.sheet());
        entry.put("row", origin.row());
        entry.put("fields", List.copyOf(fields));
        entry.put("reason", PersonalData.maskFreeText(reason));
        append(line(entry));
    }

    private static String line(Map<String, Object> entry) {
        try {
            return JSON.writeValueAsString(entry) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers are always JSON", e);
        }
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(
                    file,
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw AppErrors.unwritable(file, e);
        }
    }
}
