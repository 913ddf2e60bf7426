package org.ipwarehouse.warehouse.internal.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.internal.reference.CsvFile;
import org.ipwarehouse.warehouse.internal.reference.DefinitionErrors;

/**
 * What models may read beside the lake: each file of {@code warehouse/reference} as the view {@code reference_<name>}, each
 * code list of the contracts as {@code codelist_<name>} (all text, blank is null, {@code file_line} the line), and the
 * one-row view {@code run_parameters}.
 */
public final class ReferenceViews {
    private ReferenceViews() {}

    /** Creates those views that some of the models name. */
    public static void create(SparkSession spark, Path home, List<Model> models) {
        create(spark, home.resolve("warehouse/reference"), "reference_", models);
        create(spark, home.resolve("etl/codelists"), "codelist_", models);
    }

    private static void create(SparkSession spark, Path folder, String prefix, List<Model> models) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                String view = prefix + String.valueOf(file.getFileName()).replace(".csv", "");
                if (models.stream().anyMatch(model -> model.sql().contains(view))) {
                    view(spark, CsvFile.read(file), view);
                }
            }
        } catch (IOException unreadable) {
            throw DefinitionErrors.unreadable(folder, unreadable);
        }
    }

    private static void view(SparkSession spark, CsvFile table, String name) {
        StructType schema = new StructType();
        for (String column : table.header()) {
            schema = schema.add(column, DataTypes.StringType);
        }
        List<Row> rows = new ArrayList<>();
        for (CsvFile.Line line : table.rows()) {
            List<Object> cells = new ArrayList<>();
            table.header().forEach(column -> cells.add(line.isBlank(column) ? null : line.text(column)));
            cells.add(String.valueOf(line.number()));
            rows.add(RowFactory.create(cells.toArray()));
        }
        spark.createDataFrame(rows, schema.add("file_line", DataTypes.StringType))
                .createOrReplaceTempView(name);
    }

    /** The parameters of the run and those that analysts set in {@code parameters.csv}. */
    public static void parameters(SparkSession spark, Path home, Span span, RegionCode district) {
        StructType schema = new StructType()
                .add("period_from", DataTypes.DateType, false)
                .add("period_through", DataTypes.DateType, false)
                .add("district_code", DataTypes.StringType, false);
        List<Object> values =
                new ArrayList<>(List.of(Date.valueOf(span.from()), Date.valueOf(span.through()), district.value()));
        for (CsvFile.Line line :
                CsvFile.read(home.resolve("warehouse/reference/parameters.csv")).rows()) {
            boolean number = line.text("value").matches("\\d+");
            schema = schema.add(line.text("name"), number ? DataTypes.IntegerType : DataTypes.StringType, false);
            values.add(number ? Integer.valueOf(line.text("value")) : line.text("value"));
        }
        spark.createDataFrame(List.of(RowFactory.create(values.toArray())), schema)
                .createOrReplaceTempView("run_parameters");
    }

    /** First and last day for which figures are made, inclusive. */
    public record Span(LocalDate from, LocalDate through) {}
}
