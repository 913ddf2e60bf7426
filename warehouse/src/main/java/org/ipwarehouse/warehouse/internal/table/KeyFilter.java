package org.ipwarehouse.warehouse.internal.table;

/** Says of a text, by its UTF-8 bytes, whether its row is wanted. May say yes too often, never too seldom. */
@FunctionalInterface
public interface KeyFilter {
    boolean isWanted(byte[] text);
}
