package org.ipwarehouse.warehouse.internal.model;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipwarehouse.warehouse.api.TableName;

/**
 * Which tables a model reads from views of the session instead of the catalog. Only names that were bound are replaced,
 * and only whole names: the text of a model is otherwise untouched.
 */
public final class Binding {
    private static final Pattern NAME = Pattern.compile("\\b([a-z]+)\\.([a-z][a-z0-9_]*)\\b");

    private final Map<String, String> views = new HashMap<>();

    /** @return the name of the view under which the table's rows have to be registered */
    public String bind(TableName table) {
        String view = table.layer() + "__" + table.name();
        views.put(table.toString(), view);
        return view;
    }

    /** The SQL with bound tables replaced by their views. */
    String apply(String sql) {
        Matcher names = NAME.matcher(sql);
        StringBuilder bound = new StringBuilder();
        while (names.find()) {
            String view = views.get(names.group());
            names.appendReplacement(bound, Matcher.quoteReplacement(view == null ? names.group() : view));
        }
        return names.appendTail(bound).toString();
    }

    /** The name under which a model sees the table. */
    public String of(TableName table) {
        return views.getOrDefault(table.toString(), table.toString());
    }
}
