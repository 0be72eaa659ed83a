package io.faultline.market;

/**
 * First, highest, lowest and last price of a bar, exact: value = {@code scaled / 10^scale}, quote per base.
 *
 * @param scale 0 to {@link Decimals#MAX_SCALE}
 */
public record Ohlc(int scale, long open, long high, long low, long close) {
    public Ohlc {
        if (scale < 0 || scale > Decimals.MAX_SCALE) {
            throw new IllegalArgumentException("a price scale of " + scale);
        }
        if (!ordered(open, high, low, close)) {
            throw new IllegalArgumentException(
                    "prices out of order: " + open + ", high " + high + ", low " + low + ", " + close);
        }
    }

    /** Whether such a bar can be: all prices positive, and none beyond the highest or the lowest. */
    public static boolean ordered(long open, long high, long low, long close) {
        return low > 0 && low <= Math.min(open, close) && high >= Math.max(open, close);
    }

    /** For models and drawing. */
    public double openPrice() {
        return Decimals.toDouble(open, scale);
    }

    /** For models and drawing. */
    public double highPrice() {
        return Decimals.toDouble(high, scale);
    }

    /** For models and drawing. */
    public double lowPrice() {
        return Decimals.toDouble(low, scale);
    }

    /** For models and drawing. */
    public double closePrice() {
        return Decimals.toDouble(close, scale);
    }
}
