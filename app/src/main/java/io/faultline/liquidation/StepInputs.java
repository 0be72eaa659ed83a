package io.faultline.liquidation;

import io.faultline.market.PositionSide;

/** What came in for one live step of one venue. */
final class StepInputs {
    private final long startMillis;
    private final long endMillis;
    private final PrintTally tally = new PrintTally();
    private double open = Double.NaN;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private double close = Double.NaN;
    private double markLow = Double.NaN;
    private double markHigh = Double.NaN;
    private double mark = Double.NaN;
    private double othersLow = Double.NaN;
    private double othersHigh = Double.NaN;
    private double buyUsd;
    private double sellUsd;
    private double openInterest = Double.NaN;
    private double forcedLongUsd;
    private double forcedShortUsd;
    private boolean tradesLost;
    private boolean markFromLast;
    private boolean refused;

    StepInputs(long startMillis, long endMillis) {
        this.startMillis = startMillis;
        this.endMillis = endMillis;
    }

    long startMillis() {
        return startMillis;
    }

    long endMillis() {
        return endMillis;
    }

    void trade(double price, double boughtUsd, double soldUsd) {
        if (!Possible.price(price) || !Possible.usd(boughtUsd) || !Possible.usd(soldUsd)) {
            refused = true;
            return;
        }
        tally.add(price, boughtUsd, soldUsd);
        buyUsd += boughtUsd;
        sellUsd += soldUsd;
        open = Double.isNaN(open) ? price : open;
        high = Double.isNaN(high) ? price : Math.max(high, price);
        low = Double.isNaN(low) ? price : Math.min(low, price);
        close = price;
    }

    void mark(double price, boolean isLastPrice) {
        markLow = Double.isNaN(markLow) ? price : Math.min(markLow, price);
        markHigh = Double.isNaN(markHigh) ? price : Math.max(markHigh, price);
        mark = price;
        markFromLast |= isLastPrice;
    }

    /** Others' marks that swept this venue while it told none; NaN for none. */
    void sweptBy(double lowest, double highest) {
        othersLow = lowest;
        othersHigh = highest;
    }

    void openInterest(double coins) {
        openInterest = coins;
    }

    void forced(PositionSide side, double usd) {
        if (!Possible.usd(usd)) {
            refused = true;
        } else if (side == PositionSide.LONG) {
            forcedLongUsd += usd;
        } else {
            forcedShortUsd += usd;
        }
    }

    void tradesLost() {
        tradesLost = true;
    }

    boolean areTradesLost() {
        return tradesLost;
    }

    /** Whether trades were lost and nothing was reported: reports were probably lost too. */
    boolean isDeaf() {
        return tradesLost && forcedLongUsd + forcedShortUsd <= 0;
    }

    boolean isMarkFromLast() {
        return markFromLast;
    }

    boolean hadRefusedInput() {
        return refused;
    }

    boolean hadTrades() {
        return buyUsd + sellUsd > 0;
    }

    /**
     * The step as a bar.
     *
     * @param sinceMillis end of the bar before, so that no time goes missing; {@code Long.MIN_VALUE} if there is none
     * @param lastMark mark at that end
     * @param areReportsKnown whether silence means that nothing was liquidated
     */
    GridBar bar(long sinceMillis, double lastMark, boolean areReportsKnown) {
        double markClose = Double.isNaN(mark) ? lastMark : mark;
        double price = Double.isNaN(close) ? markClose : close;
        long start = sinceMillis == Long.MIN_VALUE ? startMillis : sinceMillis;
        return new GridBar(
                start,
                (endMillis - start) / 1000.0,
                Double.isNaN(open) ? price : open,
                Double.isNaN(high) ? price : high,
                Double.isNaN(low) ? price : low,
                price,
                lesser(Double.isNaN(markLow) ? markClose : markLow, othersLow),
                greater(Double.isNaN(markHigh) ? markClose : markHigh, othersHigh),
                markClose,
                tradesLost ? Double.NaN : buyUsd,
                tradesLost ? Double.NaN : sellUsd,
                openInterest,
                areReportsKnown ? forcedLongUsd : Double.NaN,
                areReportsKnown ? forcedShortUsd : Double.NaN);
    }

    private static double lesser(double a, double b) {
        return b < a ? b : a;
    }

    private static double greater(double a, double b) {
        return b > a ? b : a;
    }

    /** The bar as a step, with the trades where they really were. */
    GridStep step(GridBar bar) {
        return new GridStep(
                bar.seconds(),
                bar.markClose(),
                bar.markLow(),
                bar.markHigh(),
                tradesLost ? null : tally.prints(),
                bar.openInterest(),
                bar.forcedLongUsd(),
                bar.forcedShortUsd());
    }
}
