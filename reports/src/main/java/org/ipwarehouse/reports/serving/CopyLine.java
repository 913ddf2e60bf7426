package org.ipwarehouse.reports.serving;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row in the text form of PostgreSQL's COPY: values parted by tabs, {@code \N} for null. */
final class CopyLine {
    private final StringBuilder line = new StringBuilder(256);

    private boolean started;

    CopyLine add(@Nullable Object value) {
        if (started) {
            line.append('\t');
        }
        started = true;
        if (value == null) {
            line.append("\\N");
        } else if (value instanceof BigDecimal decimal) {
            line.append(decimal.toPlainString());
        } else {
            escaped(value.toString());
        }
        return this;
    }

    CopyLine joined(List<?> values) {
        return add(String.join(";", values.stream().map(Object::toString).toList()));
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                // PostgreSQL's text cannot hold it
                case '\0' -> line.append('\uFFFD');
                default -> line.append(c);
            }
        }
    }

    String end() {
        return line.append('\n').toString();
    }
}
