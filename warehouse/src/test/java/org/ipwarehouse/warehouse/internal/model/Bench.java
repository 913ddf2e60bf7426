package org.ipwarehouse.warehouse.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.Lake;

/**
 * A workbench for specifications: drawn rows of {@code current.*}, the real models over them. The dimensions are built
 * once for all tests of the module, on the module's one Spark session.
 */
public final class Bench {
    public static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    public static final RegionCode DISTRICT = new RegionCode("640502");
    public static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    public static final LocalDate THROUGH = LocalDate.of(2026, 9, 30);

    private static final Map<String, String> CURRENT = currentColumns();
    private static final ModelCatalogue CATALOGUE = ModelCatalogue.load(HOME);
    private static final Lake LAKE = new Lake(temporaryFolder());
    private static final Sessions SESSIONS = new Sessions(LAKE, LAKE.root().resolve("work"));
    private static boolean dimensionsAreBuilt;

    private final Map<TableName, Dataset<Row>> held = new HashMap<>();
    private final SparkSession spark;

    public Bench() {
        spark = SESSIONS.open(Profile.SMALL);
        spark.sql("create database if not exists current");
        CURRENT.keySet().forEach(table -> given(table, ""));
        ReferenceViews.create(spark, HOME, CATALOGUE.models());
        ReferenceViews.parameters(spark, HOME, new ReferenceViews.Span(FROM, THROUGH), DISTRICT);
        if (!dimensionsAreBuilt) {
            CATALOGUE.models().stream()
                    .filter(m -> m.table().layer().equals("dimension"))
                    .forEach(this::build);
            dimensionsAreBuilt = true;
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ipw-bench");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    public SparkSession spark() {
        return spark;
    }

    /** Draws the rows of {@code current.<table>}: a header, a line of dashes, the rows; a blank cell is null. */
    public Bench given(String table, String drawing) {
        String columns = CURRENT.get(table);
        if (columns == null) {
            throw new IllegalArgumentException("No drawn table " + table);
        }
        spark.sql("create or replace view current." + table + " as " + Drawing.select(drawing, columns));
        return this;
    }

    /** The shape that a clean table has in these drawings. */
    public static TableShape shape(String table) {
        List<Column> columns = new ArrayList<>();
        for (String column : Objects.requireNonNull(CURRENT.get(table)).split(", +", -1)) {
            List<String> words = List.of(column.strip().split(" ", -1));
            columns.add(column(words.get(0), words.get(1)));
        }
        return new TableShape(new TableName("clean", table), columns);
    }

    private static Column column(String name, String type) {
        return switch (type) {
            case "string" -> Column.of(name, ColumnType.TEXT);
            case "bigint" -> Column.of(name, ColumnType.INTEGER);
            case "date" -> Column.of(name, ColumnType.DATE);
            case "timestamp" -> Column.of(name, ColumnType.TIMESTAMP);
            case "boolean" -> Column.of(name, ColumnType.BOOLEAN);
            default -> Column.decimal(name, 18, 2);
        };
    }

    /** The rows of a model over what was drawn; the models that it reads are built first. */
    public Dataset<Row> rows(String table) {
        TableName name = TableName.parse(table);
        Model model = CATALOGUE.model(name);
        for (TableName read : model.reads()) {
            if (List.of("fact", "linked").contains(read.layer())) {
                build(CATALOGUE.model(read));
            }
        }
        return held.computeIfAbsent(
                name, n -> spark.createDataFrame(new ModelRun(spark).rows(model), SparkShape.of(model.shape())));
    }

    private void build(Model model) {
        model.reads().stream()
                .filter(r -> List.of("fact", "linked").contains(r.layer()))
                .forEach(r -> build(CATALOGUE.model(r)));
        spark.createDataFrame(new ModelRun(spark).rows(model), SparkShape.of(model.shape()))
                .coalesce(1)
                .write()
                .format("delta")
                .mode("overwrite")
                .save(LAKE.folder(model.table()).toString());
        SESSIONS.register(List.of(model.table()));
    }

    private static Map<String, String> currentColumns() {
        Map<String, String> columns = new TreeMap<>();
        columns.put(
                "penalty_case",
                "case_no string, case_source string, clue_no string, clue_date date, filing_date date, party_name string,"
                        + " uscc string, party_id_token string, township string, ip_type string, right_no string,"
                        + " holder_country string, violation string, stage string, is_online boolean, campaign string,"
                        + " goods_value_yuan decimal(18,2), fine_yuan decimal(18,2), conf_gain_yuan decimal(18,2),"
                        + " deduct_days bigint, ext_date date, decision_date date, decision_no string, close_date date,"
                        + " close_type string, review_result string, handling_org string");
        columns.put(
                "penalty_publication",
                "decision_no string, authority string, uscc string, party_name string, violation string,"
                        + " penalty_kinds string, fine_yuan decimal(18,2), confiscated_yuan decimal(18,2),"
                        + " decision_date date, publish_date date, repair_status string");
        columns.put(
                "complaint",
                "reg_no string, reg_time timestamp, recv_time timestamp, channel string, target_name string,"
                        + " target_uscc string, township string, object_class string, issue_class string, is_ip boolean,"
                        + " platform string, accept_decision string, accept_time timestamp, close_time timestamp,"
                        + " result string, recovered decimal(18,2)");
        columns.put(
                "report",
                "report_no string, reg_time timestamp, recv_time timestamp, target_name string, target_uscc string,"
                        + " violation_class string, ip_type string, ext_date date, deduct_days bigint, filed string,"
                        + " decision_date date");
        columns.put(
                "court_case",
                "case_no string, court string, case_kind string, instance string, cause string, ip_type string,"
                        + " foreign_flag string, procedure string, file_date date, close_date date, close_way string,"
                        + " award decimal(18,2), punitive boolean, effective_date date");
        columns.put(
                "trace_batch",
                "batch_no string, producer_code_token string, ptype string, township string, product string,"
                        + " gi_name string, harvest_date date, codes bigint, cert_n bigint, cert_no string,"
                        + " test_result string");
        columns.put(
                "gi_user",
                "gi_name string, uscc string, user string, gi_type string, gi_no string, township string,"
                        + " approve_date date, status string, cancel_date date, issued bigint, issue_date date");
        columns.put(
                "task_report",
                "task_no bigint, mech_id string, org string, period string, status string, evidence string,"
                        + " submit_date date");
        columns.put(
                "party_register",
                "uscc string, name string, etype string, area string, industry string, est_date date, status string");
        return columns;
    }
}
