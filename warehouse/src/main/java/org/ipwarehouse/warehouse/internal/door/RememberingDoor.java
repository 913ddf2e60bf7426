package org.ipwarehouse.warehouse.internal.door;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Audience;
import org.ipwarehouse.warehouse.api.Figure;
import org.ipwarehouse.warehouse.api.FigureQuery;
import org.ipwarehouse.warehouse.api.IndicatorId;
import org.ipwarehouse.warehouse.api.LakeSettings;
import org.ipwarehouse.warehouse.api.SubmissionRecord;
import org.ipwarehouse.warehouse.api.Warehouse;
import org.ipwarehouse.warehouse.internal.session.Sessions;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.jspecify.annotations.Nullable;

/** A door that reads all figures and the ledger of submissions at the first question and answers the rest from memory. */
final class RememberingDoor extends Door {
    private @Nullable Map<IndicatorId, List<Figure>> figures;
    private @Nullable List<SubmissionRecord> submissions;
    private @Nullable Boolean synthetic;
    private @Nullable Warehouse publicSide;

    RememberingDoor(LakeSettings settings, KernelTables tables, Sessions sessions) {
        super(settings, tables, sessions);
    }

    @Override
    public Warehouse remembering() {
        return this;
    }

    @Override
    public List<Figure> figures(FigureQuery query) {
        List<Figure> found = new ArrayList<>();
        for (Map.Entry<IndicatorId, List<Figure>> one : all().entrySet()) {
            if (query.indicators().isEmpty() || query.indicators().contains(one.getKey())) {
                one.getValue().stream().filter(query::admits).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }

    private synchronized Map<IndicatorId, List<Figure>> all() {
        Map<IndicatorId, List<Figure>> read = figures;
        if (read == null) {
            read = new LinkedHashMap<>();
            for (Figure figure : super.figures(FigureQuery.all())) {
                read.computeIfAbsent(figure.indicator(), id -> new ArrayList<>())
                        .add(figure);
            }
            figures = read;
        }
        return read;
    }

    @Override
    public synchronized List<SubmissionRecord> submissions() {
        List<SubmissionRecord> read = submissions;
        if (read == null) {
            read = super.submissions();
            submissions = read;
        }
        return read;
    }

    /** Each page says it. */
    @Override
    public synchronized boolean holdsSyntheticData() {
        Boolean known = synthetic;
        if (known == null) {
            known = super.holdsSyntheticData();
            synthetic = known;
        }
        return known;
    }

    /** Disclosure is decided once for all that is made. */
    @Override
    public synchronized Warehouse seenBy(Audience audience) {
        if (audience == Audience.INTERNAL) {
            return this;
        }
        Warehouse made = publicSide;
        if (made == null) {
            made = super.seenBy(audience);
            publicSide = made;
        }
        return made;
    }
}
