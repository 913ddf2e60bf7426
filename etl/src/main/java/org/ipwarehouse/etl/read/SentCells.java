package org.ipwarehouse.etl.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.PersonalData;

/** The cells of a row that no judge saw, as JSON header → text. Personal columns show only that something was there. */
final class SentCells {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SentCells() {}

    /** @param shift columns by which cells may have moved to the right: they are masked by what may stand in them, too */
    static String json(SheetRow row, SheetPlan plan, Contract contract, int shift) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> headers = plan.context().headers();
        for (int c = 0; c < Math.max(headers.size(), row.cells()); c++) {
            String text = row.text(c);
            String header = c < headers.size() && !headers.get(c).isEmpty() ? headers.get(c) : "列" + (c + 1);
            boolean shown = text.isEmpty() || isShown(plan, contract, c, shift);
            cells.merge(
                    header, shown ? PersonalData.maskFreeText(text) : PersonalData.MASK, (a, b) -> a.isEmpty() ? b : a);
        }
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always JSON", e);
        }
    }

    /** A column that the contract does not know may hold anything: it is masked like a personal one. */
    private static boolean isShown(SheetPlan plan, Contract contract, int column, int shift) {
        List<String> fields = plan.context().fields();
        int last = Math.min(column, fields.size() - 1);
        int first = Math.max(0, column - shift);
        return first <= last
                && IntStream.rangeClosed(first, last).allMatch(c -> contract.field(fields.get(c))
                        .map(Field::privacy)
                        .filter(privacy -> !privacy.isPersonal())
                        .isPresent());
    }
}
