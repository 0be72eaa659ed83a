package io.faultline.ledger;

import io.faultline.liquidation.ReportFeed;
import io.faultline.market.PositionSide;
import io.faultline.signal.SizeBand;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that the mark entered: what had been said of it half a minute before, and what came. NaN stands for what is
 * not known.
 *
 * @param atMillis when the mark reached the near edge
 * @param mark at that time
 * @param peak its densest price
 * @param massUsd modelled, when last seen before the entry
 * @param expectedUsd what of it was expected to be reported
 * @param beforeMillis when what follows was said: at least 30 s before the entry, if it was seen that long
 * @param path what the books showed then
 * @param card as it stood then; null if none was made
 * @param approachBpsPerMinute towards the near edge, over the five minutes before
 * @param cameFast whether that was twice the usual speed; null if not known
 * @param feed how much the venues report; a throttled one makes {@code reportedUsd} a lower bound
 * @param sweptUsd modelled mass of the side that the mark swept within 15 min
 * @param reportedUsd of the side within 15 min
 * @param reportedPrice the 5 bp bin with most of that, its middle
 * @param throughMillis when the mark reached the far edge; 0 if it did not within half an hour
 * @param turnedMillis when the mark was back on the near side before that; 0 if it was not
 * @param extremeReturn from the entry to the furthest mark within half an hour in the direction of the entry, a fraction
 * @param isWhole whether the half hour is over, and nothing was missing in it
 */
public record Receipt(
        int trackId,
        String name,
        PositionSide side,
        long atMillis,
        double mark,
        double near,
        double far,
        double peak,
        double massUsd,
        double openInterestUsd,
        SizeBand size,
        double expectedUsd,
        double expectedLow80,
        double expectedHigh80,
        long beforeMillis,
        PathLines path,
        @Nullable CardLines card,
        double approachBpsPerMinute,
        @Nullable Boolean cameFast,
        ReportFeed feed,
        double sweptUsd,
        double reportedUsd,
        double reportedPrice,
        long throughMillis,
        long turnedMillis,
        double extremeReturn,
        boolean isWhole)
        implements LedgerEntry {
    /** What is reported so long after the entry counts as the cluster's, model 20. */
    public static final long REPORT_MILLIS = 15 * 60_000L;

    /** So long after the entry a receipt is written, model 26. */
    public static final long WHOLE_MILLIS = 30 * 60_000L;

    /** Less than this way in half an hour, and the book has absorbed it, model 26. */
    private static final double ABSORBED = .003;

    public boolean isReportKnown() {
        return !Double.isNaN(reportedUsd);
    }

    /** Whether all of it was swept while reports were counted. */
    public boolean isFullySwept() {
        return throughMillis > 0 && throughMillis - atMillis <= REPORT_MILLIS;
    }

    /** Reported over modelled. */
    public double firedShare() {
        return reportedUsd / massUsd;
    }

    /** Distance of the reports' densest bin from the cluster's, a fraction of price; NaN without reports. */
    public double priceError() {
        return Math.abs(reportedPrice - peak) / peak;
    }

    public boolean wasAbsorbed() {
        return Math.abs(extremeReturn) < ABSORBED;
    }
}
