package org.ipwarehouse.reports.bulletin;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.reports.ReportErrors;
import org.ipwarehouse.reports.Spot;
import org.ipwarehouse.warehouse.api.Fault;

/**
 * What a writer's Word template says, paragraph by paragraph, without how it looks.
 *
 * @param elements paragraphs and tables of the body in their order; their places are those of the cleaned template
 */
record Outline(Path file, List<Element> elements) {
    Outline {
        elements = List.copyOf(elements);
    }

    /** What stands in the body. */
    sealed interface Element {}

    /**
     * @param place among the elements of the body, from 0; that of its table for a paragraph in a cell
     * @param number of the paragraph in the whole template, from 1, as a message names it
     * @param style name of its style, in lower case: title, heading 1, normal
     */
    record Para(Path file, int place, int number, String style, List<Piece> pieces) implements Element, Spot {
        Para {
            pieces = List.copyOf(pieces);
        }

        String text() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }

        @Override
        public Fault mistake(String cause, String remedy) {
            String text = text();
            String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
            return ReportErrors.specMistake(file + "，第" + number + "段“" + shown + "”", cause, remedy);
        }
    }

    /** @param run which run of the paragraph the text stands in, from 0: that is how it looks */
    record Piece(String text, int run) {}

    /** @param rows cells of one paragraph each; @param widths of the columns, any unit */
    record Grid(int place, List<List<Para>> rows, List<Integer> widths) implements Element {
        Grid {
            rows = rows.stream().map(List::copyOf).toList();
            widths = List.copyOf(widths);
        }
    }
}
