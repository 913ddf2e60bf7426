package org.ipwarehouse.warehouse.internal.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.SessionCatalog;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.ipwarehouse.warehouse.api.SourceProfile;
import org.ipwarehouse.warehouse.api.TableName;
import org.ipwarehouse.warehouse.api.TableShape;
import org.ipwarehouse.warehouse.internal.linkage.LinkMerges;
import org.ipwarehouse.warehouse.internal.session.Profile;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.Lake;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A workbench for specifications: drawn rows of {@code current.*}, the real models over them. The dimensions are built
 * once for all tests of the module, on the module's one Spark session.
 */
public final class Bench {
    public static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    public static final RegionCode DISTRICT = new RegionCode("640502");
    public static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    public static final LocalDate THROUGH = LocalDate.of(2026, 9, 30);

    /** Settings under which a session notes where each table of a lake lies. */
    private static final String PLACE = "ipw.place.";

    private static final Map<String, DrawnSource> SOURCES = DrawnSource.all(HOME);
    private static final List<String> VERSIONED = List.of("effective", "history", "difference");
    private static final ModelCatalogue CATALOGUE = ModelCatalogue.load(HOME);
    private static final Lake LAKE = new Lake(temporaryFolder());
    private static final Sessions SESSIONS = new Sessions(LAKE, LAKE.root().resolve("work"));
    private static final Set<TableName> VIEWS = views();
    private static boolean dimensionsAreBuilt;

    /** Tables that the bench before has drawn and that have to be emptied; at first all. */
    private static Set<TableName> drawn = new TreeSet<>(VIEWS);

    private final Map<TableName, Dataset<Row>> held = new HashMap<>();
    private final Set<TableName> bound = new TreeSet<>();
    private final Binding binding = new Binding();
    private final SparkSession spark;

    public Bench() {
        spark = SESSIONS.open(Profile.SMALL);
        List.of("current", "effective", "history", "difference")
                .forEach(layer -> spark.sql("create database if not exists " + layer));
        Set<TableName> emptied = forgetsOtherLakes() ? VIEWS : drawn;
        drawn = new TreeSet<>();
        emptied.forEach(table -> view(table, ""));
        ReferenceViews.create(spark, HOME, CATALOGUE.models());
        ReferenceViews.parameters(spark, HOME, new ReferenceViews.Span(FROM, THROUGH), DISTRICT);
        LinkMerges.none(spark);
        if (!dimensionsAreBuilt) {
            CATALOGUE.models().stream()
                    .filter(m -> m.table().layer().equals("dimension"))
                    .forEach(this::build);
            dimensionsAreBuilt = true;
        }
    }

    /**
     * Specifications over a whole lake leave its tables and views in the catalog of the process, where their folders are
     * gone.
     *
     * @return whether there were any
     */
    private boolean forgetsOtherLakes() {
        String own = LAKE.root().toAbsolutePath().normalize().toString();
        List<String> places = CollectionConverters.asJava(spark.conf().getAll()).entrySet().stream()
                .filter(e -> e.getKey().startsWith(PLACE) && !e.getValue().startsWith(own))
                .map(Map.Entry::getKey)
                .toList();
        SessionCatalog catalog = ((org.apache.spark.sql.classic.SparkSession) spark)
                .sessionState()
                .catalog();
        for (String place : places) {
            TableName table = TableName.parse(place.substring(PLACE.length()));
            catalog.dropTable(new TableIdentifier(table.name(), Option.apply(table.layer())), true, false);
            spark.conf().unset(place);
        }
        SESSIONS.registerAll();
        return !places.isEmpty();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("ipw-bench");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // the folder is temporary: what stays behind is the system's to clear
        }
    }

    public SparkSession spark() {
        return spark;
    }

    /**
     * Draws the rows of {@code current.<table>}, or of {@code effective.}, {@code history.} or {@code difference.<table>}
     * where the layer is named: a header, a line of dashes, the rows; a blank cell is null.
     */
    public Bench given(String table, String drawing) {
        TableName name = TableName.parse(table.contains(".") ? table : "current." + table);
        if (!VIEWS.contains(name)) {
            throw new IllegalArgumentException("No drawn table " + name);
        }
        drawn.add(name);
        view(name, drawing);
        return this;
    }

    private void view(TableName name, String drawing) {
        String columns = Objects.requireNonNull(SOURCES.get(name.name())).drawn(name.layer());
        spark.sql("create or replace view " + name + " as " + Drawing.select(drawing, columns));
    }

    /** All sources, as monthly reports. */
    public static List<SourceProfile> sources() {
        return SOURCES.values().stream().map(DrawnSource::profile).toList();
    }

    /** The shape of a clean table. */
    public static TableShape shape(String table) {
        return Objects.requireNonNull(SOURCES.get(table)).shape();
    }

    private static Set<TableName> views() {
        Set<TableName> views = new TreeSet<>();
        SOURCES.keySet().forEach(table -> views.add(new TableName("current", table)));
        CATALOGUE.models().stream()
                .flatMap(model -> model.reads().stream())
                .filter(read -> SOURCES.containsKey(read.name()) && VERSIONED.contains(read.layer()))
                .forEach(views::add);
        return views;
    }

    /** The rows of a model over what was drawn; the models that it reads are built first, each once. */
    public Dataset<Row> rows(String table) {
        return rows(CATALOGUE.model(TableName.parse(table)));
    }

    private Dataset<Row> rows(Model model) {
        Dataset<Row> rows = held.get(model.table());
        if (rows == null) {
            model.reads().stream()
                    .filter(r -> List.of("fact", "linked", "mart").contains(r.layer()))
                    .forEach(r -> hold(CATALOGUE.model(r)));
            rows = spark.createDataFrame(new ModelRun(spark, binding).rows(model), SparkShape.of(model.shape()));
            held.put(model.table(), rows);
        }
        return rows;
    }

    /** Held as in a small build: a Delta table costs more than all its queries here. */
    private void hold(Model model) {
        if (bound.add(model.table())) {
            rows(model).createOrReplaceTempView(binding.bind(model.table()));
        }
    }

    private void build(Model model) {
        rows(model)
                .coalesce(1)
                .write()
                .format("delta")
                .mode("overwrite")
                .save(LAKE.folder(model.table()).toString());
        SESSIONS.register(List.of(model.table()));
    }
}
