package org.ipwarehouse.warehouse.internal.refinery;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.Warehouse.ExpectedReport;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The accounts of submissions and what was expected, as views for models. */
final class LedgerViews {
    static final TableName WARNINGS = TableName.parse("control.warning");

    /** The columns of {@code control.warning} on which {@code fact.warning} rests; the table may have more. */
    private static final StructType WARNING = new StructType()
            .add("warning_id", DataTypes.StringType, false)
            .add("rule", DataTypes.StringType, false)
            .add("raised_on", DataTypes.DateType, false)
            .add("due_on", DataTypes.DateType)
            .add("state", DataTypes.StringType, false)
            .add("handled_on", DataTypes.DateType)
            .add("is_false_alarm", DataTypes.BooleanType)
            .add("region_code", DataTypes.StringType)
            .add("owner", DataTypes.StringType);

    private LedgerViews() {}

    static void create(SparkSession spark, List<SubmissionRecord> submissions, List<ExpectedReport> expected) {
        submissions(spark, submissions);
        expected(spark, expected);
    }

    /** {@code ledger_warning}: how each warning of {@code control.warning} stands; empty where none was ever raised. */
    static void warnings(SparkSession spark, KernelTables tables) {
        Map<String, @Nullable Object[]> latest = new TreeMap<>();
        List<String> columns = new ArrayList<>(List.of("entry"));
        columns.addAll(List.of(WARNING.fieldNames()));
        tables.scan(
                WARNINGS,
                columns,
                Where.everything(),
                row -> latest.merge(
                        String.valueOf(row[1]),
                        row,
                        (a, b) -> (long) Objects.requireNonNull(a[0]) > (long) Objects.requireNonNull(b[0]) ? a : b));
        List<Row> rows = latest.values().stream().map(LedgerViews::warning).toList();
        spark.createDataFrame(rows, WARNING).createOrReplaceTempView("ledger_warning");
    }

    private static Row warning(@Nullable Object[] stored) {
        @Nullable Object[] row = new @Nullable Object[WARNING.length()];
        for (int i = 0; i < row.length; i++) {
            @Nullable Object value = stored[i + 1];
            row[i] = value instanceof LocalDate day ? Date.valueOf(day) : "".equals(value) ? null : value;
        }
        return RowFactory.create(row);
    }

    private static void submissions(SparkSession spark, List<SubmissionRecord> records) {
        StructType schema = new StructType()
                .add("submission", DataTypes.StringType)
                .add("source_file", DataTypes.StringType)
                .add("source", DataTypes.StringType)
                .add("received_at", DataTypes.TimestampType)
                .add("as_of", DataTypes.DateType)
                .add("verdict", DataTypes.StringType)
                .add("rows_read", DataTypes.LongType)
                .add("accepted", DataTypes.LongType)
                .add("quarantined", DataTypes.LongType)
                .add("repeated", DataTypes.LongType);
        List<Row> rows = new ArrayList<>();
        for (SubmissionRecord r : records) {
            rows.add(RowFactory.create(
                    r.submission().sha256(),
                    r.submission().file(),
                    r.submission().source(),
                    Timestamp.from(r.submission().receivedAt()),
                    Date.valueOf(r.submission().asOf()),
                    r.verdict().text(),
                    r.rowsRead(),
                    r.accepted(),
                    r.quarantined(),
                    r.repeated()));
        }
        spark.createDataFrame(rows, schema).createOrReplaceTempView("ledger_submission");
    }

    private static void expected(SparkSession spark, List<ExpectedReport> expected) {
        StructType schema = new StructType()
                .add("source", DataTypes.StringType)
                .add("month", DataTypes.StringType)
                .add("owners", DataTypes.StringType)
                .add("due_on", DataTypes.StringType)
                .add("state", DataTypes.StringType);
        List<Row> rows = new ArrayList<>();
        for (ExpectedReport e : expected) {
            rows.add(RowFactory.create(e.source(), e.month(), String.join(";", e.owners()), e.dueOn(), e.state()));
        }
        spark.createDataFrame(rows, schema).createOrReplaceTempView("ledger_expected_report");
    }
}
