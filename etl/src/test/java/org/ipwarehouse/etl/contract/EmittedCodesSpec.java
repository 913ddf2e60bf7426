package org.ipwarehouse.etl.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People see words, not codes: whatever code this module or the lake's intake writes must be in the list of reasons. */
class EmittedCodesSpec {
    private static final Pattern CODE = Pattern.compile("\"(SYNTHETIC|[A-Z]{3,}(?:_[A-Z]+)+)\"");
    private static final Set<String> ROOMS =
            Set.of("etl/src/main/java/org/ipwarehouse/etl/read", "etl/src/main/java/org/ipwarehouse/etl/check");
    private static final Path INTAKE = Path.of("../warehouse/src/main/java/org/ipwarehouse/warehouse/internal/intake");

    @Test
    void every_code_that_is_written_is_in_the_list_with_its_meaning() throws IOException {
        Set<String> written = new TreeSet<>();
        for (String room : ROOMS) {
            written.addAll(codes(Path.of("..").resolve(room)));
        }
        written.addAll(codes(INTAKE));
        assertThat(written).contains("SYNTHETIC", "TOTAL_MISMATCH", "KEY_DUP_CONFLICT", "HEADER_NOT_FOUND");
        ReasonCodes reasons = Contracts.load(Path.of("..")).codeLists().reasons();
        assertThat(written).allSatisfy(code -> assertThat(reasons.find(code))
                .as(code)
                .hasValueSatisfying(reason -> assertThat(reason.title()).isNotBlank()));
    }

    private static Set<String> codes(Path folder) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher matcher = CODE.matcher(Files.readString(file));
                while (matcher.find()) {
                    codes.add(matcher.group(1));
                }
            }
        }
        return codes;
    }
}
