package org.ipwarehouse.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may know whom. Each "because" says what to do instead. */
class ArchitectureSpec {
    private static final String ROOT = "org.ipwarehouse";
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static void holds(ArchRule rule) {
        rule.check(OURS);
    }

    @Test
    void other_rooms_know_only_the_door_of_the_warehouse() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".warehouse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".warehouse.internal..")
                .because("rows go in and figures come out by warehouse.api; what is missing there is added there"));
    }

    @Test
    void only_the_wiring_puts_a_warehouse_together() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".warehouse..", ROOT + ".app.wiring..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ROOT + ".warehouse.Warehouses")
                .because("a room is handed an Intake or a Warehouse; it does not open one"));
    }

    @Test
    void etl_and_reports_never_meet() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".etl..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".reports..", ROOT + ".samples..", ROOT + ".app..")
                .because("what etl has to tell lies in the warehouse; ask its door"));
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".reports..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".etl..", ROOT + ".samples..", ROOT + ".app..")
                .because("reports show what the door answers, never what a file said"));
    }

    @Test
    void the_warehouse_knows_nobody() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".warehouse..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + ".etl..", ROOT + ".reports..", ROOT + ".samples..", ROOT + ".app..")
                .because("what it needs of a file comes as a RowSource, of a contract as a SourceProfile"));
    }

    @Test
    void the_door_names_no_technology() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".warehouse.api..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", ROOT + ".warehouse.api..", "org.jspecify..")
                .because("who knows the door must not come to know Spark, Delta, YAML or Spring by it"));
    }

    @Test
    void samples_read_contracts_and_nothing_else_of_etl() {
        holds(noClasses()
                .that()
                .resideInAPackage(ROOT + ".samples..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".etl.read..",
                        ROOT + ".etl.check..",
                        ROOT + ".etl.standardise..",
                        ROOT + ".etl.receive..",
                        ROOT + ".etl.jobs..",
                        ROOT + ".reports..",
                        ROOT + ".app..")
                .because("a generator that shares the reader's code would share its mistakes and prove nothing"));
    }

    @Test
    void spark_and_delta_live_behind_the_door() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".warehouse.internal..", ROOT + ".warehouse")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.spark..", "io.delta..", "org.apache.hadoop..", "scala..")
                .because("small work must not start Spark; ask Intake, Refinery or Warehouse"));
    }

    @Test
    void spring_batch_is_known_to_jobs_and_wiring_only() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("..jobs..", ROOT + ".app.wiring..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.batch..")
                .because("jobs call rooms, never the reverse; write a plain class and call it from a step"));
    }

    @Test
    void spring_itself_is_known_to_jobs_and_app_only() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages("..jobs..", ROOT + ".app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("rooms get what they need by their constructors; app wires them"));
    }

    @Test
    void jfreechart_is_known_to_charts_only() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".reports.chart..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jfree.chart..", "org.jfree.data..")
                .because("a chart is asked for by its spec and comes back as SVG or PNG"));
    }

    @Test
    void poi_is_known_where_documents_and_workbooks_are_made_or_read() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".etl.read..",
                        ROOT + ".etl.feedback..",
                        ROOT + ".reports.document..",
                        ROOT + ".app.review..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.poi..")
                .because("elsewhere a row is a RawRow and a document is a Bulletin"));
    }

    @Test
    void the_old_dates_are_not_used() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Calendar")
                .because("java.time says which day in which zone"));
    }

    @Test
    void only_the_command_speaks_on_the_terminal() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".app..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("rooms report by a Consumer; standard output is for results that machines read"));
    }

    @Test
    void names_say_what_a_class_is() {
        holds(noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("a class is named for what it holds or does"));
    }

    @Test
    void every_package_says_what_it_is_and_is_null_marked() {
        ArchCondition<JavaClass> inMarkedPackage = new ArchCondition<>("be in a package marked @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                JavaPackage room = item.getPackage();
                boolean marked = room.isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        item, marked, String.format(Locale.ROOT, "%s lies in %s", item.getName(), room.getName())));
            }
        };
        holds(classes()
                .that()
                .areTopLevelClasses()
                .should(inMarkedPackage)
                .because("its package-info.java says what the room does and never does, and null is declared"));
    }
}
