package org.ipwarehouse.warehouse.internal.version;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Updating;
import org.jspecify.annotations.Nullable;

/**
 * The three tables that can be made of a source's versions.
 *
 * <ul>
 *   <li>{@code history}: grain row key × version. {@code valid_from} (the day on which the version is first reported),
 *       {@code valid_to} (the first day on which it is not; null while it holds), {@code ended_by} (superseded, or absent:
 *       only of a register that is sent whole each time, and only from a report that is not much smaller than the largest
 *       before it: one that is was an export of changes), {@code ended_surely} (false where the report that lacks the row
 *       has quarantined rows, of which it may be one). A slowly changing dimension of type 2.
 *   <li>{@code difference}: for totals since the new year, grain key without period × {@code moment}. For each measure
 *       {@code <measure>_own}: what is new since the moment before in the same year. Negative where a total was
 *       corrected downwards ({@code is_corrected}), never dropped.
 *   <li>{@code effective}: the rows that hold and were not reversed (撤案, 撤销, 已修复).
 * </ul>
 */
public final class Versions {
    private static final UserDefinedFunction MOMENT =
            functions.udf((UDF1<String, LocalDate>) Versions::moment, DataTypes.DateType);
    private static final UserDefinedFunction YEAR =
            functions.udf((UDF1<String, Integer>) Versions::year, DataTypes.IntegerType);

    /** Totals begin anew with it. */
    private static final String WITHIN = "within_year";

    private final SparkSession spark;
    private final BigDecimal wholePercent;

    /** @param wholePercent how many rows a report of a register must have, of the largest before it, to be a whole one */
    public Versions(SparkSession spark, BigDecimal wholePercent) {
        this.spark = spark;
        this.wholePercent = wholePercent;
    }

    /**
     * What is known of a source.
     *
     * @param rows its clean table: each content of a row once, where it was first received
     * @param seen {@code row_key, content_hash, as_of, submission}: each time a content was reported, first and later
     * @param reports {@code as_of, quarantined}: its submissions
     */
    public record Known(Dataset<Row> rows, Dataset<Row> seen, Dataset<Row> reports) {}

    public Dataset<Row> history(Updating updating, Known known) {
        known.rows().createOrReplaceTempView("version_row");
        known.seen().createOrReplaceTempView("version_seen");
        known.reports().createOrReplaceTempView("version_report");
        spark.range(1)
                .select(
                        lit(updating.semantics().equals("snapshot")).as("is_register"),
                        lit(wholePercent).as("whole_percent"))
                .createOrReplaceTempView("version_parameters");
        return spark.sql(text());
    }

    private static String text() {
        try (InputStream sql = Objects.requireNonNull(Versions.class.getResourceAsStream("history.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * A period's own share. A report whose period is a year is ordered by the day that it describes; a report on months
     * or quarters by the end of its period, and a later correction of a period takes the place of the earlier figure.
     */
    public Dataset<Row> difference(Updating updating, Known known) {
        List<String> period = List.of(updating.period().split("\\+", -1));
        Dataset<Row> reported = known.seen()
                .join(known.rows().drop("as_of", "submission"), sequence("row_key", "content_hash"))
                .withColumn("moment", coalesce(momentOf(period), col("as_of")))
                .withColumn(WITHIN, yearOf(period));
        Column[] key = Stream.concat(
                        updating.key().stream()
                                .filter(part -> !period.contains(part))
                                .map(Versions::part),
                        Stream.of(col(WITHIN)))
                .toArray(Column[]::new);
        WindowSpec latest = Window.partitionBy(with(key, col("moment")))
                .orderBy(col("as_of").desc(), col("submission").desc());
        WindowSpec before = Window.partitionBy(key).orderBy(col("moment"));
        Dataset<Row> holding = reported.withColumn("rank", row_number().over(latest))
                .where("rank = 1")
                .drop("rank");
        return shares(holding, updating.measures(), before);
    }

    private static Dataset<Row> shares(Dataset<Row> holding, List<String> measures, WindowSpec before) {
        Dataset<Row> shares = holding.withColumn("since", lag(col("moment"), 1).over(before));
        Column corrected = lit(false);
        for (String measure : measures) {
            Column own = col(measure).minus(coalesce(lag(col(measure), 1).over(before), lit(0)));
            shares = shares.withColumn(measure + "_own", own);
            corrected = corrected.or(coalesce(col(measure + "_own").lt(0), lit(false)));
        }
        return shares.withColumn("is_corrected", corrected).drop(WITHIN);
    }

    /** @param current the rows that hold */
    public Dataset<Row> effective(Updating updating, Dataset<Row> current) {
        if (updating.reversedBy().isEmpty()) {
            return current;
        }
        Column reversed =
                col(updating.reversedBy()).isin(updating.reversedValues().toArray());
        return current.where(functions.not(coalesce(reversed, lit(false))));
    }

    private static Column part(String alternatives) {
        Column[] names =
                Stream.of(alternatives.split("\\|", -1)).map(functions::col).toArray(Column[]::new);
        return names.length == 1 ? names[0] : coalesce(names);
    }

    private static Column[] with(Column[] key, Column one) {
        List<Column> all = new ArrayList<>(List.of(key));
        all.add(one);
        return all.toArray(Column[]::new);
    }

    private static scala.collection.immutable.Seq<String> sequence(String... names) {
        return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
    }

    /** A period is one text, or a year and the last month of what is added up in it. */
    private static Column momentOf(List<String> period) {
        return period.size() == 1
                ? MOMENT.apply(col(period.get(0)))
                : functions.last_day(functions.make_date(
                        col(period.get(0)).cast("int"), col(period.get(1)).cast("int"), lit(1)));
    }

    private static Column yearOf(List<String> period) {
        return period.size() == 1
                ? YEAR.apply(col(period.get(0)))
                : col(period.get(0)).cast("int");
    }

    /** The last day of a period; null for a year, which each of its reports covers only in part. */
    private static @Nullable LocalDate moment(@Nullable String period) {
        if (period == null) {
            return null;
        }
        Period parsed = Period.parse(period);
        return parsed.kind() == Period.Kind.YEAR ? null : parsed.last().atEndOfMonth();
    }

    private static @Nullable Integer year(@Nullable String period) {
        return period == null ? null : Period.parse(period).first().getYear();
    }
}
