package org.ipwarehouse.etl.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * JSON, and JSON Lines as the elements of one array. Numbers are the digits of the file; null is an empty text. An array
 * within an array holds its values under their places 1, 2, 3 …
 */
record JsonTree(MarkupText text) implements RecordTree {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(CsvRows.LONGEST)
                    .maxNumberLength(400)
                    .maxNameLength(1_000)
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** An array or object that is open. */
    private static final class Level {
        final boolean array;
        /** Name under which the values of an array go. */
        final String name;

        int place;

        Level(boolean array, String name) {
            this.array = array;
            this.name = name;
        }
    }

    @Override
    public long bytes() {
        return text.file().size();
    }

    @Override
    public void walk(Visitor visitor) throws IOException {
        try (JsonParser json = JSON.createParser(text.open())) {
            Optional<JsonColumns> table = columns();
            visitor.open("");
            if (table.isPresent()) {
                table.get().walk(visitor);
            } else {
                values(json, visitor);
            }
            visitor.close("");
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw UnreadableFile.because(
                    FileForm.DAMAGED, "JSON 文件在第 " + Math.max(line, 1) + " 行损坏、不完整或嵌套过深，可能没有传完。请从系统重新导出后重报。");
        }
    }

    /** A file that is damaged is none by columns; the walk says where it is damaged. */
    private Optional<JsonColumns> columns() throws IOException {
        if (bytes() > JsonColumns.MOST_BYTES) {
            return Optional.empty();
        }
        try (JsonParser json = JSON.createParser(text.open())) {
            return JsonColumns.read(json);
        } catch (com.fasterxml.jackson.core.JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static void values(JsonParser json, Visitor visitor) throws IOException {
        Deque<Level> levels = new ArrayDeque<>();
        String member = "record";
        for (JsonToken token = json.nextToken(); token != null && !visitor.isDone(); token = json.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                member = json.currentName();
                continue;
            }
            Level level = levels.peek();
            if (token.isStructEnd()) {
                end(levels, visitor);
                continue;
            }
            String name = level == null ? "record" : level.array ? level.name : member;
            if (token == JsonToken.START_ARRAY) {
                levels.push(array(level, name, visitor));
            } else if (token == JsonToken.START_OBJECT) {
                visitor.open(isNumber(name) ? "record" : name);
                levels.push(new Level(false, ""));
            } else {
                visitor.open(place(level, name));
                visitor.close(token == JsonToken.VALUE_NULL ? "" : json.getText());
            }
        }
        if (!levels.isEmpty() && !visitor.isDone()) {
            throw UnreadableFile.because(FileForm.DAMAGED, "JSON 文件不完整，可能没有传完。请从系统重新导出后重报。");
        }
    }

    /** Records under their running numbers, {"0":{…},"1":{…}}, are records of one kind. */
    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** An array has no element of its own, but for one in another: its values are a row's. */
    private static Level array(@org.jspecify.annotations.Nullable Level around, String name, Visitor visitor)
            throws IOException {
        if (around != null && around.array) {
            visitor.open(name);
            return new Level(true, "");
        }
        return new Level(true, name);
    }

    private static String place(@org.jspecify.annotations.Nullable Level level, String name) {
        if (level != null && level.array && level.name.isEmpty()) {
            level.place++;
            return String.valueOf(level.place);
        }
        return name;
    }

    private static void end(Deque<Level> levels, Visitor visitor) throws IOException {
        Level ended = levels.pop();
        if (!ended.array || ended.name.isEmpty()) {
            visitor.close("");
        }
    }
}
