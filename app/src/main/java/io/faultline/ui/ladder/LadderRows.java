package io.faultline.ui.ladder;

import io.faultline.desk.BookDepth;
import io.faultline.desk.TradedVolume;
import io.faultline.market.Decimals;
import java.util.Arrays;

/**
 * What each row of the ladder holds, summed up from the levels and the trades of one or more books, whose ticks may
 * differ. Row {@code i} of {@link #count} is number {@code low + i} of its axis and covers prices from
 * {@code (low + i) * grouping} to below the next. All sums are in USD. The arrays are used again, so filling makes
 * nothing. JavaFX thread only.
 */
final class LadderRows implements TradedVolume.Row {
    private static final long NONE = Long.MIN_VALUE;

    /** The longest bar stands for this quantile of the rows that hold anything, where one level dwarfs them. */
    private static final double USUAL_LARGEST = 0.98;

    private static final double DWARFS = 2.5;

    private double[] bid = new double[0];
    private double[] ask = new double[0];
    private double[] cumulative = new double[0];
    private double[] bought = new double[0];
    private double[] sold = new double[0];
    private int[] bidSeen = new int[0];
    private int[] askSeen = new int[0];
    private double[] sorted = new double[0];
    private long low;
    private int count;
    private double grouping;
    private int groupingDecimals;
    private int books;
    private double aboveRows;
    private double belowRows;
    private long bestBid;
    private long bestAsk;
    private long units;
    private long factor;
    private double largestBook;
    private double largestTraded;

    /** Starts anew, with nothing in the rows; {@code width} is their grouping, in quote. */
    void begin(long lowRow, int rows, double width) {
        low = lowRow;
        count = rows;
        grouping = width;
        groupingDecimals = RowTexts.decimals(width);
        if (bid.length < rows) {
            bid = new double[rows];
            ask = new double[rows];
            cumulative = new double[rows];
            bought = new double[rows];
            sold = new double[rows];
            bidSeen = new int[rows];
            askSeen = new int[rows];
            sorted = new double[2 * rows];
        }
        Arrays.fill(bid, 0, rows, 0);
        Arrays.fill(ask, 0, rows, 0);
        Arrays.fill(cumulative, 0, rows, 0);
        Arrays.fill(bought, 0, rows, 0);
        Arrays.fill(sold, 0, rows, 0);
        Arrays.fill(bidSeen, 0, rows, 0);
        Arrays.fill(askSeen, 0, rows, 0);
        books = 0;
        aboveRows = 0;
        belowRows = 0;
        bestBid = NONE;
        bestAsk = NONE;
    }

    /** Adds one venue's book and trades; {@code tick} is its own, in quote. */
    void add(BookDepth depth, TradedVolume traded, double tick) {
        books++;
        scale(depth.priceScale());
        addBids(depth);
        addAsks(depth, Math.max(1, Math.round(tick * Decimals.power(depth.priceScale()))));
        scale(traded.priceScale());
        long from = Math.floorDiv(low * units, factor);
        long to = Math.floorDiv((low + count) * units, factor) + 1;
        traded.visit(from, to, this);
    }

    /** Sums up what needs all books; the rows may be read from here on. */
    void end() {
        double above = aboveRows;
        for (int i = count - 1; i >= 0; i--) {
            if (bidSide(i)) {
                above += bid[i];
                cumulative[i] += above;
            }
        }
        double below = belowRows;
        for (int i = 0; i < count; i++) {
            if (askSide(i)) {
                below += ask[i];
                cumulative[i] += below;
            }
        }
        largestTraded = 0;
        for (int i = 0; i < count; i++) {
            largestTraded = Math.max(largestTraded, Math.max(bought[i], sold[i]));
        }
        largestBook = usualLargest();
    }

    /** One book alone. */
    void fill(BookDepth depth, TradedVolume traded, long lowRow, int rows, double width, double tick) {
        begin(lowRow, rows, width);
        add(depth, traded, tick);
        end();
    }

