package io.faultline.signal;

import io.faultline.market.PositionSide;

/** One side of a book as far as its venue shows it, in any order. The arrays are kept, and never written. */
public final class BookLevels {
    public static final BookLevels EMPTY = new BookLevels(new double[0], new double[0]);

    private final double[] prices;
    private final double[] sizes;

    /**
     * @param prices USD; positive
     * @param sizes in base coin, not negative; as many as prices. The caller must not write either afterwards.
     */
    public BookLevels(double[] prices, double[] sizes) {
        if (prices.length != sizes.length) {
            throw new IllegalArgumentException(prices.length + " prices, " + sizes.length + " sizes");
        }
        for (int i = 0; i < prices.length; i++) {
            if (!(prices[i] > 0 && sizes[i] >= 0 && prices[i] * sizes[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("level of " + sizes[i] + " at " + prices[i]);
            }
        }
        this.prices = prices;
        this.sizes = sizes;
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

    /** From mid to the deepest level, in USD of price, 0 for no levels; bids are what longs' liquidation eats. */
    double reach(PositionSide side, double mid) {
        int sign = Towards.sign(side);
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
