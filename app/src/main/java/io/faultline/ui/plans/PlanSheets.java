package io.faultline.ui.plans;

import java.util.Objects;

/** The style sheet of plans. */
final class PlanSheets {
    static final String PLANS = Objects.requireNonNull(PlanSheets.class.getResource("/io/faultline/ui/plans.css"))
            .toExternalForm();

    private PlanSheets() {}
}
