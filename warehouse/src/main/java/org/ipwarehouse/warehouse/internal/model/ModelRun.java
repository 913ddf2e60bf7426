package org.ipwarehouse.warehouse.internal.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;
import org.jspecify.annotations.Nullable;

/** Runs one model and hands back its checked rows, in the columns and types of its declaration. */
public final class ModelRun {
    private final SparkSession spark;
    private final Binding binding;

    /** A run that reads all tables from the catalog. */
    public ModelRun(SparkSession spark) {
        this(spark, new Binding());
    }

    public ModelRun(SparkSession spark, Binding binding) {
        this.spark = spark;
        this.binding = binding;
    }

    /** The rows of a model, held in this process: for small work, so that each model is computed once. */
    public List<Row> rows(Model model) {
        return checked(model, select(model).collectAsList());
    }

    /** The same, unless there are more than so many: then nothing is held. */
    public Optional<List<Row>> rowsUpTo(int most, Model model) {
        List<Row> rows = select(model).limit(most + 1).collectAsList();
        return rows.size() > most ? Optional.empty() : Optional.of(checked(model, rows));
    }

    private List<Row> checked(Model model, List<Row> rows) {
        Set<List<@Nullable Object>> keys = new HashSet<>();
        for (Row row : rows) {
            requirePresent(model, row);
            List<@Nullable Object> key = new ArrayList<>();
            model.grain().forEach(column -> key.add(row.getAs(column)));
            if (!keys.add(key)) {
                throw notUnique(model, key.toString());
            }
        }
        requireRowCount(model, rows.size());
        return rows;
    }

    /** The SELECT with the declared columns, order and types. */
    public Dataset<Row> select(Model model) {
        Dataset<Row> result = analysed(model);
        StructType shape = SparkShape.of(model.shape());
        Set<String> declared = new TreeSet<>(List.of(shape.fieldNames()));
        Set<String> selected = new TreeSet<>(List.of(result.columns()));
        if (!declared.equals(selected)) {
            throw DefinitionErrors.wrong(
                    model.file(), 1, "声明的列与 SQL 选出的列不同：" + difference(declared, selected), "请使 columns 与 final 一致。");
        }
        Column[] columns = new Column[shape.length()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = functions.col(shape.fields()[i].name()).cast(shape.fields()[i].dataType());
        }
        return result.select(columns);
    }

    /** Spark throws its checked exception for a mistake in the SQL without declaring it. */
    @SuppressWarnings("CatchingUnchecked")
    private Dataset<Row> analysed(Model model) {
        try {
            return spark.sql(binding.apply(model.sql()));
        } catch (Exception refused) {
            if (refused instanceof AnalysisException) {
                throw DefinitionErrors.wrong(
                        model.file(), 1, "表 " + model.table() + " 的 SQL 有误", "请按原因改正 warehouse/models 中的文件。", refused);
            }
            throw refused;
        }
    }

    /** Checks a table that was written by a model: for large work. */
    public void check(Model model, Dataset<Row> written) {
        Column[] grain = model.grain().stream().map(functions::col).toArray(Column[]::new);
        List<Row> doubled = written.groupBy(grain)
                .count()
                .filter(functions.col("count").gt(1))
                .limit(1)
                .collectAsList();
        if (!doubled.isEmpty()) {
            throw notUnique(model, doubled.get(0).toString());
        }
        model.shape().columns().stream().filter(c -> !c.nullable()).forEach(c -> {
            if (!written.filter(functions.col(c.name()).isNull()).isEmpty()) {
                throw missing(model, c.name());
            }
        });
        requireRowCount(model, written.count());
    }

    private static void requirePresent(Model model, Row row) {
        for (int i = 0; i < row.length(); i++) {
            if (row.isNullAt(i) && !model.shape().columns().get(i).nullable()) {
                throw missing(model, model.shape().columns().get(i).name());
            }
        }
    }

    private void requireRowCount(Model model, long rows) {
        TableName rowsOf = model.rowsOf();
        if (rowsOf == null) {
            return;
        }
        long expected = spark.table(binding.of(rowsOf)).count();
        if (expected != rows) {
            throw DefinitionErrors.wrong(
                    model.file(), 1, "有 " + rows + " 行，来源 " + rowsOf + " 有 " + expected + " 行", "某个连接增减了行，请检查其键是否唯一。");
        }
    }

    private static String difference(Set<String> declared, Set<String> selected) {
        Set<String> onlyDeclared = new TreeSet<>(declared);
        onlyDeclared.removeAll(selected);
        Set<String> onlySelected = new TreeSet<>(selected);
        onlySelected.removeAll(declared);
        return "只在声明中 " + onlyDeclared + "，只在 SQL 中 " + onlySelected;
    }

    private static RuntimeException notUnique(Model model, String key) {
        return DefinitionErrors.wrong(
                model.file(), 1, "粒度 " + model.grain() + " 不唯一，例如 " + key, "请检查 SQL 的连接或改正 grain。");
    }

    private static RuntimeException missing(Model model, String column) {
        return DefinitionErrors.wrong(model.file(), 1, "必填列 " + column + " 出现空值", "请在 SQL 中补值，或去掉 required。");
    }
}
