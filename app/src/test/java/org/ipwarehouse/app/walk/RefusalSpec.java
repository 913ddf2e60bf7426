package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be taken in is said so, with the way out: a department's file (exit 3), an analyst's mistake (exit 2). */
class RefusalSpec {
    @TempDir
    Path place;

    @Test
    void a_file_with_an_unknown_header_is_refused_with_the_nearest_contract_and_what_it_lacks() throws IOException {
        Path file = place.resolve("案件.csv");
        // two columns of S02 (案件编号, 案件名称) and one of nobody
        Files.writeString(file, "案件编号,案件名称,天气\n卫沙市监立〔2026〕1号,某某侵权案,晴\n", StandardCharsets.UTF_8);

        Answer answer = new Installation(Installation.HOME, place.resolve("data")).ipw("ingest", file.toString());

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.out()).contains("拒收").contains("S02").contains("缺少必填列", "知识产权类型", "违法行为");
    }

    @Test
    void a_refused_file_does_not_keep_the_others_out() throws IOException {
        Path inbox = Files.createDirectory(place.resolve("inbox"));
        Files.writeString(inbox.resolve("a.csv"), "甲,乙\n1,2\n", StandardCharsets.UTF_8);
        String good = "S02_知识产权案件台账_2026年09月_演示数据.xlsx";
        Files.copy(Installation.EXPORTS.resolve(good), inbox.resolve(good));

        Answer answer =
                new Installation(Installation.HOME, place.resolve("data")).ipw("ingest", inbox.toString(), "--json");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.lines())
                .anySatisfy(line -> assertThat(line).contains("\"file\":\"a.csv\"", "\"verdict\":\"refused\""))
                .anySatisfy(
                        line -> assertThat(line).contains("\"source\":\"S02\"").doesNotContain("\"accepted\":0,"));
    }

    @Test
    void a_typing_error_in_a_contract_is_the_analysts_mistake_with_file_and_line() throws IOException {
        Path home = place.resolve("home");
        copy("etl/contracts", home);
        copy("etl/codelists", home);
        Files.copy(Installation.HOME.resolve("ipw.yaml"), home.resolve("ipw.yaml"));
        Path contract = home.resolve("etl/contracts/S02-penalty_case.yaml");
        List<String> lines = Files.readAllLines(contract, StandardCharsets.UTF_8);
        int schema = lines.indexOf("schema:");
        lines.set(schema, "shema:");
        Files.write(contract, lines, StandardCharsets.UTF_8);

        Answer answer = new Installation(home, place.resolve("data"))
                .ipw(
                        "ingest",
                        Installation.EXPORTS
                                .resolve("S02_知识产权案件台账_2026年09月_演示数据.xlsx")
                                .toString());

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(answer.err())
                .contains("S02-penalty_case.yaml:" + (schema + 1))
                .contains("shema");
        assertThat(place.resolve("data/lake")).doesNotExist();
    }

    private static void copy(String folder, Path home) throws IOException {
        Path from = Installation.HOME.resolve(folder);
        Files.createDirectories(home.resolve(folder));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(folder).resolve(file.getFileName()));
            }
        }
    }
}
