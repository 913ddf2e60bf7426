package org.ipwarehouse.etl.check;

/** Writes one JSON object (RFC 8259), in the order in which members are put. */
final class JsonObject {
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final StringBuilder json = new StringBuilder("{");

    JsonObject put(String name, String value) {
        member(name);
        text(value);
        return this;
    }

    /** A member that is an object itself; that one is closed by this call. */
    JsonObject object(String name, JsonObject value) {
        member(name);
        json.append(value.close());
        return this;
    }

    /** A member that is an array of texts. */
    JsonObject texts(String name, Iterable<String> values) {
        member(name);
        json.append('[');
        String between = "";
        for (String value : values) {
            json.append(between);
            text(value);
            between = ",";
        }
        json.append(']');
        return this;
    }

    /** A member that is true. */
    JsonObject flag(String name) {
        member(name);
        json.append("true");
        return this;
    }

    private void member(String name) {
        if (json.length() > 1) {
            json.append(',');
        }
        text(name);
        json.append(':');
    }

    boolean isEmpty() {
        return json.length() == 1;
    }

    /** The object, closed; nothing can be put afterwards. */
    String close() {
        return json.append('}').toString();
    }

    private void text(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> character(value, i, c);
            }
        }
        json.append('"');
    }

    private void character(String value, int at, char c) {
        if (c < ' ' || isLoneSurrogate(value, at, c)) {
            json.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                json.append(HEX[c >> shift & 0xF]);
            }
        } else {
            json.append(c);
        }
    }

    private static boolean isLoneSurrogate(String value, int at, char c) {
        if (Character.isHighSurrogate(c)) {
            return at + 1 == value.length() || !Character.isLowSurrogate(value.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(value.charAt(at - 1)));
    }
}
