package org.ipwarehouse.samples;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;

/** Column titles in the words of one sender: the form's own label, another agreed one, or the physical name. */
final class Headers {
    private static final Pattern UNIT = Pattern.compile("[（(](万元|元)[)）]$");
    private static final Pattern HAN = Pattern.compile("[\\p{IsHan}]{2,}");
    private static final Pattern PHYSICAL = Pattern.compile("[A-Z][A-Z0-9_]+");

    /** Which of the agreed words a sender uses. */
    enum Wording {
        LABEL,
        ALIAS,
        PHYSICAL;

        static Wording of(String source, int month) {
            return switch (source) {
                case "S01" -> month % 6 == 5 ? PHYSICAL : LABEL;
                case "S04", "S05" -> month % 2 == 0 ? LABEL : ALIAS;
                case "S13", "S06" -> month % 5 == 4 ? ALIAS : LABEL;
                default -> LABEL;
            };
        }
    }

    private final Wording wording;
    private final Map<String, Integer> uses = new HashMap<>();

    Headers(Contract contract, Wording wording) {
        this.wording = wording;
        for (Field field : contract.fields()) {
            uses.merge(key(field.labelZh()), 1, Integer::sum);
            field.aliases().stream().map(Headers::key).distinct().forEach(a -> uses.merge(a, 1, Integer::sum));
        }
    }

    private static String key(String label) {
        return UNIT.matcher(label).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    String of(Field field) {
        return switch (wording) {
            case LABEL -> field.labelZh();
            case ALIAS -> chosen(field, HAN);
            case PHYSICAL -> chosen(field, PHYSICAL);
        };
    }

    /** An agreed word of that form which no other field claims, else the label. */
    private String chosen(Field field, Pattern form) {
        return field.aliases().stream()
                .filter(alias -> form.matcher(alias).matches() && uses.getOrDefault(key(alias), 0) == 1)
                .findFirst()
                .orElse(field.labelZh());
    }

    /** The same with the unit that the column is in; physical names say nothing of units. */
    String inTenThousands(Field field) {
        String label = of(field);
        return PHYSICAL.matcher(label).matches() ? label : UNIT.matcher(label).replaceFirst("") + "(万元)";
    }
}
