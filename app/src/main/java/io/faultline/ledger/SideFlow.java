package io.faultline.ledger;

import io.faultline.liquidation.ForcedFlow;

/**
 * One side of a {@link FlowRecord}, USD.
 *
 * @param sweptUsd Z: modelled mass that the mark passed
 * @param predicted what of it was expected to be reported, by what was known before
 * @param reportedUsd F: forced volume as reported; NaN where nothing would have told
 * @param coinglassUsd what the baseline by open interest had up to the high or low
 * @param coinglassVolumeUsd the same for the baseline by volume
 */
public record SideFlow(
        double sweptUsd, ForcedFlow predicted, double reportedUsd, double coinglassUsd, double coinglassVolumeUsd) {
    public boolean isReportKnown() {
        return !Double.isNaN(reportedUsd);
    }

    /** Whether what was reported lies inside the 80 % band. */
    public boolean isInBand() {
        return predicted.lowUsd() <= reportedUsd && reportedUsd <= predicted.highUsd();
    }
}
