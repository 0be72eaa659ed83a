package io.faultline.ui.ledger;

import java.util.Objects;

/** The style sheet of plans and ledger. */
final class Sheets {
    static final String PLANS = Objects.requireNonNull(Sheets.class.getResource("/io/faultline/ui/plans.css"))
            .toExternalForm();

    private Sheets() {}
}
