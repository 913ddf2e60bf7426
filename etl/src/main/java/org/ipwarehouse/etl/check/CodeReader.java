package org.ipwarehouse.etl.check;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeList;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.EmptyMark;
import org.ipwarehouse.etl.standardise.MultiValue;
import org.ipwarehouse.etl.standardise.Problem;
import org.ipwarehouse.etl.standardise.Reading;
import org.jspecify.annotations.Nullable;

/** Cells of a field with a code list, to the codes that are valid on the row's day. */
final class CodeReader {
    private static final int MOST_ZEROS = 4;

    private final CodeList list;
    private final boolean multi;
    private final boolean unit;
    private final boolean keep;

    CodeReader(Field field, CodeList list) {
        this.list = list;
        this.multi = field.has(FieldRule.MULTI);
        this.unit = field.has(FieldRule.UNIT);
        this.keep = field.unknownCode() == Field.UnknownCode.KEEP;
    }

    /** @param day on which the code must be valid */
    Reading<String> read(String raw, LocalDate day) {
        Reading<String> one = single(raw, day);
        if (one != null) {
            return one;
        }
        EmptyMark mark = EmptyMark.of(raw);
        if (mark == EmptyMark.UNKNOWN) {
            return Reading.nothing();
        } else if (mark != EmptyMark.NOT_A_MARK) {
            return Reading.marked("D41");
        }
        return multi ? several(raw, day) : unknown(raw, raw);
    }

    private @Nullable Reading<String> single(String raw, LocalDate day) {
        Optional<CodeEntry> exact = list.find(raw, day);
        if (exact.isPresent()) {
            return found(raw, exact.get());
        }
        String text = CleanText.dense(raw);
        int bracket = text.indexOf('(');
        if (bracket > 0 && text.endsWith(")")) {
            Optional<CodeEntry> before = list.find(text.substring(0, bracket), day);
            if (before.isPresent()) {
                return Reading.repaired(before.get().code(), "D56");
            }
        }
        return withZeros(text, day);
    }

    /** A code whose zeros a spreadsheet left away: only where exactly one code of the list ends like it (D49). */
    private @Nullable Reading<String> withZeros(String text, LocalDate day) {
        String found = "";
        StringBuilder padded = new StringBuilder(text);
        for (int zeros = 1; isNumber(text) && zeros <= MOST_ZEROS; zeros++) {
            padded.insert(0, '0');
            Optional<CodeEntry> entry = list.find(padded.toString(), day);
            if (entry.isPresent() && !found.isEmpty()) {
                return null;
            }
            found = entry.map(CodeEntry::code).orElse(found);
        }
        return found.isEmpty() ? null : Reading.repaired(found, "D49");
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Labels and aliases are agreed spellings; only another name of a unit is noted, because units are renamed. */
    private Reading<String> found(String raw, CodeEntry entry) {
        boolean own = raw.equals(entry.code()) || raw.equals(entry.label());
        return unit && !own ? Reading.repaired(entry.code(), "D53") : Reading.of(entry.code());
    }

    private Reading<String> several(String raw, LocalDate day) {
        MultiValue.Parts<String> parts = MultiValue.split(CleanText.of(raw), part -> {
            Reading<String> one = single(part, day);
            return one == null ? null : one.value();
        });
        String unknown = parts.unknown();
        if (unknown != null || parts.values().isEmpty()) {
            return unknown(unknown == null ? raw : unknown, raw);
        }
        Set<String> codes = new LinkedHashSet<>(parts.values());
        String joined = String.join(";", codes);
        return joined.equals(raw) ? Reading.of(joined) : Reading.repaired(joined, "D56");
    }

    private Reading<String> unknown(String part, String raw) {
        if (keep) {
            String clean = CleanText.of(raw);
            return clean.equals(raw) ? Reading.of(raw) : Reading.repaired(clean, "D15");
        }
        String detail = list.knows(part) ? "“" + part.strip() + "”在该日期不是有效选项" : "“" + part.strip() + "”不在约定选项中";
        return Reading.refused(unit ? Problem.UNIT_UNKNOWN : Problem.ENUM_UNKNOWN, detail);
    }
}
