package io.faultline.desk;

import io.faultline.liquidation.GridBar;
import java.util.List;

/**
 * What one venue's bars say of a stretch of time, which may begin and end within bars: of those the share that lies in
 * it counts. Figures that too little of the stretch is known for are NaN.
 */
final class BarSpan {
    /** Of a stretch, the least share that must be known. */
    private static final double MOST = 0.9;

    private final double seconds;
    private double tradedSeconds;
    private double volumeUsd;
    private double pricedSeconds;
    private double high;
    private double low = Double.POSITIVE_INFINITY;
    private double last = Double.NaN;
    private double reportedSeconds;
    private double reportedUsd;
    private double interestSeconds;
    private double interest;
    private double newestInterest = Double.NaN;

    /**
     * @param bars oldest first
     * @param fromMillis exchange time
     * @param toMillis the first instant after the stretch
     */
    BarSpan(List<GridBar> bars, long fromMillis, long toMillis) {
        seconds = (toMillis - fromMillis) / 1000.0;
        for (int i = bars.size() - 1; i >= 0 && bars.get(i).endMillis() > fromMillis; i--) {
            GridBar bar = bars.get(i);
            double within = (Math.min(toMillis, bar.endMillis()) - Math.max(fromMillis, bar.startMillis())) / 1000.0;
            if (within > 0) {
                add(bar, within);
            }
        }
    }

    private void add(GridBar bar, double within) {
        double share = within / bar.seconds();
        pricedSeconds += within;
        high = Math.max(high, bar.high());
        low = Math.min(low, bar.low());
        last = Double.isNaN(last) ? bar.close() : last;
        if (bar.areTradesKnown()) {
            tradedSeconds += within;
            volumeUsd += share * (bar.buyUsd() + bar.sellUsd());
        }
        if (!Double.isNaN(bar.forcedLongUsd()) && !Double.isNaN(bar.forcedShortUsd())) {
            reportedSeconds += within;
            reportedUsd += share * (bar.forcedLongUsd() + bar.forcedShortUsd());
        }
        if (!Double.isNaN(bar.openInterest())) {
            interestSeconds += within;
            interest += within * bar.openInterest();
            newestInterest = Double.isNaN(newestInterest) ? bar.openInterest() : newestInterest;
        }
    }

    /** Traded in the whole stretch, USD, as the known part of it has it. */
    double volumeUsd() {
        return tradedSeconds >= MOST * seconds ? volumeUsd * seconds / tradedSeconds : Double.NaN;
    }

    /** Highest less lowest price, as a fraction of the last. */
    double range() {
        return pricedSeconds >= MOST * seconds ? (high - low) / last : Double.NaN;
    }

    /** For how long reported liquidations are known. */
    double reportedSeconds() {
        return reportedSeconds;
    }

    /** Reported liquidations of both sides in that time, USD. */
    double reportedUsd() {
        return reportedUsd;
    }

    /** For how long open interest is known. */
    double interestSeconds() {
        return interestSeconds;
    }

    /** Mean open interest over that time, coins. */
    double meanInterest() {
        return interest / interestSeconds;
    }

    /** The last open interest in the stretch, coins. */
    double newestInterest() {
        return newestInterest;
    }
}
