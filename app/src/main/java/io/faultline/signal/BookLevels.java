package io.faultline.signal;

import io.faultline.market.PositionSide;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book as far as its venue shows it, in any order; sums are quick where the levels are in order of price.
 * The arrays are kept, and never written.
 */
public final class BookLevels {
    public static final BookLevels EMPTY = new BookLevels(new double[0], new double[0]);

    private final double[] prices;
    private final double[] sizes;

    /** Price as far as which every level is known; NaN if that is the deepest level. */
    private final double edge;

    /** USD of all levels before one, so that what lies between two is one subtraction. */
    private final double[] before;

    /** Levels that all lie farther out than these. */
    private final @Nullable BookLevels beyond;

    /** 1 if prices rise from level to level, −1 if they fall, 0 if neither. */
    private final int order;

    /**
     * @param prices USD; positive
     * @param sizes in base coin, not negative; as many as prices. The caller must not write either afterwards.
     */
    public BookLevels(double[] prices, double[] sizes) {
        this(prices, sizes, Double.NaN);
    }

    /**
     * A part of a side that is seen farther than it is given.
     *
     * @param edge price as far as which the venue shows every level
     */
    public BookLevels(double[] prices, double[] sizes, double edge) {
        this(prices, sizes, edge, null);
    }

    /**
     * A side of which the far part was read earlier.
     *
     * @param prices best first, as are those beyond
     * @param beyond levels that all lie farther out
     */
    public BookLevels(double[] prices, double[] sizes, double edge, @Nullable BookLevels beyond) {
        if (prices.length != sizes.length) {
            throw new IllegalArgumentException(prices.length + " prices, " + sizes.length + " sizes");
        }
        this.prices = prices;
        this.sizes = sizes;
        this.edge = edge;
        this.beyond = beyond;
        before = new double[prices.length + 1];
        boolean rising = true;
        boolean falling = true;
        for (int i = 0; i < prices.length; i++) {
            double usd = prices[i] * sizes[i];
            if (!(prices[i] > 0 && sizes[i] >= 0 && usd < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("level of " + sizes[i] + " at " + prices[i]);
            }
            before[i + 1] = before[i] + usd;
            rising &= i == 0 || prices[i] > prices[i - 1];
            falling &= i == 0 || prices[i] < prices[i - 1];
        }
        int own = rising ? 1 : falling ? -1 : 0;
        order = prices.length < 2 && beyond != null ? beyond.order : own;
        if (beyond != null && (own == 0 || beyond.order == 0)) {
            throw new IllegalArgumentException("levels in no order of price");
        }
    }

    public int count() {
        return prices.length + (beyond == null ? 0 : beyond.count());
    }

    public double price(int level) {
        return level < prices.length || beyond == null ? prices[level] : beyond.price(level - prices.length);
    }

    public double usd(int level) {
        return level < prices.length || beyond == null
                ? prices[level] * sizes[level]
                : beyond.usd(level - prices.length);
    }

    /** USD of the levels at prices from {@code low} to {@code high}, both included. */
    public double usdBetween(double low, double high) {
        if (low > high) {
            return 0;
        }
        double farther = beyond == null ? 0 : beyond.usdBetween(low, high);
        if (order == 0) {
            double usd = 0;
            for (int i = 0; i < prices.length; i++) {
                usd += prices[i] >= low && prices[i] <= high ? usd(i) : 0;
            }
            return usd;
        }
        return farther + before[ownEnd(low, high)] - before[ownFirst(low, high)];
    }

    private int ownFirst(double low, double high) {
        return levelsTo(order > 0 ? low : high, false);
    }

    private int ownEnd(double low, double high) {
        return levelsTo(order > 0 ? high : low, true);
    }

    /** How many levels come before a price is passed, in the order of the levels. */
    private int levelsTo(double price, boolean including) {
        int from = 0;
        int to = prices.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            double way = order * (prices[middle] - price);
            if (way < 0 || (including && way <= 0)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Index of the first level that may lie between two prices. */
    int firstBetween(double low, double high) {
        int first = order == 0 ? 0 : ownFirst(low, high);
        return first < prices.length || beyond == null ? first : first + beyond.firstBetween(low, high);
    }

    /** One past the index of the last such level. */
    int endBetween(double low, double high) {
        int end = order == 0 ? prices.length : ownEnd(low, high);
        return end < prices.length || beyond == null ? end : end + beyond.endBetween(low, high);
    }

    /** Price of the largest level from {@code low} to {@code high}, both included; NaN if there is none. */
    public double largestBetween(double low, double high) {
        double largest = Double.NaN;
        double usd = 0;
        int end = endBetween(low, high);
        for (int i = firstBetween(low, high); i < end; i++) {
            if (price(i) >= low && price(i) <= high && usd(i) > usd) {
                usd = usd(i);
                largest = price(i);
            }
        }
        return largest;
    }

    /** Whether what rests at a price is known; bids are what longs' liquidation eats. */
    boolean knows(PositionSide side, double price) {
        if (count() == 0) {
            return false;
        }
        double deepest = Double.isNaN(edge) ? price(count() - 1) : edge;
        return Towards.sign(side) * (price - deepest) <= 0;
    }

    /** From mid as far as every level is known, in USD of price, 0 for no levels; bids are what longs' liquidation eats. */
    double reach(PositionSide side, double mid) {
        int sign = Towards.sign(side);
        if (!Double.isNaN(edge)) {
            return Math.max(0, sign * (edge - mid));
        }
        double deepest = 0;
        for (int i = order == 0 ? 0 : Math.max(0, count() - 1); i < count(); i++) {
            deepest = Math.max(deepest, sign * (price(i) - mid));
        }
        return order == 0 || count() == 0 ? deepest : Math.max(deepest, sign * (price(0) - mid));
    }

    /** The same in basis points of mid. */
    public double reachBps(PositionSide side, double mid) {
        return reach(side, mid) / mid * 1e4;
    }
}
