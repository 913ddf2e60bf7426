package org.ipwarehouse.etl.contract;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.api.Updating;

/**
 * What was agreed with a department about one export.
 *
 * @param source for example S02
 * @param key names of the fields that make the natural key; a group of alternatives is written a|b (the first that is
 *     not empty)
 * @param update append, upsert, snapshot or cumulative
 * @param periodField field whose date tells which months a file without title covers, "" for none
 * @param orders pairs "earlier<=later" of date fields
 * @param conditions "field required when other = value[,value]" in the contract's own small form
 * @param cumulative when the totals begin anew, {@link Cumulative#NONE} unless cumulative
 * @param reversal which rows no longer count, {@link Reversal#NONE} where the source takes nothing back
 */
public record Contract(
        String source,
        String nameZh,
        String version,
        TableName table,
        List<Field> fields,
        List<String> key,
        String update,
        String frequency,
        int dueDay,
        List<String> owners,
        String periodField,
        List<String> orders,
        List<String> conditions,
        Cumulative cumulative,
        Reversal reversal)
        implements Serializable {

    public Contract {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        owners = List.copyOf(owners);
        orders = List.copyOf(orders);
        conditions = List.copyOf(conditions);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Columns of the clean table: a personal field is stored as {@code <name>_token}, the rest under its name. */
    public TableShape shape() {
        List<Column> columns = new ArrayList<>();
        for (Field f : fields) {
            if (f.privacy().isPersonal()) {
                columns.add(Column.of(column(f.name()), ColumnType.TEXT));
            } else if (f.type() == ColumnType.DECIMAL) {
                columns.add(Column.decimal(f.name(), f.precision(), f.scale()));
            } else {
                columns.add(Column.of(f.name(), f.type()));
            }
        }
        return new TableShape(table, columns);
    }

    public SourceProfile profile() {
        return new SourceProfile(source, nameZh, shape(), owners, frequency, dueDay, updating());
    }

    /** The same in the names of the clean table's columns. */
    private Updating updating() {
        List<String> keyColumns = key.stream()
                .map(part -> Arrays.stream(part.split("\\|")).map(this::column).collect(Collectors.joining("|")))
                .toList();
        return new Updating(update, keyColumns, measures(), cumulative.period(), reversal.field(), reversal.values());
    }

    /** Totals of a cumulative source. */
    private List<String> measures() {
        return update.equals("cumulative")
                ? fields.stream()
                        .filter(f -> !f.measure().isEmpty())
                        .map(Field::name)
                        .toList()
                : List.of();
    }

    private String column(String fieldName) {
        boolean personal = field(fieldName).map(f -> f.privacy().isPersonal()).orElse(false);
        return personal ? fieldName + "_token" : fieldName;
    }
}
