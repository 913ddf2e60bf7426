package org.ipwarehouse.reports.site;

import java.util.List;
import org.ipwarehouse.warehouse.api.IndicatorId;

/** What an analyst decided to show: {@code reports/dashboards/overview.yaml}, read and checked. */
record Dashboard(
        String title,
        String titleEn,
        String place,
        String subtitle,
        List<IndicatorId> lead,
        List<IndicatorId> cards,
        List<Trend> trends,
        Townships townships,
        List<Structure> structures) {

    Dashboard {
        lead = List.copyOf(lead);
        cards = List.copyOf(cards);
        trends = List.copyOf(trends);
        structures = List.copyOf(structures);
    }

    record Trend(IndicatorId indicator, int months) {}

    record Townships(IndicatorId ranking, List<IndicatorId> table, Trend matrix) {
        Townships {
            table = List.copyOf(table);
        }
    }

    record Structure(IndicatorId indicator, String dimension, int periods) {}
}
