package io.faultline.signal;

/** Whether size thresholds, which were published for BTC, follow the market's own size. */
public enum SizeScale {
    /** In proportion to open interest: as published at 10 bn USD. */
    BY_OPEN_INTEREST,
    /** As published, whatever the market. */
    AS_PUBLISHED;

    private static final double REFERENCE_USD = 10e9;

    /** A published threshold in USD, scaled for a market of this open interest in USD. */
    public double apply(double publishedUsd, double openInterestUsd) {
        return this == BY_OPEN_INTEREST ? publishedUsd * (openInterestUsd / REFERENCE_USD) : publishedUsd;
    }
}
