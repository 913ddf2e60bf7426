package org.ipwarehouse.reports.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ipwarehouse.reports.bulletin.TemplateNode.Inline;
import org.ipwarehouse.reports.bulletin.TemplateNode.Loop;
import org.ipwarehouse.reports.bulletin.TemplateTokens.Token;
import org.ipwarehouse.warehouse.api.Fault;
import org.jspecify.annotations.Nullable;

/** Understands a template: strictly, so that a slip of the pen stops the bulletin and names its paragraph. */
final class TemplateParser {
    private static final Map<String, Loop> LOOPS = Map.of(
            "townships", Loop.TOWNSHIPS,
            "乡镇", Loop.TOWNSHIPS,
            "tasks", Loop.TASKS,
            "任务", Loop.TASKS,
            "tables", Loop.TABLES,
            "表", Loop.TABLES,
            "charts", Loop.CHARTS,
            "图", Loop.CHARTS);

    private final Outline outline;
    private final Fillers fillers;
    private final PassportCheck check;
    private int at;

    TemplateParser(Outline outline, Fillers fillers, PassportCheck check) {
        this.outline = outline;
        this.fillers = fillers;
        this.check = check;
    }

    List<TemplateNode> parse() {
        List<TemplateNode> nodes = new ArrayList<>();
        while (at < outline.elements().size()) {
            nodes.add(node(List.of()));
        }
        return nodes;
    }

    /** @param around the loops that it stands in */
    private TemplateNode node(List<Loop> around) {
        Outline.Element element = outline.elements().get(at);
        at++;
        if (element instanceof Outline.Grid grid) {
            return table(grid, around);
        }
        Outline.Para para = (Outline.Para) element;
        Token only = only(para);
        return switch (only == null ? ' ' : only.kind()) {
            case '?' ->
                new TemplateNode.Section(
                        Condition.parse(
                                para, java.util.Objects.requireNonNull(only).rest(), check),
                        until(para, around));
            case '#' -> {
                Loop loop = loop(para, java.util.Objects.requireNonNull(only).rest());
                yield new TemplateNode.Repeated(loop, until(para, with(around, loop)));
            }
            case '/' -> throw para.mistake("多了一个 {/}。", "删去它，或在前面补上 {?条件} 或 {#循环}。");
            case '=' -> placedOrParagraph(para, java.util.Objects.requireNonNull(only), around);
            default -> paragraph(para, around);
        };
    }

    /** The one gap that a paragraph consists of; null where it has more or other text. */
    private static @Nullable Token only(Outline.Para para) {
        List<Token> tokens = TemplateTokens.of(para).stream()
                .filter(token -> token.braced() || !token.text().isBlank())
                .toList();
        return tokens.size() == 1 && tokens.get(0).braced() ? tokens.get(0) : null;
    }

    /** All elements up to the paragraph {@code {/}}. */
    private List<TemplateNode> until(Outline.Para opening, List<Loop> around) {
        List<TemplateNode> content = new ArrayList<>();
        while (at < outline.elements().size()) {
            if (outline.elements().get(at) instanceof Outline.Para para) {
                Token only = only(para);
                if (only != null && only.kind() == '/') {
                    at++;
                    return content;
                }
            }
            content.add(node(around));
        }
        throw opening.mistake("条件或循环没有结束。", "在要结束的地方单独写一段 {/}。");
    }

    private static List<Loop> with(List<Loop> around, Loop loop) {
        List<Loop> loops = new ArrayList<>(around);
        loops.add(loop);
        return loops;
    }

    private static Loop loop(Outline.Para para, String name) {
        Loop loop = LOOPS.get(name.toLowerCase(Locale.ROOT));
        if (loop == null) {
            throw para.mistake(
                    "没有循环“" + name + "”。", "可写 {#townships}（各乡镇）、{#tasks}（各任务）、{#tables}（各表）、{#charts}（各图）。");
        }
        return loop;
    }

