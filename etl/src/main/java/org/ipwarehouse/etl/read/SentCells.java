package org.ipwarehouse.etl.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.contract.Field;
import org.ipwarehouse.etl.standardise.PersonalData;

/** The cells of a row that no judge saw, as JSON header → text. Personal columns show only that something was there. */
final class SentCells {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SentCells() {}

    static String json(SheetRow row, SheetPlan plan, Contract contract) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> headers = plan.context().headers();
        for (int c = 0; c < headers.size(); c++) {
            String text = row.text(c);
            // a column that the contract does not know may hold anything: it is masked like a personal one
            boolean shown = contract.field(plan.context().fields().get(c))
                    .map(Field::privacy)
                    .filter(privacy -> !privacy.isPersonal())
                    .isPresent();
            cells.merge(
                    headers.get(c),
                    shown || text.isEmpty() ? PersonalData.maskFreeText(text) : PersonalData.MASK,
                    (a, b) -> a.isEmpty() ? b : a);
        }
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always JSON", e);
        }
    }
}
