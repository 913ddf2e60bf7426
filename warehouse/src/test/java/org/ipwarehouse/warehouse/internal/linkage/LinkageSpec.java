package org.ipwarehouse.warehouse.internal.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Linkage.Decision;
import org.ipwarehouse.warehouse.api.Linkage.Evaluation;
import org.ipwarehouse.warehouse.api.Linkage.Verdict;
import org.ipwarehouse.warehouse.internal.linkage.Candidates.Scored;
import org.ipwarehouse.warehouse.internal.linkage.Patterns.Pattern;
import org.ipwarehouse.warehouse.internal.linkage.RecordsHere.Raw;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Lake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The arithmetic of linkage, its file, and that both ways of making pairs say the same. */
class LinkageSpec {
    private static final String SMALL = """
            linkage: small
            meaning: 说明用
            id: id
            fields:
              - {name: name, clean: [trim, lower]}
              - {name: start, from: name, clean: [trim, lower, prefix(2)]}
              - {name: born}
              - {name: town}
            comparisons:
              - name: name
                label: 姓名
                levels:
                  - {label: 相同, when: [{exact: name}], m: 0.8, u: 0.1, term_frequency: name}
                  - {label: 相近, when: [{jaro_winkler: name, at_least: 0.9}], m: 0.1, u: 0.1}
                  - {label: 不同, m: 0.1, u: 0.8}
              - name: born
                label: 生日
                levels:
                  - {label: 相同, when: [{exact: born}], m: 0.8, u: 0.1}
                  - {label: 差一字, when: [{levenshtein: born, at_most: 1}], m: 0.05, u: 0.05}
                  - {label: 相近, when: [{days: born, at_most: 31}], m: 0.05, u: 0.05}
                  - {label: 不同, m: 0.1, u: 0.8}
              - name: town
                levels:
                  - {label: 相同, when: [{exact: town}], m: 0.9, u: 0.5}
                  - {label: 不同, m: 0.1, u: 0.5}
            blocking: [[name], [start, town], [born]]
            largest_block: 50
            training:
              random_pairs: 1000000
              em_pairs: 1000000
              seed: 7
              rounds: 30
              strength: 10
              sessions: [[born], [name]]
              prior: {rules: [[name, born]], recall: 0.8}
            keep: {weight: -100, best: 0}
            """;

    @TempDir
    Path folder;

    private Spec spec(String text) throws IOException {
        Path file = folder.resolve("spec.yaml");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return SpecFile.read(file);
    }

