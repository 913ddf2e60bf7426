package org.ipwarehouse.app.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.ipwarehouse.app.walk.Installation.Answer;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.contract.FieldRule;
import org.ipwarehouse.etl.receive.Landing;
import org.ipwarehouse.etl.secret.KeyPurpose;
import org.ipwarehouse.etl.secret.KeyRing;
import org.ipwarehouse.etl.secret.Opener;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SealedText;
import org.ipwarehouse.samples.any.AnyExport;
import org.ipwarehouse.warehouse.api.ColumnType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Personal data planted into every personal field and every free text of every source, in rows that are accepted, rejected
 * for a personal value, rejected for another reason and quarantined for their key, in CSV and in workbooks: after ingest,
 * build and publish none of it stands anywhere in clear, and all of it is in the restricted layer and in the archive.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeakSpec {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final Contracts CONTRACTS = Contracts.load(Installation.HOME);
    /** Stands in a public field: what searches for persons must find it, or it searches in vain. */
    private static final String MARKER = "公开标记鼓楼烟酒店";

    private final Planted planted = new Planted();
    private final Map<String, Integer> rowsByFile = new HashMap<>();
    private final StringBuilder said = new StringBuilder();

    private Path inbox;
    private Installation installation;

    @BeforeAll
    void walk(@TempDir Path place) throws IOException {
        inbox = Files.createDirectories(place.resolve("inbox"));
        installation = new Installation(Installation.HOME, place.resolve("data"));
        for (Contract contract : CONTRACTS.all()) {
            csv(contract, sheet(contract, 0));
            workbook(contract, sheet(contract, 100));
        }
        for (String[] words : new String[][] {
            {"ingest", inbox.toString(), "--json"}, {"build"}, {"publish"}, {"status"}, {"keys", "status"}
        }) {
            Answer answer = installation.ipw(words);
            assertThat(answer.code()).as(answer.err()).isIn(0, 3);
            said.append(answer.out()).append(answer.err());
        }
    }

    /** Header and rows of one file: two that are accepted, the others rejected for three reasons. */
    private List<List<String>> sheet(Contract contract, long seed) {
        AnyExport export = AnyExport.of(contract, CONTRACTS.codeLists(), AS_OF);
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(export.header());
        header.addAll(List.of("联系人姓名及电话（表外）", "补充说明（表外）"));
        rows.add(header);
        rows.add(widened(export.row(seed + 1, planted.into(contract))));
        rows.add(widened(export.row(seed + 2, marked(contract))));
        rows.add(widened(export.row(seed + 3, wrongInItself(contract))));
        rows.add(widened(export.row(seed + 4, wrongElsewhere(contract))));
        Map<String, String> first = planted.into(contract);
        rows.add(widened(export.row(seed + 5, first)));
        rows.add(
                widened(export.row(seed + 5, inConflict(contract, first, export.row(seed + 5), export.row(seed + 6)))));
        return rows;
    }

    /** Columns that the contract does not know hold persons too. */
    private List<String> widened(List<String> row) {
        List<String> wide = new ArrayList<>(row);
        wide.add(planted.name());
        wide.add("另查，证人：" + planted.name() + "，身份证" + planted.citizenId());
        return wide;
    }

    private Map<String, String> marked(Contract contract) {
        Map<String, String> cells = planted.into(contract);
        publicText(contract).ifPresent(field -> cells.put(field.name(), MARKER));
        return cells;
    }

    private static java.util.Optional<Field> publicText(Contract contract) {
        return contract.fields().stream().filter(f -> isPlainText(contract, f)).findFirst();
    }

    private static boolean isPlainText(Contract contract, Field field) {
        boolean text = field.type() == ColumnType.TEXT
                && field.codeList().isEmpty()
                && field.rules().isEmpty();
        boolean open = !field.privacy().isPersonal() && !field.freeText();
        return text && open && !isKey(contract, field) && (field.maxLength() == 0 || field.maxLength() >= 20);
    }

    private static boolean isKey(Contract contract, Field field) {
        return contract.key().stream()
                .anyMatch(part -> List.of(part.split("\\|")).contains(field.name()));
    }

    /** Every personal number gets a wrong check digit or another broken form that still leads to the person. */
    private Map<String, String> wrongInItself(Contract contract) {
        Map<String, String> cells = planted.into(contract);
        for (Field field : contract.fields()) {
            String cell = cells.getOrDefault(field.name(), "");
            if (cell.matches("\\d{17}[\\dX]")) {
                String wrong = cell.substring(0, 17) + (cell.endsWith("1") ? "2" : "1");
                cells.put(field.name(), wrong);
                planted.values().remove(cell);
                planted.values().add(wrong);
            }
        }
        // a source without personal numbers is wrong somewhere else
        cells.putAll(broken(contract));
        return cells;
    }

    private Map<String, String> wrongElsewhere(Contract contract) {
        Map<String, String> cells = planted.into(contract);
        cells.putAll(broken(contract));
        return cells;
    }

    /** A field that is no person's and cannot be read. */
    private static Map<String, String> broken(Contract contract) {
        for (Field field : contract.fields()) {
            boolean number = field.type() == ColumnType.INTEGER || field.type() == ColumnType.DECIMAL;
            boolean date = field.type() == ColumnType.DATE || field.type() == ColumnType.TIMESTAMP;
            if ((number && !field.has(FieldRule.PLACE) || date)
                    && !field.privacy().isPersonal()) {
                return Map.of(field.name(), date ? "2026-13-45" : "不详个");
            }
        }
        throw new IllegalStateException(contract.source() + " has neither a date nor a number");
    }

    /** The same key as the first row with another value in a field outside the key, taken from the next row. */
    private Map<String, String> inConflict(
            Contract contract, Map<String, String> first, List<String> row, List<String> next) {
        Map<String, String> cells = planted.into(contract, field -> !isKey(contract, field));
        boolean differs = false;
        for (int i = 0; i < contract.fields().size(); i++) {
            Field field = contract.fields().get(i);
            if (isKey(contract, field) && first.containsKey(field.name())) {
                cells.put(field.name(), first.get(field.name()));
            } else if (!differs
                    && maySayAnother(contract, field)
                    && !next.get(i).equals(row.get(i))) {
                cells.put(field.name(), next.get(i));
                differs = true;
            }
        }
        assertThat(differs)
                .as("%s has a field in which two rows may differ", contract.source())
                .isTrue();
        return cells;
    }

    private static boolean maySayAnother(Contract contract, Field field) {
        boolean dated = field.type() == ColumnType.DATE || field.type() == ColumnType.TIMESTAMP;
        boolean hidden = field.privacy().isPersonal() || field.freeText();
        return !isKey(contract, field) && !hidden && !dated && !field.has(FieldRule.PLACE);
    }

    private void csv(Contract contract, List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(c -> '"' + c.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append("\r\n");
        }
        Path file = inbox.resolve(contract.source() + "_2026年09月.csv");
        Files.write(file, text.toString().getBytes(java.nio.charset.Charset.forName("GB18030")));
        rowsByFile.put(file.getFileName().toString(), rows.size() - 1);
    }

    private void workbook(Contract contract, List<List<String>> rows) throws IOException {
        Path file = inbox.resolve(contract.source() + "_2026年09月.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("数据");
            for (List<String> cells : rows) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : cells) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            }
            book.write(out);
        }
        rowsByFile.put(file.getFileName().toString(), rows.size() - 1);
    }

    @Test
    void the_rows_really_went_both_ways() throws IOException {
        Map<String, String> accounts = new HashMap<>();
        ObjectMapper json = new ObjectMapper();
        said.toString().lines().filter(line -> line.startsWith("{")).forEach(line -> {
            try {
                JsonNode account = json.readTree(line);
                accounts.put(
                        account.get("file").asText(),
                        account.get("rows_read").asInt() + " rows, "
                                + account.get("accepted").asInt() + " accepted, "
                                + account.get("quarantined").asInt() + " quarantined");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        Map<String, String> promised = new HashMap<>();
        rowsByFile.forEach((file, rows) -> promised.put(file, rows + " rows, 2 accepted, 4 quarantined"));
        assertThat(accounts).isEqualTo(promised);
    }

    @Test
    void nothing_planted_stands_anywhere_in_clear() {
        Haystack haystack = new Haystack(planted.values());
        assertThat(haystack.in(installation.data())).isEmpty();
        assertThat(haystack.in("terminal", said.toString())).isEmpty();
    }

    /** The search finds what is not hidden: in Parquet, in the feedback's workbooks, in the job repository's files. */
    @Test
    void the_same_search_finds_what_is_public() {
        Set<String> found = new Haystack(List.of(MARKER)).in(installation.data());
        assertThat(found).anyMatch(place -> place.contains(".parquet (rows)"));
        Set<String> names = new Haystack(List.of("S02_2026年09月.csv")).in(installation.data());
        assertThat(names)
                .anyMatch(place -> place.contains("control") && place.contains("(rows)"))
                .anyMatch(place -> place.contains("feedback") && place.contains("!xl/"));
    }

    @Test
    void whoever_has_the_key_finds_every_planted_value_in_the_restricted_layer() throws IOException {
        StringBuilder opened = new StringBuilder();
        Opener opener = new Opener(rule());
        Pattern sealed = Pattern.compile("(?m)^sealed: (\\S+)$");
        Set<String> seen = new TreeSet<>();
        try (Stream<Path> files = Files.walk(installation.data().resolve("lake/restricted"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                for (Matcher m = sealed.matcher(Haystack.rows(file)); m.find(); ) {
                    if (seen.add(m.group(1))) {
                        opened.append(opener.open(SealedText.parse(m.group(1)).orElseThrow()));
                    }
                }
            }
        }
        assertThat(missing(opened.toString().getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void whoever_has_the_key_finds_every_planted_value_in_the_archive() throws IOException {
        Landing landing = new Landing(installation.data().resolve("lake/landing"), rule());
        Set<String> found = new TreeSet<>();
        Haystack haystack = new Haystack(planted.values());
        for (String sha256 : landing.kept()) {
            assertThat(landing.keyId(sha256)).isEqualTo(rule().key().id());
            try (InputStream in = landing.original(sha256).stream(0)) {
                haystack.in("", in.readAllBytes(), found);
            }
        }
        Set<String> texts = new TreeSet<>();
        found.forEach(place -> texts.add(place.substring(place.indexOf(": ") + 2)));
        assertThat(texts).containsAll(planted.values());
    }

    private Set<String> missing(byte[] text) throws IOException {
        Set<String> found = new TreeSet<>();
        new Haystack(planted.values()).in("", text, found);
        Set<String> missing = new TreeSet<>(planted.values());
        found.forEach(place -> missing.remove(place.substring(place.indexOf(": ") + 2)));
        return missing;
    }

    private SealRule rule() {
        KeyRing ring = KeyRing.at(installation.keys(), installation.data());
        return new SealRule(ring.active(KeyPurpose.SEAL), SealAlgorithm.AES_256_GCM);
    }
}
