package io.faultline.signal;

import io.faultline.market.PositionSide;

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
        if (prices.length != sizes.length) {
            throw new IllegalArgumentException(prices.length + " prices, " + sizes.length + " sizes");
        }
        this.prices = prices;
        this.sizes = sizes;
        this.edge = edge;
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
        order = rising ? 1 : falling ? -1 : 0;
    }

    public int count() {
        return prices.length;
    }

    public double price(int level) {
        return prices[level];
    }

    public double usd(int level) {
        return prices[level] * sizes[level];
    }

    /** USD of the levels at prices from {@code low} to {@code high}, both included. */
    public double usdBetween(double low, double high) {
        if (low > high) {
            return 0;
        }
        if (order == 0) {
            double usd = 0;
            for (int i = 0; i < prices.length; i++) {
                usd += prices[i] >= low && prices[i] <= high ? usd(i) : 0;
            }
            return usd;
        }
        return order > 0
                ? before[levelsTo(high, true)] - before[levelsTo(low, false)]
                : before[levelsTo(low, true)] - before[levelsTo(high, false)];
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
        return order == 0 ? 0 : levelsTo(order > 0 ? low : high, false);
    }

    /** One past the index of the last such level. */
    int endBetween(double low, double high) {
        return order == 0 ? prices.length : levelsTo(order > 0 ? high : low, true);
    }

    /** Price of the largest level from {@code low} to {@code high}, both included; NaN if there is none. */
    public double largestBetween(double low, double high) {
        double largest = Double.NaN;
        double usd = 0;
        int end = endBetween(low, high);
        for (int i = firstBetween(low, high); i < end; i++) {
            if (prices[i] >= low && prices[i] <= high && usd(i) > usd) {
                usd = usd(i);
                largest = prices[i];
            }
        }
        return largest;
    }

    /** Whether what rests at a price is known; bids are what longs' liquidation eats. */
    boolean knows(PositionSide side, double price) {
        if (prices.length == 0) {
            return false;
        }
        double deepest = Double.isNaN(edge) ? prices[prices.length - 1] : edge;
        return Towards.sign(side) * (price - deepest) <= 0;
    }

    /** From mid as far as every level is known, in USD of price, 0 for no levels; bids are what longs' liquidation eats. */
    double reach(PositionSide side, double mid) {
        int sign = Towards.sign(side);
        if (!Double.isNaN(edge)) {
            return Math.max(0, sign * (edge - mid));
        }
        if (prices.length > 0 && order != 0) {
            return Math.max(0, Math.max(sign * (prices[0] - mid), sign * (prices[prices.length - 1] - mid)));
        }
        double deepest = 0;
        for (double price : prices) {
            deepest = Math.max(deepest, sign * (price - mid));
        }
        return deepest;
    }

    /** The same in basis points of mid. */
    public double reachBps(PositionSide side, double mid) {
        return reach(side, mid) / mid * 1e4;
    }
}
