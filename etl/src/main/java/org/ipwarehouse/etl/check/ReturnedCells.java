package org.ipwarehouse.etl.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ipwarehouse.etl.read.RawRow;
import org.ipwarehouse.etl.read.ReturnColumns;
import org.ipwarehouse.etl.secret.Opener;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.SealedText;
import org.ipwarehouse.etl.standardise.CleanText;
import org.ipwarehouse.warehouse.api.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Completes a row that came back in a corrected feedback workbook: cells that still show a mask get what was sent, out of
 * the sealed column. What the department changed stays changed. A seal that does not open, or that belongs to another
 * source, completes nothing.
 */
final class ReturnedCells {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final char STAR = '＊';
    private static final Pattern STARS = Pattern.compile(STAR + "+");
    private static final String OURS = CleanText.dense(ReturnColumns.SEALED);

    private final SheetContext context;
    private final String source;
    private final int column;
    private final @Nullable Opener opener;

    ReturnedCells(SheetContext context, RowSecrets secrets, String source) {
        this.context = context;
        this.source = source;
        this.column = column(context);
        SealRule seal = secrets.seal();
        this.opener = seal == null || column < 0 ? null : new Opener(seal);
    }

    private static int column(SheetContext context) {
        for (int c = 0; c < context.headers().size(); c++) {
            if (CleanText.dense(context.headers().get(c)).equals(OURS)) {
                return c;
            }
        }
        return -1;
    }

    /** The row as it was before it was masked; the same object where nothing is to be completed. */
    RawRow completed(RawRow row) {
        Opener here = opener;
        if (here == null || column >= row.width() || row.text(column).isEmpty()) {
            return row;
        }
        return opened(row.text(column), here).map(sent -> completed(row, sent)).orElse(row);
    }

    private Optional<Map<String, String>> opened(String cell, Opener here) {
        try {
            Optional<SealedText> sealed =
                    SealedText.parse(cell).filter(text -> text.source().equals(source));
            return sealed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            JSON.readValue(here.open(sealed.get()), new TypeReference<HashMap<String, String>>() {}));
        } catch (Fault | JsonProcessingException notOurs) {
            return Optional.empty();
        }
    }

    private RawRow completed(RawRow row, Map<String, String> sent) {
        Map<Integer, String> cells = new HashMap<>();
        for (int c = 0; c < Math.min(row.width(), context.headers().size()); c++) {
            // a row that was returned for its key alone was sealed by field
            String original = sent.getOrDefault(
                    context.headers().get(c), sent.get(context.fields().get(c)));
            if (original != null && isStillMasked(row.text(c), original)) {
                cells.put(c, original);
            }
        }
        return cells.isEmpty() ? row : new CompletedRow(row, cells);
    }

    /** Whether a cell is the original with stars in places and nothing else changed. */
    private static boolean isStillMasked(String cell, String original) {
        if (cell.indexOf(STAR) < 0) {
            return false;
        }
        StringBuilder form = new StringBuilder();
        int from = 0;
        for (var stars = STARS.matcher(cell); stars.find(); from = stars.end()) {
            form.append(Pattern.quote(cell.substring(from, stars.start()))).append("(?s:.+?)");
        }
        form.append(Pattern.quote(cell.substring(from)));
        return Pattern.matches(form.toString(), original);
    }
}