    /** Made-up persons, some of them twice with a slip: columns id, name, born, town, entity. */
    private static List<Raw> persons(int count) {
        Random random = new Random(20261123);
        List<Raw> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "n" + random.nextInt(60) + "abcdef".substring(random.nextInt(4));
            String born = String.format(
                    java.util.Locale.ROOT,
                    "19%02d-%02d-1%d",
                    50 + random.nextInt(40),
                    1 + random.nextInt(12),
                    random.nextInt(9));
            String town = "t" + random.nextInt(3);
            records.add(person("a" + i, name, born, town, i));
            if (i % 3 == 0) {
                records.add(person("b" + i, i % 2 == 0 ? name + "x" : name, born, i % 5 == 0 ? "" : town, i));
            }
        }
        return records;
    }

    private static Raw person(String id, String name, String born, String town, int entity) {
        Map<String, String> cells = new HashMap<>();
        cells.put("id", id);
        cells.put("name", " " + name.toUpperCase(java.util.Locale.ROOT));
        cells.put("born", born);
        cells.put("town", town);
        cells.put("entity", String.valueOf(entity));
        return new Raw(0, cells);
    }

    private static Dataset<Row> frame(List<Raw> records) {
        List<String> columns = List.of("id", "name", "born", "town", "entity");
        StructType schema = new StructType();
        for (String column : columns) {
            schema = schema.add(column, DataTypes.StringType);
        }
        List<Row> rows = records.stream()
                .map(r -> RowFactory.create(
                        columns.stream().map(c -> (Object) r.cells().get(c)).toArray()))
                .toList();
        return new Bench().spark().createDataFrame(rows, schema);
    }

    @Test
    void what_is_made_in_this_process_and_what_spark_makes_are_the_same() throws IOException {
        Spec spec = spec(SMALL);
        List<Raw> persons = persons(90);
        try (Candidates here = new PairsHere(spec, new RecordsHere(spec, persons, "entity"));
                Candidates spark = PairsBySpark.of(spec, new PairsBySpark.Given(frame(persons), null, "entity"))) {
            Patterns ours = here.patterns();
            Patterns theirs = spark.patterns();
            for (int session = Patterns.PRIOR; session <= 2; session++) {
                assertThat(ours.of(session)).isNotEmpty().isEqualTo(theirs.of(session));
            }
            LinkModel model = new Em(spec, ours, here.possiblePairs()).model();
            List<Scored> one = here.atLeast(0, model);
            List<Scored> other = spark.atLeast(0, model);
            assertThat(one).hasSameSizeAs(other).hasSizeGreaterThan(20);
            for (int i = 0; i < one.size(); i++) {
                assertThat(one.get(i).leftId()
                                + one.get(i).rightId()
                                + one.get(i).rule()
                                + one.get(i).levels())
                        .isEqualTo(other.get(i).leftId()
                                + other.get(i).rightId()
                                + other.get(i).rule()
                                + other.get(i).levels());
                assertThat(one.get(i).weight()).isCloseTo(other.get(i).weight(), within(1e-9));
            }
            assertThat(here.truePairs()).isEqualTo(spark.truePairs()).isEqualTo(30);
        }
    }

    @Test
    void a_weight_is_the_sum_of_log2_bayes_factors_with_rare_values_weighing_more() throws IOException {
        // 四条记录：两条 li（2/4），一条 wang，一条 wu。先验 0.2：log2(0.2/0.8) = -2
        // 姓名相同 log2(0.8/0.1)=3，再按词频 log2(0.1/(2/4)) = -2.3219；生日相同 log2(0.8/0.1)=3；乡镇缺，0
        Spec spec = spec(SMALL.replace("prior: {rules: [[name, born]], recall: 0.8}", "prior: {probability: 0.2}"));
        List<Raw> four = List.of(
                person("1", "li", "1990-01-02", "", 1),
                person("2", "li", "1990-01-02", "t1", 1),
                person("3", "wang", "1990-01-03", "t1", 2),
                person("4", "wu", "1991-05-03", "t1", 3));
        LinkModel stated = new LinkModel(
                0.2,
                new double[][] {{0.8, 0.1, 0.1}, {0.8, 0.05, 0.05, 0.1}, {0.9, 0.1}},
                new double[][] {{0.1, 0.1, 0.8}, {0.1, 0.05, 0.05, 0.8}, {0.5, 0.5}});
        List<Scored> scored = new PairsHere(spec, new RecordsHere(spec, four, null)).atLeast(-100, stated);
        assertThat(scored).hasSize(1);
        assertThat(scored.get(0).levels()).containsExactly(0, 0, Vectors.ABSENT);
        double weight = -2 + 3 + Math.log(0.1 / 0.5) / Math.log(2) + 3;
        assertThat(scored.get(0).weight()).isCloseTo(weight, within(1e-12));
        // 2^1.678/(1+2^1.678) = 3.2/4.2
        assertThat(scored.get(0).probability()).isCloseTo(3.2 / 4.2, within(1e-12));
        assertThat(PartyLinkage.reasons(spec, scored.get(0))).isEqualTo("姓名：相同（+0.7）；生日：相同（+3.0）");
    }

    @Test
    void shares_among_matches_are_learned_by_expectation_and_maximisation() throws IOException {
        // 已知答案：生日段内 1000 对，其中同一 400 对。同一者姓名相同 90%、乡镇相同 80%；不同者姓名相同 5%、乡镇相同 30%（u 由随机对得来）
        // 姓名同乡镇同：400×.9×.8+600×.05×.3=297；姓名同乡镇异：400×.9×.2+600×.05×.7=93；姓名异乡镇同：400×.1×.8+600×.95×.3=203；都异：407
        Spec spec = spec(SMALL.replace("sessions: [[born], [name]]", "sessions: [[born]]")
                .replace("strength: 10", "strength: 0.001")
                .replace("rounds: 30", "rounds: 5000"));
        Map<Integer, List<Pattern>> counts = Map.of(
                Patterns.RANDOM,
                List.of(
                        new Pattern(List.of(0, 3, 0), 15_000),
                        new Pattern(List.of(0, 3, 1), 35_000),
                        new Pattern(List.of(2, 3, 0), 285_000),
                        new Pattern(List.of(2, 3, 1), 665_000)),
                1,
                List.of(
                        new Pattern(List.of(0, 0, 0), 297),
                        new Pattern(List.of(0, 0, 1), 93),
                        new Pattern(List.of(2, 0, 0), 203),
                        new Pattern(List.of(2, 0, 1), 407)),
                Patterns.PRIOR,
                List.of(new Pattern(List.of(0, 0, 0), 79)));
        LinkModel model = new Em(spec, new Patterns(counts), 9_999).model();
        assertThat(model.u()[0][0]).isCloseTo(0.05, within(1e-6));
        assertThat(model.u()[2][0]).isCloseTo(0.3, within(1e-6));
        // 两个比较、各两级：三个未知数（占比、两个 m）而只有三个自由的频数，恰好可解；EM 应走到这个解附近
        assertThat(model.m()[0][0]).isCloseTo(0.9, within(0.05));
        assertThat(model.m()[2][0]).isCloseTo(0.8, within(0.05));
        // 先验：(79+1)/0.8/(9999+1) = 0.01
        assertThat(model.prior()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void a_mistake_in_the_file_is_named_with_its_line() {
        assertThatThrownBy(() -> spec(SMALL.replace("exact: town", "exact: city")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("spec.yaml:25")
                .hasMessageContaining("没有字段 'city'");
        assertThatThrownBy(() -> spec(SMALL.replace("prefix(2)", "prefixes(2)")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("spec.yaml:6")
                .hasMessageContaining("prefixes");
        assertThatThrownBy(() -> spec(SMALL.replace("seed: 7", "seeds: 7")))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("spec.yaml:32");
    }

    @Test
    void labelled_data_without_a_column_says_which_file_and_which_column() throws IOException {
        Path spec = folder.resolve("spec.yaml");
        Files.writeString(spec, SMALL, StandardCharsets.UTF_8);
        Path data = folder.resolve("data.csv");
        Files.writeString(data, "id,name,born,truth\n1,a,1990-01-01,x\n", StandardCharsets.UTF_8);
        LakeLinkage linkage = linkage();
        assertThatThrownBy(() -> linkage.evaluate(spec, List.of(data), "truth"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("data.csv 缺少列 [town]")
                .hasMessageContaining("spec.yaml");
        assertThatThrownBy(() -> linkage.evaluate(spec, List.of(folder.resolve("no.csv")), "truth"))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no.csv");
    }

    @Test
    void precision_recall_and_f1_are_counted_by_threshold() throws IOException {
        // 三对真：1-2、3-4、5-6；1-2、3-4 名字生日都同，5-6 什么都不同（分不到一块）；7、8 不同的人而生日同
        Path spec = folder.resolve("spec.yaml");
        Files.writeString(spec, SMALL, StandardCharsets.UTF_8);
        Path data = folder.resolve("data.csv");
        Files.writeString(data, """
                id,name,born,town,who
                1,li,1990-01-01,a,x
                2,li,1990-01-01,a,x
                3,wang,1980-02-02,b,y
                4,wang,1980-02-02,b,y
                5,zhao,1970-03-03,c,z
                6,qian,1960-04-04,d,z
                7,sun,1955-05-05,e,u
                8,zhou,1955-05-05,f,v
                """, StandardCharsets.UTF_8);
        Evaluation found = linkage().evaluate(spec, List.of(data), "who");
        assertThat(found.truePairs()).isEqualTo(3);
        assertThat(found.blockedPairs()).isEqualTo(3);
        assertThat(found.blockedTruePairs()).isEqualTo(2);
        // 阈值取到两对真：查准 2/2，查全 2/3，F1 = 2×2/(2×2+0+1) = 0.8；再放进 7-8：F1 = 4/(4+1+1) = 0.667
        assertThat(found.best().precision()).isEqualTo(1);
        assertThat(found.best().recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(found.best().f1()).isCloseTo(0.8, within(1e-12));
        assertThat(found.points().get(found.points().size() - 1).f1()).isCloseTo(4 / 6.0, within(1e-12));
    }

    private LakeLinkage linkage() {
        Lake lake = new Lake(folder.resolve("lake"), folder.resolve("restricted"));
        return new LakeLinkage(new KernelTables(lake), new Sessions(lake, folder.resolve("work")));
    }

    @Test
    void decisions_are_kept_and_never_joined_into_a_party_of_two_codes() {
        LakeLinkage linkage = linkage();
        Instant at = Instant.parse("2026-11-20T02:00:00Z");
        Decision same = new Decision("NAME:1", "91A", Verdict.SAME, "张三", at, "地址相同");
        assertThat(linkage.decide(List.of(same))).isEqualTo(1);
        // 同样的结论再收一次，不再记；改了主意，另记一行，旧的还在
        assertThat(linkage.decide(
                        List.of(new Decision("91A", "NAME:1", Verdict.SAME, "李四", at.plusSeconds(60), "地址相同"))))
                .isZero();
        assertThatThrownBy(() -> linkage.decide(
                        List.of(new Decision("NAME:1", "91B", Verdict.SAME, "李四", at.plusSeconds(90), ""))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("91A")
                .hasMessageContaining("91B");
        assertThat(linkage.decide(List.of(
                        new Decision("NAME:1", "91A", Verdict.DIFFERENT, "李四", at.plusSeconds(120), "看错了"),
                        new Decision("NAME:1", "91B", Verdict.SAME, "李四", at.plusSeconds(121), ""))))
                .isEqualTo(2);
        KernelTables tables = new KernelTables(new Lake(folder.resolve("lake"), folder.resolve("restricted")));
        assertThat(tables.count(DecisionTable.SHAPE.table())).isEqualTo(3);
        assertThat(LinkMerges.of(new DecisionTable(tables).holding()).group("NAME:1"))
                .isEqualTo("91B");
    }

    @Test
    void an_enterprise_name_is_taken_apart_however_it_is_written() {
        EnterpriseName names = new EnterpriseName(
                SpecFile.read(Bench.HOME.resolve(PartyLinkage.FILE)).names());
        assertThat(Stream.of("宁夏兴旺农业科技有限公司", "寧夏興旺農業科技有限責任公司", "兴旺农业科技（宁夏）有限公司", "兴旺农业科技(宁夏) 有限公司", "宁夏回族自治区兴旺农业科技有限公司")
                        .map(n -> String.join("|", names.parts(n))))
                .containsOnly("宁夏|兴旺|农业|有限公司");
        assertThat(names.parts("中卫市沙坡头区老王百货经营部")).containsExactly("中卫沙坡头", "老王", "百货", "个体");
        assertThat(names.parts("沙坡头区绿源种养殖农民专业合作社")).containsExactly("沙坡头", "绿源", "种植", "合作社");
        assertThat(names.parts("某某")).containsExactly(null, "某某", null, null);
        assertThat(names.parts("有限公司")).containsExactly(null, "有限", null, "有限公司");
    }
}
