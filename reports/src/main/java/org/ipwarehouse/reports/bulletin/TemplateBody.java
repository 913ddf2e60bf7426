package org.ipwarehouse.reports.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ipwarehouse.reports.bulletin.TemplateNode.Loop;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.jspecify.annotations.Nullable;

/** Fills a template: its nodes become blocks, each with the element of the template that it looks like. */
final class TemplateBody {
    private static final Map<String, Block.Role> ROLES = Map.of(
            "title", Block.Role.TITLE,
            "subtitle", Block.Role.ISSUE,
            "公报注释", Block.Role.NOTE,
            "公报注释题", Block.Role.NOTE_TITLE,
            "公报口径", Block.Role.DEFINITION,
            "公报日期", Block.Role.DATE);

    private final Scene scene;
    private final LocalDate edition;
    private final Papers papers;
    private final NoteMaker notes;
    private final Numerals numerals = new Numerals();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Layout.Place> places = new ArrayList<>();
    private final Plates plates;

    TemplateBody(Scene scene, LocalDate edition, Papers papers, NoteMaker notes) {
        this.scene = scene;
        this.edition = edition;
        this.papers = papers;
        this.notes = notes;
        plates = new Plates(scene);
    }

    /** What a loop stands at. */
    private record Turn(
            Scene scene,
            @Nullable String township,
            Warehouse.@Nullable TaskState task,
            BulletinSpec.@Nullable TableItem table,
            BulletinSpec.@Nullable ChartItem chart) {}

    void fill(List<TemplateNode> nodes) {
        Turn whole = new Turn(scene, null, null, null, null);
        nodes.forEach(node -> fill(node, whole));
    }

    List<Block> blocks() {
        return blocks;
    }

    List<Layout.Place> places() {
        return places;
    }

    private void fill(TemplateNode node, Turn turn) {
        if (node instanceof TemplateNode.Paragraph paragraph) {
            paragraph(paragraph, turn);
        } else if (node instanceof TemplateNode.Placed placed) {
            placed(placed, turn);
        } else if (node instanceof TemplateNode.Table table) {
            table(table, turn);
        } else if (node instanceof TemplateNode.Section section) {
            if (section.condition().holds(turn.scene(), papers)) {
                section.content().forEach(child -> fill(child, turn));
            }
        } else {
            TemplateNode.Repeated repeated = (TemplateNode.Repeated) node;
            turns(repeated.loop(), turn).forEach(t -> repeated.content().forEach(child -> fill(child, t)));
        }
    }

    private List<Turn> turns(Loop loop, Turn turn) {
        return switch (loop) {
            case TOWNSHIPS ->
                scene.townships().stream()
                        .filter(region -> !region.code().isUnknownTownship())
                        .map(region -> new Turn(
                                scene.in(region.code()), region.nameZh(), turn.task(), turn.table(), turn.chart()))
                        .toList();
            case TASKS ->
                scene.tasks().stream()
                        .map(task -> new Turn(turn.scene(), turn.township(), task, turn.table(), turn.chart()))
                        .toList();
            case TABLES ->
                scene.spec().tables().stream()
                        .map(item -> new Turn(turn.scene(), turn.township(), turn.task(), item, turn.chart()))
                        .toList();
            case CHARTS ->
                scene.spec().charts().stream()
                        .map(item -> new Turn(turn.scene(), turn.township(), turn.task(), turn.table(), item))
                        .toList();
        };
    }

    private void paragraph(TemplateNode.Paragraph node, Turn turn) {
        Filled filled = new Filled();
        filled.take(node.content(), turn);
        boolean empty = Run.join(filled.runs).isBlank();
        if (empty && !node.verbatim()) {
            return; // all its conditions failed
        }
        Outline.Para para = node.para();
        Layout.Place place = new Layout.Place(para.place(), node.verbatim(), filled.looks, List.of());
        add(block(para.style(), filled.runs), place);
    }

    private static Block block(String style, List<Run> runs) {
        if (style.matches("heading [1-4]")) {
            return new Block.Heading(style.charAt(8) - '0', Run.join(runs));
        }
        return new Block.Paragraph(ROLES.getOrDefault(style, Block.Role.BODY), runs);
    }

