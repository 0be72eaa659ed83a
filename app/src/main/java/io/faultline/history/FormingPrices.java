package io.faultline.history;

import io.faultline.market.Decimals;
import io.faultline.market.Ohlc;

/** The prices of a bar that is not finished, exact. */
final class FormingPrices {
    private int scale;
    private long open;
    private long high;
    private long low;
    private long close;
    private boolean any;

    /** Adds a price; one that cannot be is left out. */
    void add(int priceScale, long price) {
        if (price <= 0) {
            return;
        }
        if (!any) {
            scale = priceScale;
        }
        if (priceScale > scale) {
            if (!Decimals.fits(high, scale, priceScale)) {
                return;
            }
            open = Decimals.rescale(open, scale, priceScale);
            high = Decimals.rescale(high, scale, priceScale);
            low = Decimals.rescale(low, scale, priceScale);
            close = Decimals.rescale(close, scale, priceScale);
            scale = priceScale;
        } else if (!Decimals.fits(price, priceScale, scale)) {
            return;
        }
        long scaled = Decimals.rescale(price, priceScale, scale);
        open = any ? open : scaled;
        high = any ? Math.max(high, scaled) : scaled;
        low = any ? Math.min(low, scaled) : scaled;
        close = scaled;
        any = true;
    }

    boolean any() {
        return any;
    }

    /** Only if there are {@link #any}. */
    Ohlc prices() {
        return new Ohlc(scale, open, high, low, close);
    }

    /** Becomes what the other is, and leaves that empty. */
    void take(FormingPrices other) {
        scale = other.scale;
        open = other.open;
        high = other.high;
        low = other.low;
        close = other.close;
        any = other.any;
        other.any = false;
    }
}