    /** How many units of a price of that scale make up that width. */
    static long units(double width, int priceScale) {
        return Math.max(1, Math.round(width * Decimals.power(priceScale)));
    }

    /** A row is {@link #units} of a price of that scale times {@link #factor}: a tick may be coarser than a row. */
    private void scale(int priceScale) {
        int finer = Math.max(0, groupingDecimals - priceScale);
        factor = Decimals.power(finer);
        units = units(grouping, priceScale + finer);
    }

    private long row(long price) {
        return Math.floorDiv(price * factor, units);
    }

    private void addBids(BookDepth depth) {
        int levels = depth.bids();
        if (levels == 0) {
            return;
        }
        bestBid = Math.max(bestBid, row(depth.bidPrice(0)));
        long firstUnknown = -Math.floorDiv(-depth.bidFloor() * factor, units) - 1;
        for (int i = (int) Math.max(0, Math.min(count, firstUnknown + 1 - low)); i < count; i++) {
            bidSeen[i]++;
        }
        for (int rank = 0; rank < levels; rank++) {
            long offset = row(depth.bidPrice(rank)) - low;
            if (offset < 0) {
                break;
            }
            if (offset >= count) {
                aboveRows += depth.bidUsd(rank);
            } else {
                bid[(int) offset] += depth.bidUsd(rank);
            }
        }
    }

    private void addAsks(BookDepth depth, long tickUnits) {
        int levels = depth.asks();
        if (levels == 0) {
            return;
        }
        long best = row(depth.askPrice(0));
        bestAsk = bestAsk == NONE ? best : Math.min(bestAsk, best);
        long firstUnknown = row(depth.askCeiling() + tickUnits);
        int seenTo = (int) Math.max(0, Math.min(count, firstUnknown - low));
        for (int i = 0; i < seenTo; i++) {
            askSeen[i]++;
        }
        for (int rank = 0; rank < levels; rank++) {
            long offset = row(depth.askPrice(rank)) - low;
            if (offset >= count) {
                break;
            }
            if (offset < 0) {
                belowRows += depth.askUsd(rank);
            } else {
                ask[(int) offset] += depth.askUsd(rank);
            }
        }
    }

    @Override
    public void add(long price, double boughtUsd, double soldUsd) {
        long i = row(price) - low;
        if (i >= 0 && i < count) {
            bought[(int) i] += boughtUsd;
            sold[(int) i] += soldUsd;
        }
    }

    /** The largest row, or a usual large one where a single level would flatten all others. */
    private double usualLargest() {
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if (bid[i] > 0) {
                sorted[filled++] = bid[i];
            }
            if (ask[i] > 0) {
                sorted[filled++] = ask[i];
            }
        }
        if (filled == 0) {
            return 0;
        }
        Arrays.sort(sorted, 0, filled);
        double largest = sorted[filled - 1];
        double usual = sorted[Math.min(filled - 1, (int) ((filled - 1) * USUAL_LARGEST))];
        return usual > 0 && largest > DWARFS * usual ? usual : largest;
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

    /** Whether any book shows every bid of that row; beyond all reaches nothing is seen but what changed since. */
    boolean bidKnown(int i) {
        return bidSeen[i] > 0;
    }

    boolean askKnown(int i) {
        return askSeen[i] > 0;
    }

    /**
     * Whether every book shows every bid from the best down to that row's far edge. From the nearest book's end outward
     * the row and all that is summed up to it are lower bounds.
     */
    boolean bidWhole(int i) {
        return bidSeen[i] == books;
    }

    boolean askWhole(int i) {
        return askSeen[i] == books;
    }

    /** What the longest bar stands for: no more than one row in fifty is longer. */
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
            all &= !bidSide(i) || bidWhole(i);
        }
        return new Seen(sum, all);
    }

    Seen askBetween(int from, int to) {
        double sum = 0;
        boolean all = true;
        for (int i = Math.max(0, from); i <= Math.min(count - 1, to); i++) {
            sum += ask[i];
            all &= !askSide(i) || askWhole(i);
        }
        return new Seen(sum, all);
    }
}
