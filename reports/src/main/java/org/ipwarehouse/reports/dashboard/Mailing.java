package org.ipwarehouse.reports.dashboard;

import java.util.List;
import org.ipwarehouse.warehouse.api.Audience;

/**
 * A page that a Superset sends by mail, as the dashboard's file says.
 *
 * @param dashboard the page's name
 * @param edition whose figures are sent
 * @param crontab five fields, Beijing time
 * @param to addresses
 */
public record Mailing(String dashboard, Audience edition, String crontab, List<String> to, Format format) {
    /** How it comes. */
    public enum Format {
        PDF,
        PNG
    }

    public Mailing {
        to = List.copyOf(to);
    }
}
