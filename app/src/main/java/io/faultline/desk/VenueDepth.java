package io.faultline.desk;

import io.faultline.book.BookSynchronizer;
import io.faultline.book.OrderBook;
import io.faultline.market.Decimals;
import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Venue;
import io.faultline.signal.BookLevels;
import io.faultline.signal.SideBins;
import java.util.EnumMap;
import java.util.Map;

/**
 * One venue's book as signals read it, ten times a second: levels in USD as far out as somebody asks for, and the same
 * by bin. A book that is not in step, or only hearsay, is not read. On the desk's thread.
 */
final class VenueDepth {
    private static final int MOST_LEVELS = 10_000;

    /** Walls farther from price than this are not looked for. */
    private static final double BINNED = 0.05;

    private static final Half NOTHING = new Half(BookLevels.EMPTY, SideBins.EMPTY);

    private final VenueState state;
    private final long[] prices = new long[MOST_LEVELS];
    private final long[] sizes = new long[MOST_LEVELS];
    private final Map<Side, Half> halves = new EnumMap<>(Side.class);
    private double mid = Double.NaN;
    private long resyncs;
    private boolean continuous;

    private record Half(BookLevels levels, SideBins bins) {}

    VenueDepth(VenueState state) {
        this.state = state;
    }

    /** Bids are what longs' liquidation eats. */
    static Side sideHit(PositionSide side) {
        return side == PositionSide.LONG ? Side.BID : Side.ASK;
    }

    /**
     * Reads the book as it is.
     *
     * @param below share of mid down to which bids are wanted
     * @param above share of mid up to which asks are wanted
     */
    void read(long nanos, double below, double above) {
        double before = mid;
        mid = state.mid(nanos);
        BookSynchronizer book = state.synchronizer();
        long resynced = book.counters().resyncs();
        continuous = mid > 0 && before > 0 && resynced == resyncs;
        resyncs = resynced;
        halves.clear();
        if (mid > 0) {
            halves.put(Side.BID, half(book.book(), Side.BID, mid * (1 - below)));
            halves.put(Side.ASK, half(book.book(), Side.ASK, mid * (1 + above)));
        }
    }

    private Half half(OrderBook book, Side side, double wanted) {
        int scale = book.priceScale();
        boolean bids = side == Side.BID;
        double power = Decimals.power(scale);
        long known = bids ? book.knownBidFloor() : book.knownAskCeiling();
        long limit = (long) (wanted * power);
        limit = Math.max(1, bids ? Math.max(limit, known) : Math.min(limit, known));
        int count = book.copyLevels(side, limit, MOST_LEVELS, prices, sizes);
        double unit = state.contractSize() / Decimals.power(book.sizeScale());
        double[] price = new double[count];
        double[] size = new double[count];
        for (int i = 0; i < count; i++) {
            price[i] = prices[i] / power;
            size[i] = sizes[i] * unit;
        }
        boolean cut = count == MOST_LEVELS;
        double edge = cut ? price[count - 1] : known / power;
        BookLevels levels = new BookLevels(price, size, count == 0 ? mid : edge);
        return new Half(levels, bins(levels, side, edge));
    }

    private SideBins bins(BookLevels levels, Side side, double edge) {
        return side == Side.BID
                ? SideBins.of(levels, Math.max(edge, mid * (1 - BINNED)), Double.POSITIVE_INFINITY)
                : SideBins.of(levels, 0, Math.min(edge, mid * (1 + BINNED)));
    }

    Venue venue() {
        return state.instrument().venue();
    }

    boolean inStep() {
        return mid > 0;
    }

    /** Whether it was in step at the last reading too, and never out of it meanwhile. */
    boolean continuous() {
        return continuous;
    }

    /** NaN where it is not in step. */
    double mid() {
        return mid;
    }

    /** Best first; no levels where it is not in step. */
    BookLevels levels(Side side) {
        return halves.getOrDefault(side, NOTHING).levels;
    }

    /** By bin, within 5 % of mid. */
    SideBins bins(Side side) {
        return halves.getOrDefault(side, NOTHING).bins;
    }

    /** How far from the mid every level is seen; 0 where it is not in step. */
    double reachBps(PositionSide towards, double from) {
        return inStep() ? levels(sideHit(towards)).reachBps(towards, from) : 0;
    }
}
