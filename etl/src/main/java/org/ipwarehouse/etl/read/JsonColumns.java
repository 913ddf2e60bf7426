package org.ipwarehouse.etl.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table as JSON by columns, as pandas writes it: {@code {"案号":["1","2"],"日期":[…]}} or with running numbers,
 * {@code {"案号":{"0":"1","1":"2"},…}}, two columns at least; anything else in the file, and it is none. Where the columns
 * are of different lengths nobody knows which values are of one row: such a file is refused.
 */
final class JsonColumns {
    /** Columns are held in memory until the last of them is read. */
    static final long MOST_BYTES = 64L << 20;

    private final Map<String, List<String>> columns;

    private JsonColumns(Map<String, List<String>> columns) {
        this.columns = columns;
    }

    /** Reads no further than to the first thing that such a table does not have. */
    static Optional<JsonColumns> read(JsonParser json) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken opened = json.nextToken();
            List<String> values = new ArrayList<>();
            boolean isColumn = opened == JsonToken.START_ARRAY
                    ? takesArray(json, values)
                    : opened == JsonToken.START_OBJECT && takesNumbered(json, values);
            if (!isColumn || columns.put(name, values) != null) {
                return Optional.empty();
            }
        }
        boolean isTable = json.nextToken() == null
                && columns.size() > 1
                && columns.values().stream().noneMatch(List::isEmpty);
        if (isTable && columns.values().stream().mapToInt(List::size).distinct().count() > 1) {
            throw UnreadableFile.because(FileForm.DAMAGED, "JSON 按列给出，各列的个数却不相同，无从知道哪些值属于同一行。请按行导出（每行一个对象的数组）后重报。");
        }
        return isTable ? Optional.of(new JsonColumns(columns)) : Optional.empty();
    }

    private static boolean takesArray(JsonParser json, List<String> values) throws IOException {
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == null || !token.isScalarValue()) {
                return false;
            }
            values.add(text(json, token));
        }
        return true;
    }

    /** Running numbers from 0, none left out: the values of a column stand beside those of the others by them. */
    private static boolean takesNumbered(JsonParser json, List<String> values) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            if (!json.currentName().equals(Integer.toString(values.size()))) {
                return false;
            }
            JsonToken token = json.nextToken();
            if (token == null || !token.isScalarValue()) {
                return false;
            }
            values.add(text(json, token));
        }
        return true;
    }

    private static String text(JsonParser json, JsonToken token) throws IOException {
        return token == JsonToken.VALUE_NULL ? "" : json.getText();
    }

    /** Hands the table on row by row. */
    void walk(RecordTree.Visitor visitor) throws IOException {
        int rows = columns.values().iterator().next().size();
        for (int row = 0; row < rows && !visitor.isDone(); row++) {
            visitor.open("record");
            for (Map.Entry<String, List<String>> column : columns.entrySet()) {
                visitor.open(column.getKey());
                visitor.close(column.getValue().get(row));
            }
            visitor.close("");
        }
    }
}
