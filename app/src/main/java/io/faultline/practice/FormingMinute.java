package io.faultline.practice;

import io.faultline.practice.crowd.CrowdPast;

/** A minute that has not ended yet. Guarded by the venue's lock. */
final class FormingMinute {
    private final long startMillis;
    private final double open;
    private final double markOpen;
    private double high;
    private double low;
    private double close;
    private double markHigh;
    private double markLow;
    private double markClose;
    private double bought;
    private double sold;
    private int trades;
    private double longsLiquidated;
    private double shortsLiquidated;

    /** @param last price of the latest trade before */
    FormingMinute(long startMillis, double last, double mark) {
        this.startMillis = startMillis;
        open = last;
        high = last;
        low = last;
        close = last;
        markOpen = mark;
        markHigh = mark;
        markLow = mark;
        markClose = mark;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return startMillis + Course.MINUTE;
    }

    void trade(double price, double coins, boolean takerBuys) {
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        trades++;
        if (takerBuys) {
            bought += coins;
        } else {
            sold += coins;
        }
    }

    void mark(double mark) {
        markHigh = Math.max(markHigh, mark);
        markLow = Math.min(markLow, mark);
        markClose = mark;
    }

    void liquidated(double coins, boolean longs) {
        if (longs) {
            longsLiquidated += coins;
        } else {
            shortsLiquidated += coins;
        }
    }

    /** What it is so far. */
    CrowdPast.Minute closed(double openInterest) {
        return new CrowdPast.Minute(
                startMillis,
                open,
                high,
                low,
                close,
                markOpen,
                markHigh,
                markLow,
                markClose,
                bought,
                sold,
                trades,
                openInterest,
                longsLiquidated,
                shortsLiquidated);
    }
}
