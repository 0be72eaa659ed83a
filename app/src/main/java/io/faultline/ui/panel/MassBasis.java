package io.faultline.ui.panel;

import io.faultline.liquidation.Basis;

/** Which of the three figures of a mass a picture shows, model 7. */
public enum MassBasis {
    AT_RISK("At risk", Basis.AT_RISK),
    /** At risk less a flat share. */
    DISCOUNTED("Discounted", Basis.AT_RISK),
    EXPECTED("Expected forced", Basis.EXPECTED_FORCED);

    private final String title;
    private final Basis basis;

    MassBasis(String title, Basis basis) {
        this.title = title;
        this.basis = basis;
    }

    public String title() {
        return title;
    }

    public Basis basis() {
        return basis;
    }
}
