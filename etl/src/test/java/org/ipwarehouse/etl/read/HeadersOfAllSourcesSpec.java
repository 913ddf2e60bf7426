package org.ipwarehouse.etl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.original.Original;
import org.ipwarehouse.etl.read.Recognition.Recognised;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every source is told from all others by its header, whichever of the agreed words the header uses. */
class HeadersOfAllSourcesSpec {
    private static final Contracts CONTRACTS = Contracts.load(Path.of(".."));
    private static final int LEAST = 3;
    private static final Recogniser RECOGNISER = new Recogniser(CONTRACTS.all());

    private final Path folder;

    HeadersOfAllSourcesSpec(@TempDir Path folder) {
        this.folder = folder;
    }

    static Stream<String> sources() {
        return CONTRACTS.all().stream().map(Contract::source);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void by_the_labels_of_all_its_fields(String source) throws IOException {
        isTold(source, fields(source), Field::labelZh);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void by_the_labels_of_its_mandatory_fields_alone(String source) throws IOException {
        isTold(source, mandatory(contract(source)), Field::labelZh);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void by_its_english_columns(String source) throws IOException {
        isTold(source, fields(source), Field::name);
        isTold(source, mandatory(contract(source)), Field::name);
    }

    /** The first alias of every field, then the second of every field that has one, and so on. */
    @ParameterizedTest
    @MethodSource("sources")
    void by_any_of_its_aliases(String source) throws IOException {
        int most =
                fields(source).stream().mapToInt(f -> f.aliases().size()).max().orElse(0);
        for (int i = 0; i < most; i++) {
            int at = i;
            Function<Field, String> alias =
                    f -> at < f.aliases().size() ? f.aliases().get(at) : f.labelZh();
            isTold(source, fields(source), alias);
            isTold(source, mandatory(contract(source)), alias);
        }
    }

    private void isTold(String source, List<Field> fields, Function<Field, String> label) throws IOException {
        List<String> headers = fields.stream().map(label).toList();
        Recognition recognition = recognise(headers);
        assertThat(recognition).as("%s %s", source, headers).isInstanceOf(Recognised.class);
        Recognised known = (Recognised) recognition;
        assertThat(known.contract().source()).as("%s", headers).isEqualTo(source);
        assertThat(known.sheets().get(0).context().fields())
                .as("%s %s", source, headers)
                .containsExactlyElementsOf(fields.stream().map(Field::name).toList());
    }

    private Recognition recognise(List<String> headers) throws IOException {
        Path file = folder.resolve("export.csv");
        Files.writeString(
                file, line(headers) + line(headers.stream().map(h -> "甲").toList()));
        return RECOGNISER.recognise(Original.plain(file), "export.csv", LocalDate.of(2026, 10, 8));
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(c -> '"' + c + '"').toList()) + "\n";
    }

    /**
     * Fields that every row must state, and the first of each group that makes the key; where they are fewer than the
     * three without which a row is no header (S23 has two), the next fields too.
     */
    private static List<Field> mandatory(Contract contract) {
        List<Field> chosen = new ArrayList<>(
                contract.fields().stream().filter(f -> isNeeded(contract, f)).toList());
        for (Field field : contract.fields()) {
            if (chosen.size() < LEAST && !chosen.contains(field)) {
                chosen.add(field);
            }
        }
        return chosen;
    }

    private static boolean isNeeded(Contract contract, Field field) {
        return field.required() == Field.Required.YES
                || contract.key().stream().anyMatch(part -> part.split("\\|")[0].equals(field.name()));
    }

    private static List<Field> fields(String source) {
        return contract(source).fields();
    }

    private static Contract contract(String source) {
        return CONTRACTS.source(source).orElseThrow();
    }
}
