package org.ipwarehouse.etl.check;

import java.util.ArrayList;
import java.util.List;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.standardise.CitizenId;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.PersonName;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.jspecify.annotations.Nullable;

/** What of a row's fields may be shown where people read: the rules of the contract, worked out once for all rows. */
final class Disclosure {
    /** A personal value is looked for in free text where it is a name or at least so long: shorter ones are other words. */
    private static final int SHORTEST_REPEATED = 4;

    private final List<Field> fields;
    private final @Nullable Kind[] names;
    private final boolean[] free;
    private final boolean[] structured;
    private final List<Integer> identities = new ArrayList<>();

    /**
     * How to tell whether a name is a person's.
     *
     * @param field position of the field that decides, -1 for none: then the name itself decides
     * @param person value of that field for a person; "" where any value of it (a credit code) says that it is none
     */
    private record Kind(int field, String person) {}

    Disclosure(Contract contract) {
        this.fields = contract.fields();
        this.names = new @Nullable Kind[fields.size()];
        this.free = new boolean[fields.size()];
        this.structured = new boolean[fields.size()];
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            free[i] = field.freeText();
            structured[i] = !field.rules().isEmpty() || !field.codeList().isEmpty();
            if (field.has(FieldRule.MASK_IF_PERSON)) {
                names[i] = kind(field.parameter(FieldRule.MASK_IF_PERSON));
            }
            if (field.has(FieldRule.CITIZEN_ID) || field.has(FieldRule.USCC_OR_CITIZEN_ID)) {
                identities.add(i);
            }
        }
    }

    /** {@code party_kind:自然人}, {@code unless:uscc}, {@code auto} */
    private Kind kind(String parameter) {
        String[] parts = parameter.split(":", 2);
        boolean unless = parts[0].equals("unless");
        int field = parts.length == 2 ? position(parts[unless ? 1 : 0]) : -1;
        return new Kind(field, unless || field < 0 ? "" : parts[1]);
    }

    /** Whether this field names a natural person in this row, or some of the names in it are persons'. */
    boolean namesPerson(int field, RowInHand hand) {
        Kind kind = names[field];
        if (kind == null || !(hand.value(field) instanceof String name)) {
            return false;
        }
        Object said = kind.field() < 0 ? null : hand.value(kind.field());
        if (said != null) {
            return said.equals(kind.person());
        }
        return kind.field() >= 0 && isCitizen(hand) || PersonName.occursIn(name);
    }

    private boolean isCitizen(RowInHand hand) {
        return identities.stream().anyMatch(f -> hand.value(f) instanceof String number && CitizenId.isValid(number));
    }

    /** The text as public layers may hold it. */
    String shown(int field, String text, RowInHand hand) {
        if (namesPerson(field, hand)) {
            return PersonName.maskedAll(text);
        }
        if (free[field]) {
            return PersonalData.maskFreeText(text, hand.persons());
        }
        return structured[field] ? text : PersonalData.mask(text);
    }

    /** Where the contract does not say what kind of row it is, a name that reads like a person's counts as one. */
    String quoted(int field, String cell, List<String> persons) {
        Field known = fields.get(field);
        if (known.privacy().isPersonal()) {
            return cell.isEmpty() ? "" : PersonalData.MASK;
        }
        String name = names[field] != null && PersonName.occursIn(cell) ? PersonName.maskedAll(cell) : cell;
        return PersonalData.maskFreeText(name, persons);
    }

    /** Personal values of a row as sent, which its free text may repeat. */
    List<String> persons(RowInHand hand) {
        List<String> persons = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            boolean named = field.privacy().isPersonal() && field.codeList().isEmpty() || namesPerson(i, hand);
            String cell = named ? CleanText.of(hand.sent(i)) : "";
            if (cell.length() >= SHORTEST_REPEATED || PersonName.looksLike(cell)) {
                persons.add(cell);
            }
        }
        return persons;
    }

    /** Position of a field by its name, -1 for a column that the contract does not know. */
    int position(String field) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(field)) {
                return i;
            }
        }
        return -1;
    }
}
