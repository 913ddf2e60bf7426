package org.ipwarehouse.warehouse.internal.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.ipwarehouse.warehouse.api.Column;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullUnmarked
class KernelTablesSpec {
    private static final TableName CASES = TableName.parse("clean.penalty_case");
    private static final TableShape SHAPE = new TableShape(
            CASES,
            List.of(
                    Column.required("row_key", ColumnType.TEXT),
                    Column.of("pieces", ColumnType.INTEGER),
                    Column.decimal("fine_yuan", 18, 2),
                    Column.decimal("total_yuan", 38, 6),
                    Column.of("decision_date", ColumnType.DATE),
                    Column.of("recorded_at", ColumnType.TIMESTAMP),
                    Column.of("open", ColumnType.BOOLEAN)));
    private static final Object[] FULL = {
        "沙市监罚〔2026〕12号",
        7L,
        new BigDecimal("1234.50"),
        new BigDecimal("12345678901234567890.123456"),
        LocalDate.of(2026, 7, 31),
        Instant.parse("2026-08-01T00:30:15.123456Z"),
        true
    };
    private static final Object[] EMPTY = {"𫖯", null, null, null, null, null, null};

    @TempDir
    Path temp;

    private KernelTables tables;

    @BeforeEach
    void openLake() {
        // a folder as an installation may have it: blanks and Chinese characters
        tables = new KernelTables(new Lake(temp.resolve("数据 湖")));
    }

    @Test
    void A_row_of_all_types_comes_back_as_it_went_in() {
        assertThat(tables.append(SHAPE, rows(FULL, EMPTY), "t1")).isEqualTo(2);
        assertThat(all(CASES)).containsExactly(FULL, EMPTY);
        assertThat(tables.count(CASES)).isEqualTo(2);
        assertThat(tables.shape(CASES)).contains(SHAPE);
    }

    @Test
    void The_same_transaction_writes_once() {
        tables.append(SHAPE, rows(FULL), "t1");
        assertThat(tables.append(SHAPE, rows(FULL), "t1")).isZero();
        assertThat(tables.append(SHAPE, rows(EMPTY), "t2")).isEqualTo(1);
        assertThat(all(CASES)).containsExactlyInAnyOrder(FULL, EMPTY);
    }

    @Test
    void A_table_that_does_not_exist_has_no_rows_and_no_version() {
        assertThat(all(CASES)).isEmpty();
        assertThat(tables.count(CASES)).isZero();
        assertThat(tables.version(CASES)).isEqualTo(-1);
        assertThat(tables.shape(CASES)).isEmpty();
    }

    @Test
    void The_version_moves_with_each_write_and_only_then() {
        tables.ensure(SHAPE);
        assertThat(tables.version(CASES)).isZero();
        tables.ensure(SHAPE);
        tables.append(SHAPE, List.of(), "nothing");
        assertThat(tables.version(CASES)).isZero();
        tables.append(SHAPE, rows(FULL), "t1");
        assertThat(tables.version(CASES)).isEqualTo(1);
    }

    @Test
    void Conditions_take_exactly_the_rows_they_name() {
        List<Object[]> rows = LongStream.range(0, 100)
                .mapToObj(i -> new Object[] {
                    "k" + i,
                    i,
                    null,
                    null,
                    null,
                    Instant.parse("2026-08-01T00:00:00Z").plusSeconds(i),
                    null
                })
                .toList();
        tables.append(SHAPE, rows, "t1");
        tables.append(SHAPE, rows(FULL), "t2");

        assertThat(keys(Where.equal("pieces", 42L))).containsExactly("k42");
        assertThat(keys(Where.anyOf("row_key", Set.of("k1", "k99", "none")))).containsExactly("k1", "k99");
        assertThat(keys(Where.between("pieces", 97L, 98L))).containsExactly("k97", "k98");
        assertThat(keys(Where.equal("recorded_at", Instant.parse("2026-08-01T00:30:15.123456Z"))))
                .containsExactly("沙市监罚〔2026〕12号");
    }

    @Test
    void A_shape_that_grew_adds_its_columns_and_keeps_the_old_rows() {
        tables.append(SHAPE, rows(FULL), "t1");
        List<Column> grown = new ArrayList<>(SHAPE.columns());
        grown.add(1, Column.of("authority", ColumnType.TEXT));
        TableShape wider = new TableShape(CASES, grown);
        tables.append(wider, rows(new Object[] {"k2", "区市场监管局", 1L, null, null, null, null, null}), "t2");

        List<Object[]> rows = new ArrayList<>();
        tables.scan(CASES, List.of("row_key", "authority", "pieces"), Where.everything(), rows::add);
        assertThat(rows)
                .containsExactlyInAnyOrder(new Object[] {"沙市监罚〔2026〕12号", null, 7L}, new Object[] {"k2", "区市场监管局", 1L});
    }

