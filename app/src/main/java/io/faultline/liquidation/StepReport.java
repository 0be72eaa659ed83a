package io.faultline.liquidation;

import java.util.Set;

/**
 * What a step did, USD.
 *
 * @param openedUsd notional that opened, of either side
 * @param closedUsd notional that closed, of either side
 * @param closeFraction share of the mass that closed beyond what the sweep took
 * @param reportedLongs what is expected to be reported of swept longs, after the step
 * @param reportedShorts the same for shorts
 * @param flags what was done with input that no market can have
 */
public record StepReport(
        double sweptLongUsd,
        double sweptShortUsd,
        double openedUsd,
        double closedUsd,
        double closeFraction,
        double depositedLongUsd,
        double depositedShortUsd,
        ReportedShare reportedLongs,
        ReportedShare reportedShorts,
        Set<GridFlag> flags) {
    public double longShare() {
        return reportedLongs.share();
    }

    public double shortShare() {
        return reportedShorts.share();
    }
}
