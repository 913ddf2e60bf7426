package org.ipwarehouse.reports.bulletin;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ipwarehouse.warehouse.api.IndicatorId;

/** All indicators that a template speaks of, in the order of first mention, whether its conditions hold or not. */
final class Mentions {
    private final Set<IndicatorId> indicators = new LinkedHashSet<>();

    private final BulletinSpec spec;

    private Mentions(BulletinSpec spec) {
        this.spec = spec;
    }

    static Set<IndicatorId> of(List<TemplateNode> nodes, BulletinSpec spec) {
        Mentions mentions = new Mentions(spec);
        nodes.forEach(mentions::node);
        return mentions.indicators;
    }

    private void node(TemplateNode node) {
        if (node instanceof TemplateNode.Paragraph paragraph) {
            paragraph.content().forEach(this::inline);
        } else if (node instanceof TemplateNode.Placed placed) {
            if (placed.table() != null) {
                indicators.addAll(placed.table().indicators());
            }
            if (placed.chart() != null) {
                indicators.addAll(placed.chart().indicators());
            }
        } else if (node instanceof TemplateNode.Section section) {
            section.condition().indicators().forEach(indicators::add);
            section.content().forEach(this::node);
        } else if (node instanceof TemplateNode.Repeated repeated) {
            if (repeated.loop() == TemplateNode.Loop.TABLES) {
                spec.tables().forEach(table -> indicators.addAll(table.indicators()));
            } else if (repeated.loop() == TemplateNode.Loop.CHARTS) {
                spec.charts().forEach(chart -> indicators.addAll(chart.indicators()));
            }
            repeated.content().forEach(this::node);
        } else {
            ((TemplateNode.Table) node).rows().forEach(row -> row.cells().forEach(cell -> cell.forEach(this::inline)));
        }
    }

    private void inline(TemplateNode.Inline inline) {
        if (inline instanceof TemplateNode.When when) {
            when.condition().indicators().forEach(indicators::add);
            when.content().forEach(this::inline);
        } else if (inline instanceof TemplateNode.Each each) {
            each.content().forEach(this::inline);
        } else if (inline instanceof TemplateNode.Gap gap) {
            if (gap.filler() instanceof TemplateNode.Said said) {
                said.sentence().text().slots().forEach(slot -> indicators.add(slot.indicator()));
            } else if (gap.filler() instanceof TemplateNode.Figured figured
                    && figured.part() instanceof Template.Slot slot) {
                indicators.add(slot.indicator());
            }
        }
    }
}