    private void placed(TemplateNode.Placed node, Turn turn) {
        switch (node.block()) {
            case TABLE ->
                plates.table(Objects.requireNonNull(node.table() != null ? node.table() : turn.table()))
                        .ifPresent(this::own);
            case CHART ->
                plates.chart(Objects.requireNonNull(node.chart() != null ? node.chart() : turn.chart()))
                        .ifPresent(this::own);
            case NOTES -> notes.notes(plates.leftOut()).forEach(this::own);
            case DEFINITIONS -> notes.definitions().forEach(this::own);
            case REVISIONS -> {
                int number = papers.revised().isEmpty() ? 0 : plates.oneMoreTable();
                own(new PaperBlocks(scene).revisions(papers, number));
            }
            case NOTICES -> new PaperBlocks(scene).notices(papers).forEach(this::own);
        }
    }

    private void own(Block block) {
        add(block, Layout.Place.own());
    }

    private void add(Block block, Layout.Place place) {
        blocks.add(block);
        places.add(place);
    }

    private void table(TemplateNode.Table node, Turn turn) {
        List<Block.Row> rows = new ArrayList<>();
        List<Integer> looks = new ArrayList<>();
        List<String> head = new ArrayList<>();
        for (TemplateNode.TableRow row : node.rows()) {
            for (Turn each : row.loop() == null ? List.of(turn) : turns(row.loop(), turn)) {
                List<List<Run>> cells = row.cells().stream()
                        .map(cell -> {
                            Filled filled = new Filled();
                            filled.take(cell, each);
                            return filled.runs;
                        })
                        .toList();
                if (head.isEmpty()) {
                    cells.forEach(cell -> head.add(Run.join(cell)));
                } else {
                    rows.add(new Block.Row(cells, false));
                }
                looks.add(row.row());
            }
        }
        List<Block.Column> columns = TemplateColumns.of(node.grid(), head, rows);
        add(new Block.Grid("", "", columns, rows), new Layout.Place(node.grid().place(), false, List.of(), looks));
    }

    /** The runs of one text, and what each looks like. */
    private final class Filled {
        private final List<Run> runs = new ArrayList<>();
        private final List<Integer> looks = new ArrayList<>();

        void take(List<TemplateNode.Inline> content, Turn turn) {
            for (TemplateNode.Inline inline : content) {
                if (inline instanceof TemplateNode.Words words) {
                    add(List.of(Run.words(words.text())), words.run());
                } else if (inline instanceof TemplateNode.Gap gap) {
                    add(filled(gap.filler(), turn), gap.run());
                } else if (inline instanceof TemplateNode.When when) {
                    if (when.condition().holds(turn.scene(), papers)) {
                        take(when.content(), turn);
                    }
                } else {
                    TemplateNode.Each each = (TemplateNode.Each) inline;
                    turns(each.loop(), turn).forEach(t -> take(each.content(), t));
                }
            }
        }

        private void add(List<Run> filled, int look) {
            filled.forEach(run -> {
                runs.add(run);
                looks.add(look);
            });
        }

        private List<Run> filled(TemplateNode.Filler filler, Turn turn) {
            if (filler instanceof TemplateNode.Numbering numbering) {
                return List.of(Run.words(numerals.next(numbering.level())));
            } else if (filler instanceof TemplateNode.Front front) {
                return List.of(Run.words(front(front.form())));
            } else if (filler instanceof TemplateNode.Said said) {
                return new PhraseWriter(turn.scene()).write(said.sentence());
            } else if (filler instanceof TemplateNode.Local local) {
                return List.of(local(local.form(), turn));
            }
            Template.Part part = ((TemplateNode.Figured) filler).part();
            return new PhraseWriter(turn.scene()).fill(new Template(List.of(part)));
        }
    }

    private String front(String form) {
        return switch (form) {
            case "title" -> scene.spec().title();
            case "issue" ->
                scene.spec().issue().fillWords(Map.of("period", scene.period().labelZh()));
            case "date" -> Bulletin.dateZh(edition);
            default -> scene.synthetic() ? scene.spec().mark() : "";
        };
    }

    private static Run local(String form, Turn turn) {
        if (form.equals("name")) {
            return Run.words(Objects.requireNonNull(turn.township()));
        }
        Warehouse.TaskState task = Objects.requireNonNull(turn.task());
        return switch (form) {
            case "number" -> count(task.number());
            case "units" -> count(task.units());
            case "reported" -> count(task.reported());
            case "evidence" -> count(task.evidence());
            case "deadline" -> Run.words(task.deadline());
            case "state" -> Run.words(task.stateZh());
            default -> Run.words(task.titleZh());
        };
    }

    private static Run count(int number) {
        return new Run(String.valueOf(number), Run.Origin.TASKS, List.of());
    }
}
