package org.ipwarehouse.app.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.app.config.Settings.Appointment;
import org.ipwarehouse.app.config.Settings.Flow;
import org.ipwarehouse.app.config.Settings.Inbox;
import org.ipwarehouse.app.config.Settings.JobStore;
import org.ipwarehouse.app.config.Settings.Privacy;
import org.ipwarehouse.etl.secret.SealAlgorithm;
import org.ipwarehouse.etl.secret.TokenAlgorithm;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Reads {@code ipw.yaml} and lays the {@code IPW_*} variables and the options of the command line over it.
 *
 * <p>Every mistake is the operator's (exit code 2) and names file and line, or the variable.
 */
public final class SettingsReader {
    static final List<String> KEYS = List.of(
            "district",
            "first_month",
            "through",
            "data",
            "lake",
            "privacy",
            "jobs",
            "inboxes",
            "schedule",
            "serving",
            "superset");
    private static final Pattern SOURCE = Pattern.compile("S\\d{2}");

    private final Path home;
    private final Path workingFolder;
    private final Map<String, String> environment;

    public SettingsReader(Path home, Path workingFolder, Map<String, String> environment) {
        this.home = home;
        this.workingFolder = workingFolder;
        this.environment = Map.copyOf(environment);
    }

    /** What the command line says; null where it is silent. */
    public record Overrides(
            @Nullable Path config,
            @Nullable Path data,
            @Nullable Path lake) {
        public static Overrides none() {
            return new Overrides(null, null, null);
        }
    }

    public Settings read(Overrides overrides) {
        Path file = overrides.config() != null ? workingFolder.resolve(overrides.config()) : home.resolve("ipw.yaml");
        if (!Files.isRegularFile(file)) {
            throw AppErrors.noSuchFile(file, "设置文件");
        }
        StrictYaml yaml = StrictYaml.read(file, KEYS);
        Path data = data(yaml, overrides);
        Path lake = overrides.lake() != null
                ? absolute(overrides.lake())
                : data.resolve(over("IPW_LAKE", yaml.text("lake", "lake"))).normalize();
        return assemble(yaml, data, lake);
    }

    /** A lake that is named without a data folder keeps its jobs, logs and originals in a hidden folder of its own. */
    private Path data(StrictYaml yaml, Overrides overrides) {
        if (overrides.data() != null) {
            return absolute(overrides.data());
        }
        return overrides.lake() != null
                ? absolute(overrides.lake()).resolve(".ipw")
                : absolute(Path.of(over("IPW_DATA", yaml.text("data", "ipw-data"))));
    }

    private Path absolute(Path path) {
        return workingFolder.resolve(path).toAbsolutePath().normalize();
    }

    private Settings assemble(StrictYaml yaml, Path data, Path lake) {
        List<Inbox> inboxes = inboxes(yaml, data);
        try {
            return new Settings(
                    home,
                    data,
                    lake,
                    chosen("IPW_DISTRICT", yaml, "district", "640502", RegionCode::new),
                    chosen("IPW_FIRST_MONTH", yaml, "first_month", "2023-10", YearMonth::parse),
                    chosen("IPW_THROUGH", yaml, "through", "auto", SettingsReader::monthOrAuto)
                            .orElse(null),
                    jobs(yaml, data),
                    privacy(yaml, data, lake),
                    inboxes,
                    timetable(yaml, inboxes));
        } catch (IllegalArgumentException contradiction) {
            throw AppErrors.usage(String.valueOf(contradiction.getMessage()));
        }
    }

    private JobStore jobs(StrictYaml yaml, Path data) {
        StrictYaml jobs = yaml.section("jobs", List.of("url", "user", "password_file"));
        String url = over("IPW_JOBS_URL", jobs.value("url", "", SettingsReader::postgresOrEmpty));
        String secret = over("IPW_JOBS_PASSWORD_FILE", jobs.text("password_file", ""));
        return new JobStore(
                postgresOrEmpty(url),
                over("IPW_JOBS_USER", jobs.text("user", "")),
                secret.isEmpty() ? null : data.resolve(secret));
    }

