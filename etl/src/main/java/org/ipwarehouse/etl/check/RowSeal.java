package org.ipwarehouse.etl.check;

import org.ipwarehouse.etl.contract.Contract;
import org.ipwarehouse.etl.secret.RowPlace;
import org.ipwarehouse.etl.secret.SealRule;
import org.ipwarehouse.etl.secret.Sealer;
import org.ipwarehouse.warehouse.api.Origin;
import org.jspecify.annotations.Nullable;

/** Seals what a row hides, bound to the row's place. */
final class RowSeal {
    private final @Nullable Sealer sealer;
    private final String submission;
    private final String source;

    RowSeal(RowSecrets secrets, Contract contract) {
        SealRule rule = secrets.seal();
        this.sealer = rule == null ? null : rule.sealer();
        this.submission = secrets.submission();
        this.source = contract.source();
    }

    /** @return "" where the row hides nothing */
    String of(@Nullable JsonObject hidden, Origin origin) {
        Sealer here = sealer;
        return hidden == null || hidden.isEmpty() || here == null
                ? ""
                : here.seal(hidden.close(), new RowPlace(submission, source, origin));
    }
}
