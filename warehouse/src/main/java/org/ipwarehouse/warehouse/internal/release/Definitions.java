package org.ipwarehouse.warehouse.internal.release;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import org.ipwarehouse.warehouse.api.Passport;
import org.ipwarehouse.warehouse.api.Period;
import org.ipwarehouse.warehouse.api.Target;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.analysis.AnalysisRules;

/**
 * What an edition prints besides figures, as it was when the figures were frozen: the words of the passports, names of
 * regions, targets, the state of the tasks in its period, the parameters of its analyses. Kept with the figures, as JSON,
 * so that a change of any of these files, or a later report of a task, does not change what was signed.
 *
 * @param tasks the board of the edition's period
 */
record Definitions(
        List<Passport> passports,
        List<Warehouse.Region> regions,
        List<Target> targets,
        List<Warehouse.TaskState> tasks,
        AnalysisRules rules) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Definitions {
        passports = List.copyOf(passports);
        regions = List.copyOf(regions);
        targets = List.copyOf(targets);
        tasks = List.copyOf(tasks);
    }

    /** Those of this moment. */
    static Definitions of(Warehouse warehouse, Period period, AnalysisRules rules) {
        return new Definitions(
                warehouse.indicators(), warehouse.regions(), warehouse.targets(), warehouse.taskBoard(period), rules);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records are JSON", impossible);
        }
    }

    /** @throws org.ipwarehouse.warehouse.api.Fault where another version of the program wrote it in another form */
    static Definitions read(String id, String json) {
        try {
            return JSON.readValue(json, Definitions.class);
        } catch (JsonProcessingException e) {
            throw WarehouseErrors.definitionsUnreadable(id, e);
        }
    }
}
