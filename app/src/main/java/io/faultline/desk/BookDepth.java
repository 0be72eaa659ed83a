package io.faultline.desk;

import io.faultline.market.Decimals;

/**
 * Resting orders near the price, best first on each side: a copy that nobody writes again. It holds every level within
 * the reach that the desk publishes; {@link #bidFloor} and {@link #askCeiling} say how far that is seen, and beyond
 * them depth is unknown, not thin.
 */
public final class BookDepth {
    /** No levels at all. */
    public static final BookDepth EMPTY =
            new BookDepth(0, 0, 1, new long[0], new long[0], new long[0], new long[0], 0, 0);

    private final int priceScale;
    private final int sizeScale;
    private final double usdUnit;
    private final double baseUnit;
    private final long[] bidPrices;
    private final long[] bidSizes;
    private final long[] askPrices;
    private final long[] askSizes;
    private final long bidFloor;
    private final long askCeiling;

    /** The arrays are handed over. */
    BookDepth(
            int priceScale,
            int sizeScale,
            double contractSize,
            long[] bidPrices,
            long[] bidSizes,
            long[] askPrices,
            long[] askSizes,
            long bidFloor,
            long askCeiling) {
        this.priceScale = priceScale;
        this.sizeScale = sizeScale;
        this.baseUnit = contractSize / Decimals.power(sizeScale);
        this.usdUnit = contractSize / Decimals.power(priceScale) / Decimals.power(sizeScale);
        this.bidPrices = bidPrices;
        this.bidSizes = bidSizes;
        this.askPrices = askPrices;
        this.askSizes = askSizes;
        this.bidFloor = bidFloor;
        this.askCeiling = askCeiling;
    }

    public int priceScale() {
        return priceScale;
    }

    public int sizeScale() {
        return sizeScale;
    }

    public int bids() {
        return bidPrices.length;
    }

    public int asks() {
        return askPrices.length;
    }

    /** Scaled price of the bid at that rank, 0 the best. */
    public long bidPrice(int rank) {
        return bidPrices[rank];
    }

    public long bidSize(int rank) {
        return bidSizes[rank];
    }

    public long askPrice(int rank) {
        return askPrices[rank];
    }

    public long askSize(int rank) {
        return askSizes[rank];
    }

    /** Notional of the bid at that rank, USD. */
    public double bidUsd(int rank) {
        return usd(bidPrices[rank], bidSizes[rank]);
    }

    /** Notional of the ask at that rank, USD. */
    public double askUsd(int rank) {
        return usd(askPrices[rank], askSizes[rank]);
    }

    /** Size of the bid at that rank, base units. */
    public double bidBase(int rank) {
        return bidSizes[rank] * baseUnit;
    }

    /** Size of the ask at that rank, base units. */
    public double askBase(int rank) {
        return askSizes[rank] * baseUnit;
    }

    private double usd(long price, long size) {
        return (double) price * size * usdUnit;
    }

    /** Lowest scaled price down to which every bid is seen; 0 where nothing is. */
    public long bidFloor() {
        return bidFloor;
    }

    /** Highest scaled price up to which every ask is seen; 0 where nothing is. */
    public long askCeiling() {
        return askCeiling;
    }

    /** Mid of the best bid and ask in quote, or NaN with a side empty. */
    public double mid() {
        if (bids() == 0 || asks() == 0) {
            return Double.NaN;
        }
        return Decimals.toDouble(bidPrices[0] + askPrices[0], priceScale) / 2;
    }

    /** How far below the mid every bid is seen, as a share of the mid: 0.1 at most; NaN where nothing is. */
    public double bidReach() {
        return bidFloor == 0 ? Double.NaN : 1 - Decimals.toDouble(bidFloor, priceScale) / mid();
    }

    /** How far above the mid every ask is seen, as a share of the mid. */
    public double askReach() {
        return askCeiling == 0 ? Double.NaN : Decimals.toDouble(askCeiling, priceScale) / mid() - 1;
    }
}
