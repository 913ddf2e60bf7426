package org.ipwarehouse.warehouse.internal.warning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.ipwarehouse.warehouse.api.Warning;
import org.ipwarehouse.warehouse.api.Warning.State;
import org.ipwarehouse.warehouse.api.WarningDesk;
import org.ipwarehouse.warehouse.api.WarningQuery;
import org.ipwarehouse.warehouse.internal.WarehouseErrors;
import org.ipwarehouse.warehouse.internal.table.KernelTables;
import org.ipwarehouse.warehouse.internal.table.Where;
import org.jspecify.annotations.Nullable;

/** The desk over the accounts of the lake. */
public final class LedgerDesk implements WarningDesk {
    private static final ZoneId BUSINESS = ZoneId.of("Asia/Shanghai");

    private final WarningLedger ledger;
    private final WarningReader reader;

    public LedgerDesk(Path home, KernelTables tables) {
        ledger = new WarningLedger(tables);
        reader = new WarningReader(home, tables);
    }

    @Override
    public Warning confirm(String id, Decision decision) {
        Entry last = last(id);
        if (last.state() != State.NEW) {
            throw WarehouseErrors.warningStands(id, last.state().labelZh());
        }
        return add(last.decided("confirmed", State.CONFIRMED, decision, null));
    }

    @Override
    public Warning dismiss(String id, Decision decision) {
        return add(open(id).decided("dismissed", State.DISMISSED, decision, day(decision)));
    }

    @Override
    public Warning close(String id, Decision decision) {
        return add(open(id).decided("closed", State.CLOSED, decision, day(decision)));
    }

    private static LocalDate day(Decision decision) {
        return LocalDate.ofInstant(decision.at(), BUSINESS);
    }

    private Entry open(String id) {
        Entry last = last(id);
        if (!last.state().isOpen()) {
            throw WarehouseErrors.warningStands(id, last.state().labelZh());
        }
        return last;
    }

    private Entry last(String id) {
        @Nullable
        List<Entry> entries =
                ledger.accounts(List.of(Where.equal("warning_id", id))).get(id);
        if (entries == null) {
            throw WarehouseErrors.noWarning(id);
        }
        return entries.get(entries.size() - 1);
    }

    private Warning add(Entry entry) {
        ledger.add(List.of(entry), Map.of(), entry.at());
        return reader.warnings(WarningQuery.one(entry.id())).get(0);
    }
}
