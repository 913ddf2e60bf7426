package org.ipwarehouse.warehouse.internal.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.ipwarehouse.warehouse.api.Fault;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.internal.model.Bench;
import org.ipwarehouse.warehouse.internal.model.ModelCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassportFileSpec {
    private static final Path XZ01 = Bench.HOME.resolve("warehouse/indicators/enforcement/XZ01.yaml");

    @TempDir
    private Path folder = Path.of("");

    private Path changed(String from, String to) throws IOException {
        String text = Files.readString(XZ01);
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("XZ01.yaml"), text.replace(from, to));
    }

    @Test
    void an_unknown_key_is_refused_with_file_and_line() throws IOException {
        Path file = changed("decimals: 0", "decimal: 0");
        assertThatThrownBy(() -> PassportFile.read(file))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("XZ01.yaml:10")
                .hasMessageContaining("decimal");
    }

    @Test
    void a_missing_key_is_refused() throws IOException {
        Path file = changed("confidence: 'firm'\n", "");
        assertThatThrownBy(() -> PassportFile.read(file)).hasMessageContaining("confidence");
    }

    @Test
    void a_rate_without_denominator_is_refused() throws IOException {
        Path file = changed("kind: count", "kind: rate");
        assertThatThrownBy(() -> PassportFile.read(file)).hasMessageContaining("denominator");
    }

    @Test
    void a_term_that_counts_and_sums_at_once_is_refused_with_its_line() throws IOException {
        Path file = changed("{count: rows,", "{count: rows, sum: 'fine_yuan',");
        assertThatThrownBy(() -> PassportFile.read(file))
                .hasMessageContaining("XZ01.yaml:14")
                .hasMessageContaining("count、sum、distinct");
    }

    @Test
    void every_passport_of_the_installation_reads_and_names_only_columns_that_its_facts_have() {
        ModelCatalogue catalogue = ModelCatalogue.load(Bench.HOME);
        Passports passports = Passports.load(Bench.HOME);
        assertThat(passports.definitions()).hasSizeGreaterThanOrEqualTo(25);
        for (Definition definition : passports.definitions()) {
            Set<String> columns = new TreeSet<>();
            definition
                    .facts()
                    .forEach(fact ->
                            catalogue.model(fact).shape().columns().forEach(column -> columns.add(column.name())));
            assertThat(columns)
                    .as(definition.passport().id().code())
                    .containsAll(definition.evidence())
                    .containsAll(definition.dimensions().values().stream()
                            .map(Definition.Dimension::column)
                            .toList());
        }
    }

    @Test
    void key_fields_are_columns_of_every_fact_that_the_figure_stands_on() {
        ModelCatalogue catalogue = ModelCatalogue.load(Bench.HOME);
        for (Definition definition : Passports.load(Bench.HOME).definitions()) {
            for (Term term : definition.base()) {
                assertThat(catalogue.model(term.fact()).shape().columns())
                        .as(definition.passport().id() + " " + term.fact())
                        .extracting(org.ipwarehouse.warehouse.api.Column::name)
                        .containsAll(definition.keyFields());
            }
        }
    }

    @Test
    void every_indicator_of_the_catalogue_is_there() {
        String catalogue = """
                XZ01 XZ02 XZ03 XZ04 XZ06 XZ07 XZ08 XZ09 XZ10 XZ11 XZ12 XZ13 XZ14 XZ15 XZ16 XZ17 XZ18
                GS01 GS02 GS03 GS04 GS05 GS06 GS07 GS08 JC01 JC02 JC03 JC04 TS01 TS02 TS03 TS04 TS05
                TS06 TS07 TS08 TS09 SF01 SF02 SF03 SF04 SF05 SF06 SF07 SF08 SF09 SF10 SF11 SF12 SF13
                SF14 SF15 SF16 SF18 JG01 JG02 JG03 JG04 JG05 JG06 JG07 JG08 JG09 XJ01 XJ02 XJ03 XJ04
                XJ05 XJ06 XJ07 XJ08 XJ09 XJ10 XJ11 ZS01 ZS02 ZS03 ZS04 ZS05 ZS06 ZS07 ZS08 WL01 WL02
                WL03 WL04 WL05 SH01 SH02 SH03 SH04 SH05 SH06 SH07 SH08 SH09 SH10 SH11 KB01 KB02 KB03
                KB04 KB05 KB06 KB07 HW01 HW02 HW03 HW04 HW05 HW06 HW07 JB01 JB02 JB03 JB05 JB06 JB07
                JB08 JB09 JB10 JB11 JB12 JB13 JB14
                """;
        assertThat(catalogue.split("\\s+")).hasSize(126);
        assertThat(Passports.load(Bench.HOME).passports())
                .extracting(Passport::id)
                .extracting(Object::toString)
                .contains(catalogue.split("\\s+"));
    }
}
