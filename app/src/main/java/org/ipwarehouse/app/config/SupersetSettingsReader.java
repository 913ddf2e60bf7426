package org.ipwarehouse.app.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.app.AppErrors;
import org.ipwarehouse.reports.serving.ServingPlace;
import org.ipwarehouse.reports.serving.ServingPlace.Reader;
import org.ipwarehouse.reports.superset.client.SupersetAccount;
import org.ipwarehouse.warehouse.api.Audience;

/** Reads where dashboards are published. Passwords come from the environment or from files, never from the settings. */
public final class SupersetSettingsReader {
    private static final String NOT_SET = "ipw.yaml 没有设置 ";

    private final Path file;
    private final Path data;
    private final Map<String, String> environment;

    /** @param data from where relative paths of password files count */
    public SupersetSettingsReader(Path file, Path data, Map<String, String> environment) {
        this.file = file;
        this.data = data;
        this.environment = Map.copyOf(environment);
    }

    public SupersetSettings read() {
        StrictYaml yaml = StrictYaml.read(file, SettingsReader.KEYS);
        StrictYaml serving = yaml.section(
                "serving", List.of("url", "user", "password_file", "internal_reader", "public_reader", "address"));
        StrictYaml superset =
                yaml.section("superset", List.of("url", "user", "password_file", "provider", "login", "editions"));
        return new SupersetSettings(place(serving), address(serving), account(superset), editions(superset));
    }

    private ServingPlace place(StrictYaml serving) {
        String url = set("serving.url", over("IPW_SERVING_URL", serving.text("url", "")));
        try {
            return new ServingPlace(
                    url,
                    over("IPW_SERVING_USER", serving.text("user", "ipw")),
                    secret("IPW_SERVING_PASSWORD", serving.text("password_file", "")),
                    reader(serving.section("internal_reader", List.of("role", "password_file")), "internal"),
                    reader(serving.section("public_reader", List.of("role", "password_file")), "public"));
        } catch (IllegalArgumentException refused) {
            throw AppErrors.usage(file + " 的 serving：" + refused.getMessage());
        }
    }

    private Reader reader(StrictYaml section, String edition) {
        String variable = "IPW_SERVING_" + edition.toUpperCase(Locale.ROOT) + "_PASSWORD";
        return new Reader(
                section.text("role", "ipw_" + edition + "_reader"),
                secret(variable, section.text("password_file", "")));
    }

    private String address(StrictYaml serving) {
        String url = over("IPW_SERVING_URL", serving.text("url", ""));
        String own = url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
        return serving.text("address", "").isEmpty() ? own : serving.text("address", "");
    }

    private SupersetAccount account(StrictYaml superset) {
        String url = set("superset.url", over("IPW_SUPERSET_URL", superset.text("url", "")));
        try {
            return new SupersetAccount(
                    url,
                    over("IPW_SUPERSET_USER", superset.text("user", "admin")),
                    secret("IPW_SUPERSET_PASSWORD", superset.text("password_file", "")),
                    superset.text("provider", "db"),
                    superset.value("login", "session", SupersetSettingsReader::entry));
        } catch (IllegalArgumentException refused) {
            throw AppErrors.usage(file + " 的 superset：" + refused.getMessage());
        }
    }

    private static SupersetAccount.Entry entry(String text) {
        return switch (text) {
            case "session" -> SupersetAccount.Entry.SESSION;
            case "token" -> SupersetAccount.Entry.TOKEN;
            default -> throw new IllegalArgumentException("'" + text + "' 不是 session、token 之一");
        };
    }

    private static List<Audience> editions(StrictYaml superset) {
        List<Audience> editions = superset.texts("editions", SupersetSettingsReader::edition).stream()
                .map(e -> Audience.valueOf(e.toUpperCase(Locale.ROOT)))
                .toList();
        return editions.isEmpty() ? List.of(Audience.INTERNAL) : editions;
    }

    private static String edition(String text) {
        if (!text.equals("internal") && !text.equals("public")) {
            throw new IllegalArgumentException("'" + text + "' 不是 internal、public 之一");
        }
        return text;
    }

    private static String set(String name, String value) {
        if (value.isEmpty()) {
            throw AppErrors.usage(NOT_SET + name + "；写法见 docs/superset.md。");
        }
        return value;
    }

    private String secret(String variable, String path) {
        String value = over(variable, "");
        if (!value.isEmpty()) {
            return value;
        }
        if (path.isEmpty()) {
            throw AppErrors.usage("缺少口令：请设环境变量 " + variable + "，或在 ipw.yaml 写 password_file。");
        }
        Path secret = data.resolve(path);
        try {
            return Files.readString(secret, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw AppErrors.unreadable(secret, unreadable);
        }
    }

    private String over(String variable, String otherwise) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }
}