    private TemplateNode placedOrParagraph(Outline.Para para, Token only, List<Loop> around) {
        TemplateNode.Placed placed = fillers.placed(para, only.text(), around);
        return placed != null ? placed : paragraph(para, around);
    }

    private TemplateNode paragraph(Outline.Para para, List<Loop> around) {
        List<Inline> content = inlines(para, around);
        boolean verbatim = content.stream().allMatch(TemplateNode.Words.class::isInstance);
        return new TemplateNode.Paragraph(para, content, verbatim);
    }

    private List<Inline> inlines(Outline.Para para, List<Loop> around) {
        InlineParser parser = new InlineParser(para, TemplateTokens.of(para));
        List<Inline> content = parser.content(around, false);
        return content;
    }

    private TemplateNode.Table table(Outline.Grid grid, List<Loop> around) {
        List<TemplateNode.TableRow> rows = new ArrayList<>();
        for (int i = 0; i < grid.rows().size(); i++) {
            rows.add(row(grid.rows().get(i), i, around));
        }
        return new TemplateNode.Table(grid, rows);
    }

    /** A row is repeated where its first cell begins with a loop and its last one ends with the end of it. */
    private TemplateNode.TableRow row(List<Outline.Para> cells, int row, List<Loop> around) {
        List<Token> first = TemplateTokens.of(cells.get(0));
        if (first.isEmpty() || first.get(0).kind() != '#') {
            return new TemplateNode.TableRow(
                    row, null, cells.stream().map(cell -> inlines(cell, around)).toList());
        }
        Outline.Para last = cells.get(cells.size() - 1);
        List<Token> end = TemplateTokens.of(last);
        if (end.isEmpty() || end.get(end.size() - 1).kind() != '/') {
            throw cells.get(0).mistake("这一行的循环没有结束。", "在这一行最后一格的末尾写 {/}。");
        }
        Loop loop = loop(cells.get(0), first.get(0).rest());
        List<Loop> inside = with(around, loop);
        List<List<Inline>> content = new ArrayList<>();
        for (Outline.Para cell : cells) {
            List<Token> tokens = new ArrayList<>(TemplateTokens.of(cell));
            if (cell == cells.get(0)) {
                tokens.remove(0);
            }
            if (cell == last) {
                tokens.remove(tokens.size() - 1);
            }
            content.add(new InlineParser(cell, tokens).content(inside, false));
        }
        return new TemplateNode.TableRow(row, loop, content);
    }

    /** The text of one paragraph: what is opened in it is closed in it. */
    private final class InlineParser {
        private final Outline.Para para;
        private final List<Token> tokens;
        private int next;

        InlineParser(Outline.Para para, List<Token> tokens) {
            this.para = para;
            this.tokens = List.copyOf(tokens);
        }

        List<Inline> content(List<Loop> around, boolean opened) {
            List<Inline> content = new ArrayList<>();
            while (next < tokens.size()) {
                Token token = tokens.get(next);
                next++;
                switch (token.kind()) {
                    case '/' -> {
                        if (!opened) {
                            throw para.mistake("多了一个 {/}。", "删去它；跨段的条件，{?…} 和 {/} 要各占一段。");
                        }
                        return content;
                    }
                    case '?' ->
                        content.add(new TemplateNode.When(
                                Condition.parse(para, token.rest(), check), content(around, true)));
                    case '#' -> {
                        Loop loop = loop(para, token.rest());
                        content.add(new TemplateNode.Each(loop, content(with(around, loop), true)));
                    }
                    default -> content.add(inline(token, around));
                }
            }
            if (opened) {
                throw unclosed();
            }
            return content;
        }

        private Inline inline(Token token, List<Loop> around) {
            return token.braced()
                    ? new TemplateNode.Gap(fillers.inline(para, token.text(), around), token.run())
                    : new TemplateNode.Words(token.text(), token.run());
        }

        private Fault unclosed() {
            return para.mistake("条件或循环没有在这一段里结束。", "在这一段里补上 {/}；跨段的条件，{?…} 和 {/} 要各占一段。");
        }
    }
}
