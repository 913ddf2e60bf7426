package org.ipwarehouse.etl.contract;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.EtlErrors;
import org.ipwarehouse.warehouse.api.TableName;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** One YAML file to a {@link Contract}. All that is wrong with it is noted; only a file without mistakes gives one. */
final class ContractReader {
    private static final Pattern SOURCE = Pattern.compile("S\\d{2}");
    private static final Pattern TABLE = Pattern.compile("clean\\.[a-z][a-z0-9_]*");
    private static final Set<String> FREQUENCIES = Set.of("monthly", "quarterly", "yearly", "irregular");
    /** 政务数据共享条例: 无条件, 有条件, 不予共享; 汇总 where only totals may be passed on. */
    private static final Set<String> SHARING = Set.of("无条件共享", "有条件共享", "仅汇总", "不予共享", "内部");

    private static final Set<String> STATES = Set.of("proposed", "draft", "active", "deprecated", "retired");

    private final Path file;
    private final String shown;
    private final CodeLists codeLists;
    private final Mistakes mistakes;

    ContractReader(Path file, CodeLists codeLists, Mistakes mistakes) {
        this(file, "etl/contracts/" + file.getFileName(), codeLists, mistakes);
    }

    /** @param shown the file as mistakes name it */
    ContractReader(Path file, String shown, CodeLists codeLists, Mistakes mistakes) {
        this.file = file;
        this.shown = shown;
        this.codeLists = codeLists;
        this.mistakes = mistakes;
    }

    @Nullable
    Contract read() {
        Node root = root();
        return root == null ? null : read(root);
    }

    /** The contract of a file that is read already. */
    @Nullable
    Contract read(Node root) {
        int before = mistakes.count();
        Contract contract = contract(new YamlMap(shown, root, Odcs.CONTRACT, mistakes));
        return mistakes.count() == before ? contract : null;
    }

