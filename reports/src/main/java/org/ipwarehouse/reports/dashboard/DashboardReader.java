package org.ipwarehouse.reports.dashboard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ipwarehouse.reports.SpecNode;
import org.ipwarehouse.reports.dashboard.Dashboard.Filter;
import org.ipwarehouse.reports.dashboard.Dashboard.Section;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Passport;

/** Reads one page strictly: what is unknown, missing or too long is a fault with file and line. */
final class DashboardReader {
    private static final Set<String> KEYS =
            Set.of("order", "title", "question", "audience", "filters", "rows", "mail", "sections");
    /** Each costs a query of its own over the facts. */
    private static final int MOST_TRACED = 16;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
    private static final String YAML = ".yaml";

    private final PanelReader panels;

    DashboardReader(List<Passport> passports) {
        this.panels = new PanelReader(passports);
    }

    Dashboard read(Path file) {
        SpecNode root = SpecNode.read(file);
        root.entries(KEYS);
        Set<Audience> audiences = audiences(root);
        List<Section> sections = new ArrayList<>();
        Map<Panel, String> places = new HashMap<>();
        for (SpecNode section : root.child("sections").items()) {
            sections.add(section(section, audiences, places));
        }
        if (sections.isEmpty()) {
            throw root.child("sections").mistake("页面没有内容。", "至少写一节。");
        }
        return new Dashboard(
                id(root),
                PanelReader.between(root.child("order"), 1, 99),
                Words.of(root.child("title"), 10, 32),
                Words.of(root.child("question"), 40, 110),
                audiences,
                filters(root),
                root.find("rows").map(list -> panels.indicators(list, MOST_TRACED)).orElse(List.of()).stream()
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                root.find("mail")
                        .map(node -> mailing(node, id(root), audiences))
                        .orElse(null),
                sections,
                places,
                file);
    }

    private static String id(SpecNode root) {
        String name = String.valueOf(root.file().getFileName());
        String id = name.substring(0, name.length() - YAML.length());
        if (!NAME.matcher(id).matches() || id.equals("index")) {
            throw root.mistake("文件名“" + name + "”不能作网址。", "用小写字母、数字和连字符，以字母开头，例如 enforcement.yaml；不能叫 index。");
        }
        return id;
    }

    private static Mailing mailing(SpecNode node, String dashboard, Set<Audience> audiences) {
        node.entries(Set.of("edition", "at", "to", "format"));
        Audience edition = PanelReader.choice(node.child("edition"), Audience.values());
        if (!audiences.contains(edition)) {
            throw node.child("edition").mistake("这一页没有这个版本。", "写页面 audience 里有的版本。");
        }
        SpecNode at = node.child("at");
        if (!at.text().matches("([0-9*/,-]+ ){4}[0-9*/,-]+")) {
            throw at.mistake("“" + at.text() + "”不是定时。", "写五段 cron，例如 0 8 5 1,4,7,10 *（每季首月5日8点，北京时间）。");
        }
        for (SpecNode to : node.child("to").items()) {
            if (!to.text().matches("[^@\\s,;]+@[^@\\s,;]+")) {
                throw to.mistake("“" + to.text() + "”不是邮箱。", "写成 name@example.gov.cn。");
            }
        }
        List<String> to = node.child("to").texts();
        if (to.isEmpty()) {
            throw node.child("to").mistake("没有收件人。", "至少写一个邮箱，或删去 mail。");
        }
        return new Mailing(
                dashboard, edition, at.text(), to, PanelReader.choice(node.child("format"), Mailing.Format.values()));
    }

    private Section section(SpecNode node, Set<Audience> page, Map<Panel, String> places) {
        node.entries(Set.of("title", "audience", "panels"));
        Set<Audience> own = node.find("audience").isPresent() ? audiences(node) : page;
        if (!page.containsAll(own)) {
            throw node.child("audience").mistake("一节的读者不能多于整页的读者。", "改整页的 audience，或删去这一行。");
        }
        List<Panel> read = new ArrayList<>();
        for (SpecNode item : node.child("panels").items()) {
            Panel panel = panels.read(item);
            places.putIfAbsent(panel, item.where());
            read.add(panel);
        }
        if (read.isEmpty()) {
            throw node.child("panels").mistake("一节里没有内容。", "至少写一项。");
        }
        return new Section(Words.of(node.child("title"), 16, 40), own, read);
    }

    /** Both where nothing is said. */
    private static Set<Audience> audiences(SpecNode node) {
        Optional<SpecNode> said = node.find("audience");
        if (said.isEmpty()) {
            return EnumSet.allOf(Audience.class);
        }
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        for (SpecNode item : said.get().items()) {
            audiences.add(PanelReader.choice(item, Audience.values()));
        }
        if (audiences.isEmpty()) {
            throw said.get().mistake("没有读者。", "写 [internal]，或 [internal, public]，或删去这一行。");
        }
        return audiences;
    }

    private static Set<Filter> filters(SpecNode root) {
        Set<Filter> filters = EnumSet.noneOf(Filter.class);
        root.find("filters").ifPresent(list -> list.items()
                .forEach(item -> filters.add(PanelReader.choice(item, Filter.values()))));
        return filters;
    }

    /** How a constant is written in the files. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