    @Test
    void A_column_that_changed_its_type_or_went_missing_is_refused_by_name() {
        tables.append(SHAPE, rows(FULL), "t1");
        TableShape other = new TableShape(
                CASES,
                SHAPE.columns().stream()
                        .map(c -> c.name().equals("pieces") ? Column.of("pieces", ColumnType.TEXT) : c)
                        .toList());
        assertThatThrownBy(() -> tables.append(other, List.of(), "t2"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("pieces");
        TableShape narrower = new TableShape(CASES, SHAPE.columns().subList(0, 6));
        assertThatThrownBy(() -> tables.append(narrower, List.of(), "t3"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("open");
    }

    @Test
    void A_value_that_does_not_fit_its_column_is_refused_and_nothing_is_written() {
        Object[] cents = FULL.clone();
        cents[2] = new BigDecimal("0.001");
        assertThatThrownBy(() -> tables.append(SHAPE, rows(FULL, cents), "t1"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("fine_yuan");
        Object[] noKey = FULL.clone();
        noKey[0] = null;
        assertThatThrownBy(() -> tables.append(SHAPE, rows(noKey), "t1"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("row_key");
        assertThat(tables.count(CASES)).isZero();
    }

    @Test
    void More_commits_than_a_checkpoint_holds_are_all_read() {
        for (int i = 0; i < 23; i++) {
            tables.append(SHAPE, rows(row("k" + i, (long) i)), "t" + i);
        }
        assertThat(tables.count(CASES)).isEqualTo(23);
        assertThat(all(CASES)).hasSize(23);
        assertThat(tables.append(SHAPE, rows(row("k0", 0L)), "t0")).isZero();
    }

    @Test
    void Spark_reads_and_writes_what_the_kernel_wrote_and_the_kernel_reads_on() {
        tables.append(SHAPE, rows(FULL, EMPTY), "t1");
        Sessions sessions = new Sessions(tables.lake(), temp.resolve("work"));
        SparkSession spark = sessions.open(Profile.SMALL);
        sessions.registerAll();

        Row read =
                spark.sql("SELECT * FROM clean.penalty_case WHERE pieces = 7").first();
        assertThat(read.getString(0)).isEqualTo("沙市监罚〔2026〕12号");
        assertThat(read.getDecimal(2)).isEqualByComparingTo("1234.50");
        assertThat(read.getDecimal(3)).isEqualByComparingTo("12345678901234567890.123456");
        assertThat(read.getDate(4).toLocalDate()).isEqualTo(LocalDate.of(2026, 7, 31));
        assertThat(read.getTimestamp(5).toInstant()).isEqualTo(FULL[5]);
        assertThat(read.getBoolean(6)).isTrue();

        spark.sql("INSERT INTO clean.penalty_case VALUES ('spark', 9, 0.01, NULL, DATE'2026-01-02',"
                + " TIMESTAMP'2026-01-02 03:04:05', false)");
        spark.sql("DELETE FROM clean.penalty_case WHERE row_key = '𫖯'");
        tables.append(SHAPE, rows(row("kernel", 10L)), "t2");

        assertThat(keys(Where.between("pieces", 0L, 100L)))
                .containsExactlyInAnyOrder("沙市监罚〔2026〕12号", "spark", "kernel");
        assertThat(tables.count(CASES)).isEqualTo(3);
        assertThat(spark.table("clean.penalty_case").count()).isEqualTo(3);
    }

    private static List<Object[]> rows(Object[]... rows) {
        return List.of(rows);
    }

    private static Object[] row(String key, long pieces) {
        return new Object[] {key, pieces, null, null, null, null, null};
    }

    private List<Object[]> all(TableName table) {
        List<Object[]> rows = new ArrayList<>();
        tables.scan(table, SHAPE.columns().stream().map(Column::name).toList(), Where.everything(), rows::add);
        return rows;
    }

    private List<String> keys(Where condition) {
        List<String> keys = new ArrayList<>();
        tables.scan(CASES, List.of("row_key"), List.of(condition), row -> {
            assertThat(row).hasSize(1);
            keys.add(Arrays.toString(row).replaceAll("[\\[\\]]", ""));
        });
        return keys;
    }

    @Test
    void replacing_takes_out_exactly_the_rows_that_are_meant_however_files_are_cut() {
        // k00—k59 各一个文件，另一个文件里有 k00 与 k30 各一行；替换 k10—k59，但不含 k20
        TableShape shape = new TableShape(
                TableName.parse("indicator.drawn"),
                List.of(Column.required("row_key", ColumnType.TEXT), Column.required("pieces", ColumnType.INTEGER)));
        List<String> replaced = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String key = String.format(java.util.Locale.ROOT, "k%02d", i);
            tables.append(shape, List.<Object[]>of(new Object[] {key, 1L}), "file " + key);
            if (i >= 10 && i != 20) {
                replaced.add(key);
            }
        }
        tables.append(shape, List.of(new Object[] {"k00", 2L}, new Object[] {"k30", 2L}), "file of two");

        tables.replace(shape, replacement -> {
            replacement.add(List.<Object[]>of(new Object[] {"k59", 3L}));
            return List.of(List.of(Where.anyOf("row_key", replaced)));
        });

        List<String> rows = new ArrayList<>();
        tables.scan(shape.table(), List.of("row_key", "pieces"), Where.everything(), r -> rows.add(r[0] + " " + r[1]));
        // 留下 k00—k09、k20 各 1，k00 的第二行，新的 k59：12＋1 ＝ 13 行
        assertThat(rows)
                .hasSize(13)
                .contains("k00 1", "k00 2", "k09 1", "k20 1", "k59 3")
                .doesNotContain("k30 2", "k30 1", "k59 1", "k10 1");
    }
}
