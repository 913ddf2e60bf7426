package org.ipwarehouse.etl.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.read.JudgeFactory;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.ipwarehouse.etl.read.Remark;
import org.ipwarehouse.etl.read.Remarks;
import org.ipwarehouse.etl.standardise.PersonalData;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.Origin;
import org.ipwarehouse.warehouse.api.Rejection;
import org.ipwarehouse.warehouse.api.RowNotes;
import org.ipwarehouse.warehouse.api.RowSink;
import org.ipwarehouse.warehouse.api.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * A file read once more by its own rules, for what the account of a submission only counts: the remarks in full and the
 * repairs of accepted rows with examples. A file too large for that is read for its remarks only.
 */
public final class SecondReading implements RowSink {
    /** Larger files come from systems: nobody goes through their repairs by hand. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int MOST_REMARKS = 1_000;
    private static final int MOST_EXAMPLES = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Column> columns;
    private final Contract contract;
    private final Wording wording;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Counted> repairs = new TreeMap<>();

    private static final class Counted {
        long rows;
        final List<String> examples = new ArrayList<>();
    }

    private SecondReading(List<Column> columns, Contract contract, Wording wording) {
        this.columns = columns;
        this.contract = contract;
        this.wording = wording;
    }

    /**
     * @param wording names codes in the examples of repairs
     * @throws org.ipwarehouse.warehouse.api.Fault where the kept original cannot be read
     */
    public static SecondReading of(Recognised file, JudgeFactory judges, Wording wording) {
        RowSource source = file.source(judges);
        SecondReading reading = new SecondReading(source.shape().columns(), file.contract(), wording);
        if (source.bytes() > MOST_BYTES) {
            reading.remarks.addAll(Remarks.of(file));
            return reading;
        }
        for (RowSource.Split split : source.splits(Long.MAX_VALUE)) {
            try {
                source.read(split, reading);
            } catch (IOException e) {
                throw EtlErrors.originalUnreadable(e);
            }
        }
        return reading;
    }

    public List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    /** By rule, then by column. */
    public List<Repair> repairs() {
        List<Repair> made = new ArrayList<>();
        repairs.forEach((rule, counted) -> {
            String[] parts = rule.split("@", 2);
            made.add(new Repair(parts[0], parts[1], counted.rows, counted.examples));
        });
        return made;
    }

    @Override
    public void accepted(@Nullable Object[] values, String key, Origin origin, RowNotes notes) {
        if (notes.repairs().isEmpty()) {
            return;
        }
        for (String rule : notes.repairs().split(";")) {
            if (rule.indexOf('@') > 0) {
                count(rule, values, notes);
            }
        }
    }

    private void count(String rule, @Nullable Object[] values, RowNotes notes) {
        Counted counted = repairs.computeIfAbsent(rule, r -> new Counted());
        counted.rows++;
        if (counted.examples.size() < MOST_EXAMPLES) {
            String field = rule.substring(rule.indexOf('@') + 1);
            String example = raw(notes).getOrDefault(field, "") + " → " + value(field, values);
            if (!counted.examples.contains(example)) {
                counted.examples.add(example);
            }
        }
    }

    private static Map<String, String> raw(RowNotes notes) {
        try {
            return notes.raw().isEmpty()
                    ? Map.of()
                    : JSON.readValue(notes.raw(), new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A judge writes raw cells as JSON", e);
        }
    }

    private String value(String field, @Nullable Object[] values) {
        for (int i = 0; i < columns.size(); i++) {
            Object value = values[i];
            if (columns.get(i).name().equals(field)) {
                return value == null ? "（空）" : PersonalData.mask(named(field, value.toString()));
            }
        }
        // a personal field is stored under its token's name only
        return PersonalData.MASK;
    }

    private String named(String field, String value) {
        return contract.field(field)
                .map(Field::codeList)
                .map(list -> wording.value(list, value))
                .orElse(value);
    }

    @Override
    public void rejected(String cells, Origin origin, List<Rejection> reasons, String sealed) {
        // read back from quarantine, where they are complete
    }

    @Override
    public void warning(String code, Origin origin, String message) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Remark(code, origin, message));
        }
    }
}
