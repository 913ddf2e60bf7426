package org.ipwarehouse.etl.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.etl.contract.CodeEntry;
import org.ipwarehouse.etl.contract.CodeLists;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Contracts;
import org.ipwarehouse.etl.read.FirstRows;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.etl.standardise.PersonalData;

/**
 * The draft of a contract from an example export, with the code lists that it brings. It is written where the caller says
 * and takes effect only when a person has put it among the contracts.
 *
 * @param source for example S30
 * @param table name of the clean table, without {@code clean.}
 * @param yaml the contract
 * @param codeLists text of each code list by its name
 * @param remarks what was seen of the example, in Chinese; no value of it
 */
public record ContractDraft(
        String source, String table, String yaml, Map<String, String> codeLists, List<String> remarks) {
    private static final int ROWS = 1_000;
    private static final int ABOVE = 40;
    private static final int FIRST_NUMBER = 30;
    private static final String ANY_UNIT = "U19";

    public ContractDraft {
        codeLists = Map.copyOf(codeLists);
        remarks = List.copyOf(remarks);
    }

    /**
     * What to draft.
     *
     * @param home the installation: its contracts and code lists are the dictionary
     * @param example a file of any form that can be read; its first thousand rows are looked at
     * @param source number of the new source, "" for the next that is free
     * @param table name of the clean table, "" to be made from the title
     * @param day on which code lists must hold
     */
    public record Order(Path home, Path example, String source, String table, LocalDate day) {}

    /** @throws org.ipwarehouse.warehouse.api.Fault where the example is missing, not read, or has no table */
    public static ContractDraft of(Order order) {
        if (!Files.isRegularFile(order.example())) {
            throw EtlErrors.fileMissing(order.example());
        }
        Contracts known = Contracts.load(order.home());
        FieldNames names = new FieldNames(known.all());
        ExampleTable table = new TableFinder(names)
                .find(FirstRows.of(order.example(), ROWS + ABOVE))
                .map(ContractDraft::distinct)
                .orElseThrow(() -> EtlErrors.noTable(order.example(), "前 30 行里没有像表头的一行", "请给一份带表头和几行数据的导出文件。"));
        return drafted(order, known, names, table);
    }

    private static ContractDraft drafted(Order order, Contracts known, FieldNames names, ExampleTable table) {
        ColumnLook look = new ColumnLook(known.codeLists(), names, order.day(), table);
        List<String> columns = names.of(
                table.columns().stream().map(ExampleTable.Column::label).toList());
        String source = order.source().isEmpty() ? next(known.all()) : order.source();
        String nameZh = DraftTitle.of(table, source);
        String tableName = order.table().isEmpty() ? DraftTitle.tableName(nameZh, source) : order.table();
        Map<String, String> lists = new LinkedHashMap<>();
        List<Guess> guesses = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            Guess guess = look.look(table.columns().get(c), columns.get(c));
            guesses.add(guess.codes().isEmpty() ? guess : withList(guess, tableName, lists));
        }
        CodeEntry owner = owner(table, known.codeLists());
        DraftText.Frame frame = new DraftText.Frame(source, tableName, nameZh, owner.code(), owner.label());
        String yaml = DraftText.of(frame, guesses, KeyGuess.of(table, guesses));
        return new ContractDraft(source, tableName, yaml, lists, remarks(table, guesses));
    }

    /** A header that stands twice cannot be told apart: the first counts. */
    private static ExampleTable distinct(ExampleTable table) {
        Map<String, ExampleTable.Column> byLabel = new LinkedHashMap<>();
        table.columns()
                .forEach(column ->
                        byLabel.putIfAbsent(CleanText.dense(column.label()).toLowerCase(Locale.ROOT), column));
        return new ExampleTable(table.sheet(), table.titles(), table.headerRow(), List.copyOf(byLabel.values()));
    }

    private static Guess withList(Guess guess, String table, Map<String, String> lists) {
        String name = table + "_" + guess.name();
        StringBuilder csv = new StringBuilder("code,label,aliases,valid_from,valid_to,confidence,note\n");
        Map<String, String> bySpelling = new LinkedHashMap<>();
        guess.codes()
                .forEach(code ->
                        bySpelling.putIfAbsent(CleanText.dense(code).toLowerCase(Locale.ROOT), CleanText.folded(code)));
        for (String code : bySpelling.values()) {
            String cell = '"' + code.replace("\"", "\"\"") + '"';
            csv.append(cell).append(',').append(cell).append(",,,,guess,取自示例，须由报送单位补全\n");
        }
        lists.put(name, csv.toString());
        return guess.withCodeList(name);
    }

    private static String next(List<Contract> contracts) {
        int last = contracts.stream()
                .mapToInt(contract -> Integer.parseInt(contract.source().substring(1)))
                .max()
                .orElse(0);
        return "S" + Math.max(FIRST_NUMBER, last + 1);
    }

    /** A unit that a title names, else all of them: a person puts the right one. */
    private static CodeEntry owner(ExampleTable table, CodeLists lists) {
        List<CodeEntry> units = lists.require("units").entries();
        for (String title : table.titles()) {
            String text = CleanText.dense(title);
            for (CodeEntry unit : units) {
                if (text.contains(CleanText.dense(unit.label()))) {
                    return unit;
                }
            }
        }
        return units.stream()
                .filter(unit -> unit.code().equals(ANY_UNIT))
                .findFirst()
                .orElseGet(() -> units.get(0));
    }

    private static List<String> remarks(ExampleTable table, List<Guess> guesses) {
        long personal =
                guesses.stream().filter(guess -> guess.privacy().isPersonal()).count();
        String sheet = table.sheet().isEmpty() ? "" : "工作表“" + PersonalData.mask(table.sheet()) + "”，";
        return List.of(
                sheet + "表头到第 " + table.headerRow() + " 行，看了 " + table.rows() + " 行、" + guesses.size() + " 列。",
                "推测为个人信息或敏感的 " + personal + " 列，它们的取值没有写进草稿。");
    }

    public String fileName() {
        return source + "-" + table + ".yaml";
    }

    /**
     * Writes the contract and its code lists into a folder.
     *
     * @return the contract first
     * @throws org.ipwarehouse.warehouse.api.Fault where one of the files is there already, or cannot be written
     */
    public List<Path> writeTo(Path folder) {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(folder.resolve(fileName()), yaml);
        codeLists.forEach((name, csv) -> files.put(folder.resolve(name + ".csv"), csv));
        files.keySet().stream().filter(Files::exists).findFirst().ifPresent(there -> {
            throw EtlErrors.draftExists(there);
        });
        try {
            Files.createDirectories(folder);
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.writeString(file.getKey(), file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw EtlErrors.draftUnwritable(folder, e);
        }
        return List.copyOf(files.keySet());
    }
}