    /** The file's YAML with its lines; null, and a mistake noted, where it is none. */
    @Nullable
    Node root() {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true); // noted by YamlMap with all other mistakes
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Node root = new Yaml(options).compose(text);
            if (root == null) {
                mistakes.add(shown, 1, "文件是空的");
            }
            return root;
        } catch (MarkedYAMLException notYaml) {
            int line = notYaml.getProblemMark() == null
                    ? 1
                    : notYaml.getProblemMark().getLine() + 1;
            mistakes.add(shown, line, "不是合法的 YAML：" + notYaml.getProblem());
            return null;
        } catch (IOException e) {
            throw EtlErrors.folderUnreadable(file, e);
        }
    }

    private @Nullable Contract contract(YamlMap root) {
        fundamentals(root);
        YamlMap custom = root.custom(Odcs.OUR_CONTRACT);
        String source = oneOf(custom, "source", SOURCE, "来源编号应为 S01 至 S99");
        List<YamlMap> schemas = root.maps("schema", Odcs.SCHEMA);
        if (schemas.size() != 1) {
            root.mistake("schema", "schema 应恰有一项");
            return null;
        }
        YamlMap schema = schemas.get(0);
        String table = oneOf(schema, "physicalName", TABLE, "physicalName 应为 clean.表名");
        List<Field> fields = fields(schema);
        checkFileName(root, source, table);
        YamlMap sla = sla(root);
        ContractRules rules = new ContractRules(fields, custom);
        rules.references(schema);
        List<String> key = key(custom, schema, fields);
        UpdateReader updates = new UpdateReader(fields, key, codeLists, custom);
        if (custom.has("sharingClass")) {
            custom.oneOf("sharingClass", SHARING);
        }
        return new Contract(
                source,
                root.required("name"),
                root.required("version"),
                table.isEmpty() ? new TableName("clean", "unclear") : TableName.parse(table),
                fields,
                key,
                updates.semantics(),
                sla.oneOf("frequency", FREQUENCIES),
                dueDay(sla),
                owners(root),
                rules.periodField(),
                rules.orders(),
                rules.conditions(),
                updates.cumulative(),
                updates.reversal());
    }

    private static void fundamentals(YamlMap root) {
        root.required("id");
        if (!root.required("apiVersion").equals(Odcs.VERSION)) {
            root.mistake("apiVersion", "apiVersion 应为 " + Odcs.VERSION);
        }
        if (!root.required("kind").equals(Odcs.KIND)) {
            root.mistake("kind", "kind 应为 " + Odcs.KIND);
        }
        if (!STATES.contains(root.required("status"))) {
            root.mistake("status", "status 应为 proposed、draft、active、deprecated 或 retired");
        }
        YamlMap description = root.map("description", Odcs.DESCRIPTION);
        if (description == null) {
            root.mistake("description", "缺少 description");
        } else {
            description.required("purpose");
            description.custom(Set.of("basis", "confidence"));
        }
        root.maps("roles", Odcs.ROLE).forEach(role -> role.required("role"));
    }

    private static String oneOf(YamlMap map, String key, Pattern form, String message) {
        String text = map.required(key);
        if (text.isEmpty() || form.matcher(text).matches()) {
            return text;
        }
        map.mistake(key, message + "，不是 " + text);
        return "";
    }

    private void checkFileName(YamlMap root, String source, String table) {
        String expected = source + "-" + table.replace("clean.", "") + ".yaml";
        if (!source.isEmpty()
                && !table.isEmpty()
                && !String.valueOf(file.getFileName()).equals(expected)) {
            root.mistake("schema", "文件名应为 " + expected);
        }
    }

    private List<Field> fields(YamlMap schema) {
        PropertyReader reader = new PropertyReader(codeLists);
        List<Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Map<String, String> headers = new java.util.HashMap<>();
        for (YamlMap property : schema.maps("properties", Odcs.PROPERTY)) {
            Field field = reader.read(property);
            if (!names.add(field.name())) {
                property.mistake("name", "字段 " + field.name() + " 写了两次");
            }
            headers(property, field, headers);
            fields.add(field);
        }
        if (fields.isEmpty()) {
            schema.mistake("properties", "没有字段");
        }
        return fields;
    }

    /** A header that leads to two fields would put values into the wrong column. */
    private static void headers(YamlMap property, Field field, Map<String, String> headers) {
        List<String> all = new ArrayList<>(field.aliases());
        all.add(field.labelZh());
        for (String header : all) {
            String other = headers.putIfAbsent(CodeList.spelling(header), field.name());
            if (other != null && !other.equals(field.name())) {
                property.mistake("name", "列名“" + header + "”同时属于 " + other + " 和 " + field.name());
            }
        }
    }

    private List<String> key(YamlMap custom, YamlMap schema, List<Field> fields) {
        List<String> key = custom.texts("naturalKey");
        if (key.isEmpty()) {
            custom.required("naturalKey");
        }
        Set<String> names = new HashSet<>();
        fields.forEach(f -> names.add(f.name()));
        for (int part = 0; part < key.size(); part++) {
            for (String name : key.get(part).split("\\|")) {
                if (!names.contains(name)) {
                    custom.mistake("naturalKey", "自然键中的 " + name + " 不是字段");
                }
            }
        }
        checkPositions(schema, key);
        return key;
    }

    /** The standard's primaryKeyPosition must say the same as our naturalKey. */
    private static void checkPositions(YamlMap schema, List<String> key) {
        for (YamlMap property : schema.maps("properties", Set.of())) {
            int position = position(key, property.text("name"));
            boolean primary = property.text("primaryKey").equals("true");
            if (primary != position > 0 || primary && property.number("primaryKeyPosition", -1) != position) {
                property.mistake("name", "primaryKey、primaryKeyPosition 与 naturalKey 不一致");
            }
        }
    }

    private static int position(List<String> key, String name) {
        for (int part = 0; part < key.size(); part++) {
            if (List.of(key.get(part).split("\\|")).contains(name)) {
                return part + 1;
            }
        }
        return -1;
    }

    private static YamlMap sla(YamlMap root) {
        return root.pairs("slaProperties", Odcs.SLA, Set.of("frequency", "dueDay"));
    }

    private static int dueDay(YamlMap sla) {
        sla.required("dueDay");
        int day = sla.number("dueDay", 1);
        if (day < 1 || day > 28) {
            sla.mistake("dueDay", "dueDay 应为 1 至 28");
        }
        return day;
    }

    private List<String> owners(YamlMap root) {
        YamlMap team = root.map("team", Odcs.TEAM);
        List<String> owners = new ArrayList<>();
        if (team == null) {
            root.mistake("team", "缺少 team");
            return owners;
        }
        for (YamlMap member : team.maps("members", Odcs.MEMBER)) {
            String unit = member.required("username");
            boolean known = codeLists
                    .list("units")
                    .map(units -> units.byCode().containsKey(unit))
                    .orElse(false);
            if (!known) {
                member.mistake("username", "单位 " + unit + " 不在 etl/codelists/units.csv");
            }
            if (member.text("role").equals("owner")) {
                owners.add(unit);
            }
        }
        if (owners.isEmpty()) {
            team.mistake("members", "没有报送单位（role: owner）");
        }
        return owners;
    }
}
