package org.ipwarehouse.warehouse.internal.reference;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.ipwarehouse.warehouse.api.Fault;

/** What analysts set in {@code warehouse/reference/parameters.csv}, by name. */
public final class Parameters {
    private final Path file;
    private final Map<String, CsvFile.Line> lines = new TreeMap<>();

    private Parameters(Path file) {
        this.file = file;
        CsvFile.read(file).rows().forEach(line -> lines.put(line.text("name"), line));
    }

    public static Parameters load(Path home) {
        return new Parameters(home.resolve("warehouse/reference/parameters.csv"));
    }

    /** A fault at the line of a parameter. */
    public Fault wrong(String name, String mistake, String remedy) {
        return DefinitionErrors.wrong(file, line(name).number(), mistake, remedy);
    }

    /** A number that is not negative. @throws Fault where it is missing or none */
    public BigDecimal number(String name) {
        String text = line(name).text("value");
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw wrong(name, "参数 " + name + " 的值 '" + text + "' 不是数", "请写不带单位的数，例如 5。");
        }
        return new BigDecimal(text);
    }

    /** A whole number that is not negative. */
    public int whole(String name) {
        BigDecimal number = number(name);
        if (number.stripTrailingZeros().scale() > 0) {
            throw wrong(name, "参数 " + name + " 的值 " + number + " 不是整数", "请写整数，例如 10。");
        }
        return number.intValueExact();
    }

    private CsvFile.Line line(String name) {
        CsvFile.Line line = lines.get(name);
        if (line == null) {
            throw DefinitionErrors.wrong(file, 1, "没有参数 " + name, "请补上一行，例如 " + name + ",5。");
        }
        return line;
    }
}
