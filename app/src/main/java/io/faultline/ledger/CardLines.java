package io.faultline.ledger;

import io.faultline.market.Venue;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.SizeBand;
import java.util.List;

/**
 * The lines of a quality card as they stood at one moment, to be kept: figures and verdicts, and nothing that is computed
 * from them. NaN stands for what was not known.
 *
 * @param openInterestShare mass over open interest
 * @param dailyShare expected over a day's reported volume
 * @param usdPerTenthPercent density: mass for each tenth of a percent of price
 * @param widthBps from edge to edge
 * @param confirming venues with half a percent of their own open interest in it
 * @param migration way of the centroid since it was first seen, on the log scale
 * @param growth15m change of mass in a quarter of an hour, a fraction
 * @param distance from mark to near edge, a fraction of the mark
 * @param funding under the rule that was in force
 * @param gradePoints of {@code gradeOutOf} that could be judged
 */
public record CardLines(
        double massUsd,
        double discountedUsd,
        double expectedUsd,
        double expectedLow80,
        double expectedHigh80,
        SizeBand size,
        double openInterestShare,
        double dailyShare,
        double usdPerTenthPercent,
        int widthBps,
        List<Venue> confirming,
        long ageMillis,
        double migration,
        double growth15m,
        double distance,
        DistanceBand band,
        FundingFlag funding,
        int gradePoints,
        int gradeOutOf) {
    public CardLines {
        confirming = List.copyOf(confirming);
    }
}
