package io.faultline.desk;

import io.faultline.market.Decimals;

/**
 * What was bought and sold at each price since {@link #sinceNanos}. Immutable: it shares pages with its successors.
 */
public final class TradedVolume {
    /** Nothing traded yet. */
    public static final TradedVolume EMPTY = new TradedVolume(0, 0, 0, 1, new long[0], new long[0][]);

    static final int PAGE_BITS = 7;
    static final int PAGE_SIZE = 1 << PAGE_BITS;

    private final long sinceNanos;
    private final int priceScale;
    private final int sizeScale;
    private final double contractSize;
    private final long[] pageNumbers;
    private final long[][] pages;

    /** Pages ascend; each holds {@link #PAGE_SIZE} pairs of bought and sold size. The arrays are handed over. */
    TradedVolume(
            long sinceNanos, int priceScale, int sizeScale, double contractSize, long[] pageNumbers, long[][] pages) {
        this.sinceNanos = sinceNanos;
        this.priceScale = priceScale;
        this.sizeScale = sizeScale;
        this.contractSize = contractSize;
        this.pageNumbers = pageNumbers;
        this.pages = pages;
    }

    /** Receive time of the first trade in it, nanoseconds since 1970; 0 with none. */
    public long sinceNanos() {
        return sinceNanos;
    }

    public int priceScale() {
        return priceScale;
    }

    /** Adds up notional in USD into rows, for drawing on the JavaFX thread: it makes nothing. */
    public interface Row {
        /** Takes one price's sums; {@code price} is scaled by {@link #priceScale}. */
        void add(long price, double boughtUsd, double soldUsd);
    }

    /** Visits every traded price from {@code from} (inclusive) to {@code to} (exclusive), ascending. */
    public void visit(long from, long to, Row row) {
        double unit = contractSize / Decimals.power(priceScale) / Decimals.power(sizeScale);
        for (int p = 0; p < pages.length; p++) {
            long first = pageNumbers[p] << PAGE_BITS;
            if (first >= to || first + PAGE_SIZE <= from) {
                continue;
            }
            long[] page = pages[p];
            for (int i = 0; i < PAGE_SIZE; i++) {
                long price = first + i;
                long bought = page[2 * i];
                long sold = page[2 * i + 1];
                if (price >= from && price < to && (bought != 0 || sold != 0)) {
                    row.add(price, bought * unit * price, sold * unit * price);
                }
            }
        }
    }
}
