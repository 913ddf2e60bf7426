package org.ipwarehouse.etl.read;

import java.util.Locale;
import java.util.Map;

/**
 * Number formats that XML Spreadsheet 2003 and web pages of Excel call by name ("Short Date"; XML Spreadsheet Reference,
 * NumberFormat) as the codes that they stand for.
 */
final class NamedFormats {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("general date", "yyyy-mm-dd hh:mm"),
            Map.entry("long date", "yyyy-mm-dd"),
            Map.entry("medium date", "yyyy-mm-dd"),
            Map.entry("short date", "yyyy-mm-dd"),
            Map.entry("long time", "hh:mm:ss"),
            Map.entry("medium time", "hh:mm"),
            Map.entry("short time", "hh:mm"),
            Map.entry("general number", "0"),
            Map.entry("currency", "0.00"),
            Map.entry("euro currency", "0.00"),
            Map.entry("fixed", "0.00"),
            Map.entry("standard", "#,##0.00"),
            Map.entry("percent", "0.00%"),
            Map.entry("scientific", "0.00E+00"),
            Map.entry("yes/no", "0"),
            Map.entry("true/false", "0"),
            Map.entry("on/off", "0"));

    private NamedFormats() {}

    /** The codes of a named format; any other is its own codes. */
    static String codes(String format) {
        return CODES.getOrDefault(format.strip().toLowerCase(Locale.ROOT), format);
    }
}
