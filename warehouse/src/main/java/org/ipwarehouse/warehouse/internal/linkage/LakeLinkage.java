package org.ipwarehouse.warehouse.internal.linkage;

import java.nio.file.Path;
import java.util.List;
import org.ipwarehouse.warehouse.api.Linkage;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;

/** The linkage over a lake: candidates and decisions without Spark, evaluation with it. */
public final class LakeLinkage implements Linkage {
    private final KernelTables tables;
    private final Sessions sessions;

    public LakeLinkage(KernelTables tables, Sessions sessions) {
        this.tables = tables;
        this.sessions = sessions;
    }

    @Override
    public List<Candidate> open() {
        return new CandidateTable(tables).open();
    }

    @Override
    public long decide(List<Decision> decisions) {
        return new DecisionTable(tables).add(decisions);
    }

    @Override
    public Evaluation evaluate(Path spec, List<Path> data, String truth) {
        if (data.isEmpty() || data.size() > 2) {
            throw WarehouseErrors.oneOrTwoFiles(data.size());
        }
        return new Evaluator(sessions, SpecFile.read(spec)).evaluate(data, truth);
    }
}