    private Privacy privacy(StrictYaml yaml, Path data, Path lake) {
        StrictYaml privacy = yaml.section("privacy", List.of("keys", "restricted", "tokens", "sealing"));
        String restricted = over("IPW_RESTRICTED", privacy.text("restricted", ""));
        return new Privacy(
                apart(data, over("IPW_KEYS", privacy.text("keys", "~/.config/ipw/keys"))),
                restricted.isEmpty() ? LakeSettings.restrictedWithin(lake) : apart(data, restricted),
                privacy.value("tokens", "hmac-sm3", TokenAlgorithm::of),
                privacy.value("sealing", "aes-256-gcm", SealAlgorithm::of));
    }

    /** A path that begins with ~/ lies in the home of whoever runs the command. */
    private static Path apart(Path data, String path) {
        return path.startsWith("~/")
                ? Path.of(System.getProperty("user.home")).resolve(path.substring(2))
                : data.resolve(path).normalize();
    }

    private static List<Inbox> inboxes(StrictYaml yaml, Path data) {
        return yaml.sections("inboxes", List.of("source", "folder")).stream()
                .map(i ->
                        new Inbox(i.value("source", "", SettingsReader::sourceId), data.resolve(i.required("folder"))))
                .toList();
    }

    private static List<Appointment> timetable(StrictYaml yaml, List<Inbox> inboxes) {
        Set<String> names = new HashSet<>();
        List<String> sources = inboxes.stream().map(Inbox::source).toList();
        return yaml.sections("schedule", List.of("name", "flow", "cron", "inboxes")).stream()
                .map(s -> new Appointment(
                        s.value("name", "", name -> unique(name, names)),
                        s.value("flow", "", SettingsReader::flow),
                        s.value("cron", "", SettingsReader::cron),
                        s.texts("inboxes", source -> known(source, sources))))
                .toList();
    }

    private static String known(String source, List<String> sources) {
        if (!sources.contains(source)) {
            throw new IllegalArgumentException("没有收件箱 " + source + "，现有：" + sources);
        }
        return source;
    }

    private static String unique(String name, Set<String> names) {
        if (name.isEmpty() || !names.add(name)) {
            throw new IllegalArgumentException(name.isEmpty() ? "日程须有名称" : "名称重复：" + name);
        }
        return name;
    }

    private static Flow flow(String text) {
        for (Flow flow : Flow.values()) {
            if (flow.name().toLowerCase(Locale.ROOT).equals(text)) {
                return flow;
            }
        }
        throw new IllegalArgumentException("'" + text + "' 不是 receive、build、publish、run 之一");
    }

    private static String cron(String text) {
        CronExpression.parse(text);
        return text;
    }

    private static String sourceId(String text) {
        if (!SOURCE.matcher(text).matches()) {
            throw new IllegalArgumentException("来源编号形如 S02，收到 '" + text + "'");
        }
        return text;
    }

    private static String postgresOrEmpty(String url) {
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("作业记录库须为 jdbc:postgresql:… 或留空（H2 文件），收到 '" + url + "'");
        }
        return url;
    }

    private static java.util.Optional<YearMonth> monthOrAuto(String text) {
        return text.equals("auto") ? java.util.Optional.empty() : java.util.Optional.of(YearMonth.parse(text));
    }

    private String over(String variable, String otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    private <T> T chosen(
            String variable,
            StrictYaml yaml,
            String key,
            String otherwise,
            java.util.function.Function<String, T> reader) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return yaml.value(key, otherwise, reader);
        }
        try {
            return reader.apply(value.strip());
        } catch (IllegalArgumentException | java.time.DateTimeException refused) {
            throw AppErrors.usage("环境变量 " + variable + "：" + refused.getMessage());
        }
    }
}
