package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.desk.TradedVolume;
import io.faultline.market.Decimals;

/**
 * What each row of the ladder holds, summed up from the book's levels and the trades. Row {@code i} of {@link #count}
 * is number {@code low + i} of its axis and covers prices from {@code (low + i) * grouping} to below the next. All
 * sums are in USD. The arrays are used again, so filling makes nothing. JavaFX thread only.
 */
final class LadderRows implements TradedVolume.Row {
    private static final long NONE = Long.MIN_VALUE;

    private double[] bid = new double[0];
    private double[] ask = new double[0];
    private double[] cumulative = new double[0];
    private double[] bought = new double[0];
    private double[] sold = new double[0];
    private long low;
    private int count;
    private long firstUnknownBid;
    private long firstUnknownAsk;
    private long bestBid = NONE;
    private long bestAsk = NONE;
    private long tradedUnits = 1;
    private double largestBook;
    private double largestTraded;

    /** Sums up anew; {@code tick} and {@code grouping} are in quote. */
    void fill(BookDepth depth, TradedVolume traded, long lowRow, int rows, double grouping, double tick) {
        low = lowRow;
        count = rows;
        if (bid.length < rows) {
            bid = new double[rows];
            ask = new double[rows];
            cumulative = new double[rows];
            bought = new double[rows];
            sold = new double[rows];
        }
        for (int i = 0; i < rows; i++) {
            bid[i] = 0;
            ask[i] = 0;
            cumulative[i] = 0;
            bought[i] = 0;
            sold[i] = 0;
        }
        long units = units(grouping, depth.priceScale());
        fillBids(depth, units);
        fillAsks(depth, units, units(tick, depth.priceScale()));
        tradedUnits = units(grouping, traded.priceScale());
        traded.visit(low * tradedUnits, (low + count) * tradedUnits, this);
        findLargest();
    }

    /** How many units of a price of that scale make up that width. */
    static long units(double width, int priceScale) {
        return Math.max(1, Math.round(width * Decimals.power(priceScale)));
    }

    private void fillBids(BookDepth depth, long units) {
        int levels = depth.bids();
        bestBid = levels == 0 ? NONE : Math.floorDiv(depth.bidPrice(0), units);
        firstUnknownBid = levels == 0 ? Long.MAX_VALUE : -Math.floorDiv(-depth.bidFloor(), units) - 1;
        double above = 0;
        long row = NONE;
        long rowStart = Long.MAX_VALUE;
        for (int rank = 0; rank < levels; rank++) {
            long price = depth.bidPrice(rank);
            if (price < rowStart) {
                row = Math.floorDiv(price, units);
                rowStart = row * units;
                if (row < low) {
                    break;
                }
            }
            if (row >= low + count) {
                above += depth.bidUsd(rank);
            } else {
                bid[(int) (row - low)] += depth.bidUsd(rank);
            }
        }
        for (int i = count - 1; i >= 0 && levels > 0; i--) {
            if (low + i <= bestBid) {
                above += bid[i];
                cumulative[i] += above;
            }
        }
    }

    private void fillAsks(BookDepth depth, long units, long tickUnits) {
        int levels = depth.asks();
        bestAsk = levels == 0 ? NONE : Math.floorDiv(depth.askPrice(0), units);
        firstUnknownAsk = levels == 0 ? NONE : Math.floorDiv(depth.askCeiling() + tickUnits, units);
        double below = 0;
        long row = NONE;
        long rowEnd = Long.MIN_VALUE;
        for (int rank = 0; rank < levels; rank++) {
            long price = depth.askPrice(rank);
            if (price >= rowEnd) {
                row = Math.floorDiv(price, units);
                rowEnd = (row + 1) * units;
                if (row >= low + count) {
                    break;
                }
            }
            if (row < low) {
                below += depth.askUsd(rank);
            } else {
                ask[(int) (row - low)] += depth.askUsd(rank);
            }
        }
        for (int i = 0; i < count && levels > 0; i++) {
            if (low + i >= bestAsk) {
                below += ask[i];
                cumulative[i] += below;
            }
        }
    }

    @Override
    public void add(long price, double boughtUsd, double soldUsd) {
        int i = (int) (Math.floorDiv(price, tradedUnits) - low);
        bought[i] += boughtUsd;
        sold[i] += soldUsd;
    }

    private void findLargest() {
        largestBook = 0;
        largestTraded = 0;
        for (int i = 0; i < count; i++) {
            largestBook = Math.max(largestBook, Math.max(bid[i], ask[i]));
            largestTraded = Math.max(largestTraded, Math.max(bought[i], sold[i]));
        }
    }

    int count() {
        return count;
    }

    /** Number of the lowest row on its axis. */
    long low() {
        return low;
    }

    double bid(int i) {
        return bid[i];
    }

    double ask(int i) {
        return ask[i];
    }

    double bought(int i) {
        return bought[i];
    }

    double sold(int i) {
        return sold[i];
    }

    /** From the best price outward to the far edge of that row, the row's own side. */
    double cumulative(int i) {
        return cumulative[i];
    }

    /** Whether bids can stand in that row: it is the best bid's or below. */
    boolean bidSide(int i) {
        return bestBid != NONE && low + i <= bestBid;
    }

    boolean askSide(int i) {
        return bestAsk != NONE && low + i >= bestAsk;
    }

    /** Whether every bid of that row is seen; beyond the reach sums are of what happens to be: lower bounds. */
    boolean bidKnown(int i) {
        return low + i > firstUnknownBid;
    }

    boolean askKnown(int i) {
        return low + i < firstUnknownAsk;
    }

    double largestBook() {
        return largestBook;
    }

    double largestTraded() {
        return largestTraded;
    }

    /** Sum of the bids in rows from {@code from} to {@code to}, both inclusive. */
    Seen bidBetween(int from, int to) {
        double sum = 0;
        boolean all = true;
        for (int i = Math.max(0, from); i <= Math.min(count - 1, to); i++) {
            sum += bid[i];
            all &= !bidSide(i) || bidKnown(i);
        }
        return new Seen(sum, all);
    }

    Seen askBetween(int from, int to) {
        double sum = 0;
        boolean all = true;
        for (int i = Math.max(0, from); i <= Math.min(count - 1, to); i++) {
            sum += ask[i];
            all &= !askSide(i) || askKnown(i);
        }
        return new Seen(sum, all);
    }
}
