package org.ipwarehouse.reports.bulletin;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipwarehouse.reports.bulletin.TemplateNode.Filler;
import org.ipwarehouse.reports.bulletin.TemplateNode.Loop;
import org.ipwarehouse.warehouse.api.Fault;
import org.jspecify.annotations.Nullable;

/** What the names in a template's gaps mean, held against the writers' files and the passports. */
final class Fillers {
    private static final Map<String, Integer> NUMBERINGS = Map.of("一", 1, "（一）", 2, "(一)", 2, "1", 3);
    private static final Set<String> FRONT = Set.of("title", "issue", "date", "mark");
    private static final Set<String> OF_TASKS =
            Set.of("number", "task", "deadline", "state", "units", "reported", "evidence");
    private static final Map<String, TemplateNode.Block> BLOCKS = Map.of(
            "notes", TemplateNode.Block.NOTES,
            "definitions", TemplateNode.Block.DEFINITIONS,
            "revisions", TemplateNode.Block.REVISIONS,
            "notices", TemplateNode.Block.NOTICES);
    private static final String REMEDY =
            "文字里可写 {XZ01.value} 等（同 sentences.yaml）、{sentence:名称}、{title} {issue} {date} {mark}、{一} {（一）} {1}；"
                    + "单独一段可写 {table:名称} {chart:名称} {notes} {definitions} {revisions} {notices}；条件 {?XZ08 > 0}…{/}，循环 {#townships}…{/}。";

    private final Map<String, SentenceBook.Sentence> sentences;
    private final Map<String, BulletinSpec.TableItem> tables;
    private final Map<String, BulletinSpec.ChartItem> charts;
    private final PassportCheck check;

    Fillers(
            Map<String, SentenceBook.Sentence> sentences,
            Map<String, BulletinSpec.TableItem> tables,
            Map<String, BulletinSpec.ChartItem> charts,
            PassportCheck check) {
        this.sentences = sentences;
        this.tables = tables;
        this.charts = charts;
        this.check = check;
    }

    /** What takes the place of a whole paragraph; null where the gap is one of a text. */
    TemplateNode.@Nullable Placed placed(Outline.Para para, String gap, List<Loop> around) {
        if (BLOCKS.containsKey(gap)) {
            return new TemplateNode.Placed(para, java.util.Objects.requireNonNull(BLOCKS.get(gap)), null, null);
        }
        if ((gap.equals("table") && around.contains(Loop.TABLES))
                || (gap.equals("chart") && around.contains(Loop.CHARTS))) {
            TemplateNode.Block block = gap.equals("table") ? TemplateNode.Block.TABLE : TemplateNode.Block.CHART;
            return new TemplateNode.Placed(para, block, null, null);
        }
        if (isTable(gap)) {
            return new TemplateNode.Placed(para, TemplateNode.Block.TABLE, named(para, gap, tables, "表"), null);
        }
        if (isChart(gap)) {
            return new TemplateNode.Placed(para, TemplateNode.Block.CHART, null, named(para, gap, charts, "图"));
        }
        return null;
    }

    private static boolean isTable(String gap) {
        return gap.startsWith("table:") || gap.startsWith("表:");
    }

    private static boolean isChart(String gap) {
        return gap.startsWith("chart:") || gap.startsWith("图:");
    }

    private static <T> T named(Outline.Para para, String gap, Map<String, T> known, String what) {
        String name = gap.substring(gap.indexOf(':') + 1).strip();
        T found = known.get(name);
        if (found == null) {
            throw para.mistake(
                    "占位符 {" + gap + "}：没有名为“" + name + "”的" + what + "。",
                    "可用的：" + String.join("、", known.keySet()) + "。");
        }
        return found;
    }

    Filler inline(Outline.Para para, String gap, List<Loop> around) {
        Integer numbering = NUMBERINGS.get(gap);
        if (numbering != null) {
            return new TemplateNode.Numbering(numbering);
        }
        if (FRONT.contains(gap)) {
            return new TemplateNode.Front(gap);
        }
        if (gap.startsWith("sentence:") || gap.startsWith("句:")) {
            return new TemplateNode.Said(named(para, gap, sentences, "句子"));
        }
        if (OF_TASKS.contains(gap) || gap.equals("name")) {
            return local(para, gap, around);
        }
        if (isTable(gap) || isChart(gap) || BLOCKS.containsKey(gap) || gap.equals("table") || gap.equals("chart")) {
            throw para.mistake(
                    "占位符 {" + gap + "} 要单独占一段。", "把它移到新的一段，前后不留文字；{table} {chart} 只在 {#tables} {#charts} 里用。");
        }
        return figured(para, gap, around);
    }

    private static Filler local(Outline.Para para, String gap, List<Loop> around) {
        Loop needed = gap.equals("name") ? Loop.TOWNSHIPS : Loop.TASKS;
        if (!around.contains(needed)) {
            throw para.mistake(
                    "占位符 {" + gap + "} 只在循环里有意义。",
                    needed == Loop.TASKS ? "放进 {#tasks}…{/} 里。" : "放进 {#townships}…{/} 里。");
        }
        return new TemplateNode.Local(gap);
    }

    private Filler figured(Outline.Para para, String gap, List<Loop> around) {
        Template.Part part;
        try {
            part = Template.part(para, gap);
        } catch (Fault unknown) {
            throw para.mistake("不认识的占位符 {" + gap + "}。", REMEDY);
        }
        if (part instanceof Template.Slot slot) {
            check.slot(para, slot);
            if (around.contains(Loop.TOWNSHIPS) && slot.form().takesArgument()) {
                throw para.mistake("占位符 {" + gap + "} 不能用在各乡镇的循环里。", "在循环里用 .value .base .yoy .qoq .name。");
            }
        }
        return new TemplateNode.Figured(part);
    }
}
