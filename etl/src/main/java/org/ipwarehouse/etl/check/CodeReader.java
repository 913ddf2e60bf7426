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

/** Cells of a field with a code list, to the codes that are valid on the row's day. */
final class CodeReader {
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

    private @org.jspecify.annotations.Nullable Reading<String> single(String raw, LocalDate day) {
        Optional<CodeEntry> exact = list.find(raw, day);
        if (exact.isPresent()) {
            return found(raw, exact.get());
        }
        String text = CleanText.dense(raw);
        int bracket = text.indexOf('(');
        Optional<CodeEntry> before =
                bracket > 0 && text.endsWith(")") ? list.find(text.substring(0, bracket), day) : Optional.empty();
        return before.map(entry -> Reading.repaired(entry.code(), "D56")).orElse(null);
    }

    /** Labels and aliases are agreed spellings; only another name of a unit is noted, because units are renamed. */
    private Reading<String> found(String raw, CodeEntry entry) {
        boolean own = raw.equals(entry.code()) || raw.equals(entry.label());
        return unit && !own ? Reading.repaired(entry.code(), "D53") : Reading.of(entry.code());
    }

    private Reading<String> several(String raw, LocalDate day) {
        Set<String> codes = new LinkedHashSet<>();
        for (String part : MultiValue.split(CleanText.of(raw))) {
            Reading<String> one = single(part, day);
            if (one == null || one.value() == null) {
                return unknown(part, raw);
            }
            codes.add(one.value());
        }
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
