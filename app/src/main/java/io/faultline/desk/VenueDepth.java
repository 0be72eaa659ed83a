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
import java.util.Objects;

/**
 * One venue's book as signals read it: near price ten times a second, farther out once a second; levels in USD, and the
 * same by bin. A book that is not in step, or only hearsay, is not read. On the desk's thread.
 */
final class VenueDepth {
    private static final int MOST_LEVELS = 10_000;

    /** Beyond this share of mid a book is read once a second only: that part is the larger, and changes little. */
    private static final double NEAR = 0.012;

    /** Walls farther from price than this are not looked for. */
    private static final double BINNED = 0.05;

    private final VenueState state;
    private final long[] prices = new long[MOST_LEVELS];
    private final long[] sizes = new long[MOST_LEVELS];
    private final Map<Side, Half> halves = new EnumMap<>(Side.class);
    private double mid = Double.NaN;
    private long resyncs;
    private boolean continuous;

    /** One side, as it was read last. */
    private static final class Half {
        private BookLevels levels = BookLevels.EMPTY;
        private SideBins bins = SideBins.EMPTY;
        private BookLevels far = BookLevels.EMPTY;
        private long farSecond = Long.MIN_VALUE;
        private long nearLimit;
        private double wanted;
        private int scale;

        /** Deepest price read where there are more levels than are ever read; NaN otherwise. */
        private double cut = Double.NaN;

        void forget() {
            levels = BookLevels.EMPTY;
            bins = SideBins.EMPTY;
            far = BookLevels.EMPTY;
            farSecond = Long.MIN_VALUE;
        }
    }

    VenueDepth(VenueState state) {
        this.state = state;
        for (Side side : Side.values()) {
            halves.put(side, new Half());
        }
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
        if (!continuous) {
            halves.values().forEach(Half::forget);
        }
        if (mid > 0) {
            long second = Math.floorDiv(nanos, 1_000_000_000L);
            read(book.book(), Side.BID, Math.max(below, NEAR), second);
            read(book.book(), Side.ASK, Math.max(above, NEAR), second);
        }
    }

    private void read(OrderBook book, Side side, double wanted, long second) {
        Half half = half(side);
        boolean bids = side == Side.BID;
        double power = Decimals.power(book.priceScale());
        long known = bids ? book.knownBidFloor() : book.knownAskCeiling();
        if (second != half.farSecond || half.scale != book.priceScale() || wanted > half.wanted) {
            half.farSecond = second;
            half.scale = book.priceScale();
            half.wanted = wanted;
            half.nearLimit = limit(mid * (bids ? 1 - NEAR : 1 + NEAR) * power, known, bids);
            long limit = limit(mid * (bids ? 1 - wanted : 1 + wanted) * power, known, bids);
            int count = book.copyLevels(side, limit, MOST_LEVELS, prices, sizes);
            int near = 0;
            while (near < count && (bids ? prices[near] >= half.nearLimit : prices[near] <= half.nearLimit)) {
                near++;
            }
            half.cut = count == MOST_LEVELS ? prices[count - 1] / power : Double.NaN;
            half.far = levels(book, near, count, Double.NaN, BookLevels.EMPTY);
        }
        int count = book.copyLevels(side, half.nearLimit, MOST_LEVELS, prices, sizes);
        double edge = Double.isNaN(half.cut) ? known / power : half.cut;
        half.levels = levels(book, 0, count, count + half.far.count() == 0 ? mid : edge, half.far);
        half.bins = bids
                ? SideBins.of(half.levels, Math.max(edge, mid * (1 - BINNED)), Double.POSITIVE_INFINITY)
                : SideBins.of(half.levels, 0, Math.min(edge, mid * (1 + BINNED)));
    }

    private static long limit(double wanted, long known, boolean bids) {
        return Math.max(1, bids ? Math.max((long) wanted, known) : Math.min((long) wanted, known));
    }

    private BookLevels levels(OrderBook book, int from, int to, double edge, BookLevels beyond) {
        double power = Decimals.power(book.priceScale());
        double unit = state.contractSize() / Decimals.power(book.sizeScale());
        double[] price = new double[to - from];
        double[] size = new double[to - from];
        for (int i = from; i < to; i++) {
            price[i - from] = prices[i] / power;
            size[i - from] = sizes[i] * unit;
        }
        return new BookLevels(price, size, edge, beyond.count() == 0 ? null : beyond);
    }

    private Half half(Side side) {
        return Objects.requireNonNull(halves.get(side));
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
        return half(side).levels;
    }

    /** By bin, within 5 % of mid. */
    SideBins bins(Side side) {
        return half(side).bins;
    }

    /** How far from the mid every level is seen; 0 where it is not in step. */
    double reachBps(PositionSide towards, double from) {
        return inStep() ? levels(sideHit(towards)).reachBps(towards, from) : 0;
    }
}
