package io.faultline.desk;

import io.faultline.market.Decimals;
import io.faultline.market.Instrument;
import io.faultline.market.Venue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resting orders of several venues summed into rows of one price grid, although their ticks, lots and contracts differ.
 * A book that is not provably in step is left out and named, never summed: what is shown is then of fewer venues.
 *
 * <p>To draw it, keep one, {@link #fill} it on each pulse with the rows that show (it makes nothing once it has grown),
 * then read row by row: index 0 is row {@code low}, which covers prices from {@code low * step} to below the next. A
 * row's sum is a lower bound where {@link #bidVenues} is less than {@link #venues}: the other books do not reach so far.
 * Books of different venues lock and cross each other all the time, so a row may have bids and asks. One thread.
 */
public final class MergedDepth {
    private static final long NONE = Long.MIN_VALUE;

    private final RowSums bids = new RowSums();
    private final RowSums asks = new RowSums();
    private PriceGrid grid = new PriceGrid(1, 0);
    private long low;
    private int rows;
    private int merged;
    private @Nullable VenueView bidVenue;
    private @Nullable VenueView askVenue;
    private double bestBid = Double.NaN;
    private double bestAsk = Double.NaN;

    /** A venue whose book is not in the sums, and why, in words. */
    public record LeftOut(Venue venue, String reason) {}

    /**
     * Sums up anew.
     *
     * @param chosen the venues to sum; one whose book is indicative counts only when it is chosen alone
     * @param step width of a row in quote: a multiple of the coarsest tick, see {@link #coarsestTick}
     * @param lowRow number of the lowest row
     */
    public void fill(DeskView view, Set<Venue> chosen, long nowNanos, double step, long lowRow, int rowCount) {
        grid = PriceGrid.of(step);
        low = lowRow;
        rows = rowCount;
        merged = 0;
        bidVenue = null;
        askVenue = null;
        bestBid = Double.NaN;
        bestAsk = Double.NaN;
        bids.begin(rowCount);
        asks.begin(rowCount);
        List<VenueView> venues = view.venues();
        for (int i = 0; i < venues.size(); i++) {
            VenueView venue = venues.get(i);
            if (merges(venue, chosen, nowNanos)) {
                merged++;
                addBids(venue);
                addAsks(venue);
            }
        }
        bids.accumulateDown();
        asks.accumulateUp();
    }

    private static boolean merges(VenueView venue, Set<Venue> chosen, long nowNanos) {
        return chosen.contains(venue.instrument().venue())
                && venue.inStep(nowNanos)
                && (!venue.indicative() || chosen.size() == 1);
    }

    /** Which of the chosen venues' books are not summed at that time. */
    public static List<LeftOut> leftOut(DeskView view, Set<Venue> chosen, long nowNanos) {
        List<LeftOut> left = new ArrayList<>();
        for (VenueView venue : view.venues()) {
            Venue name = venue.instrument().venue();
            if (chosen.contains(name) && !merges(venue, chosen, nowNanos)) {
                String reason = venue.inStep(nowNanos) ? "indicative book" : venue.whyNotInStep(nowNanos);
                left.add(new LeftOut(name, reason));
            }
        }
        return left;
    }

    /** The coarsest tick of the chosen venues in quote, of which a row's width should be a multiple; NaN before any. */
    public static double coarsestTick(DeskView view, Set<Venue> chosen) {
        double coarsest = Double.NaN;
        for (VenueView venue : view.venues()) {
            Instrument listing = venue.listing();
            if (listing != null && chosen.contains(venue.instrument().venue())) {
                double tick = listing.tick().doubleValue();
                coarsest = coarsest >= tick ? coarsest : tick;
            }
        }
        return coarsest;
    }

    private void addBids(VenueView venue) {
        BookDepth depth = venue.book().depth();
        int scale = depth.priceScale();
        if (depth.bids() > 0) {
            double best = Decimals.toDouble(depth.bidPrice(0), scale);
            if (!(best <= bestBid)) {
                bestBid = best;
                bidVenue = venue;
            }
        }
        long row = NONE;
        long rowStart = Long.MAX_VALUE;
        for (int rank = 0; rank < depth.bids(); rank++) {
            long price = depth.bidPrice(rank);
            if (price < rowStart) {
                row = grid.row(price, scale);
                rowStart = grid.first(row, scale);
                if (row < low) {
                    break;
                }
            }
            bids.add(row - low, depth.bidUsd(rank), depth.bidBase(rank));
        }
        if (depth.bidFloor() > 0) {
            long firstKnown = grid.row(depth.bidFloor() - 1, scale) + 1;
            bids.seen(firstKnown - low, rows);
        }
    }

    private void addAsks(VenueView venue) {
        BookDepth depth = venue.book().depth();
        int scale = depth.priceScale();
        if (depth.asks() > 0) {
            double best = Decimals.toDouble(depth.askPrice(0), scale);
            if (!(best >= bestAsk)) {
                bestAsk = best;
                askVenue = venue;
            }
        }
        long row = NONE;
        long nextStart = Long.MIN_VALUE;
        for (int rank = 0; rank < depth.asks(); rank++) {
            long price = depth.askPrice(rank);
            if (price >= nextStart) {
                row = grid.row(price, scale);
                nextStart = grid.first(row + 1, scale);
                if (row >= low + rows) {
                    break;
                }
            }
            asks.add(row - low, depth.askUsd(rank), depth.askBase(rank));
        }
        if (depth.askCeiling() > 0) {
            asks.seen(0, grid.row(depth.askCeiling() + venue.tickUnits(), scale) - low);
        }
    }

    public int rows() {
        return rows;
    }

    /** Number of the lowest row on the grid. */
    public long low() {
        return low;
    }

    /** How many venues' books are in the sums. */
    public int venues() {
        return merged;
    }

    /** Resting bids in the row at that index, USD. */
    public double bidUsd(int index) {
        return bids.usd[index];
    }

    public double askUsd(int index) {
        return asks.usd[index];
    }

    /** Resting bids in the row at that index, base units. */
    public double bidBase(int index) {
        return bids.base[index];
    }

    public double askBase(int index) {
        return asks.base[index];
    }

    /** Bids from the best price down to the far edge of that row, USD. */
    public double bidCumulativeUsd(int index) {
        return bids.cumulative[index];
    }

    /** Asks from the best price up to the far edge of that row, USD. */
    public double askCumulativeUsd(int index) {
        return asks.cumulative[index];
    }

    /** How many of the venues' books show every bid of that row. */
    public int bidVenues(int index) {
        return bids.seen[index];
    }

    public int askVenues(int index) {
        return asks.seen[index];
    }

    /** Highest bid of all, in quote; NaN with none. */
    public double bestBid() {
        return bestBid;
    }

    /** Lowest ask of all, in quote; NaN with none. It may be at or below {@link #bestBid}. */
    public double bestAsk() {
        return bestAsk;
    }

    /** Whose the best bid is; null with none. */
    public @Nullable Venue bestBidVenue() {
        return bidVenue == null ? null : bidVenue.instrument().venue();
    }

    public @Nullable Venue bestAskVenue() {
        return askVenue == null ? null : askVenue.instrument().venue();
    }

    /** Whether one venue bids what another asks, or more: normal, and no fault of a book. */
    public boolean lockedOrCrossed() {
        return bestBid >= bestAsk;
    }

    /** One side's sums, one row after the other; what lies beyond the rows, nearer to the best, is summed apart. */
    private static final class RowSums {
        private double[] usd = new double[0];
        private double[] base = new double[0];
        private double[] cumulative = new double[0];
        private int[] seen = new int[0];
        private int rows;
        private double nearerUsd;

        void begin(int count) {
            rows = count;
            nearerUsd = 0;
            if (usd.length < count) {
                usd = new double[count];
                base = new double[count];
                cumulative = new double[count];
                seen = new int[count];
            }
            Arrays.fill(usd, 0, count, 0);
            Arrays.fill(base, 0, count, 0);
            Arrays.fill(seen, 0, count, 0);
        }

        void add(long index, double notional, double size) {
            if (index >= 0 && index < rows) {
                usd[(int) index] += notional;
                base[(int) index] += size;
            } else {
                nearerUsd += notional;
            }
        }

        /** One venue more sees the rows from {@code from} to below {@code to}. */
        void seen(long from, long to) {
            for (int i = (int) Math.max(0, Math.min(rows, from)); i < Math.min(rows, to); i++) {
                seen[i]++;
            }
        }

        void accumulateDown() {
            double sum = nearerUsd;
            for (int i = rows - 1; i >= 0; i--) {
                sum += usd[i];
                cumulative[i] = sum;
            }
        }

        void accumulateUp() {
            double sum = nearerUsd;
            for (int i = 0; i < rows; i++) {
                sum += usd[i];
                cumulative[i] = sum;
            }
        }
    }
}
