package io.faultline.desk;

import io.faultline.market.Decimals;
import io.faultline.market.Trade;
import org.jspecify.annotations.Nullable;

/** The newest trade of a venue, and what has been traded at each price. A trade counts once, however often it is sent. */
final class TradeTape {
    private @Nullable Trade last;
    private long previousPrice;
    private @Nullable TradedPages pages;
    private long count;

    /**
     * Returns whether the trade is new.
     *
     * @param contractSize base units in one unit of size; NaN while nobody knows, so that the volume cannot be kept
     */
    boolean add(Trade trade, double contractSize) {
        Trade before = last;
        if (before != null && trade.id() <= before.id()) {
            return false;
        }
        if (before != null) {
            rememberPrevious(before, trade);
        }
        last = trade;
        count++;
        if (pages == null && contractSize > 0) {
            pages = new TradedPages(contractSize);
        }
        if (pages != null) {
            pages.add(trade);
        }
        return true;
    }

    private void rememberPrevious(Trade before, Trade trade) {
        int scale = Math.max(before.priceScale(), trade.priceScale());
        if (!Decimals.fits(before.price(), before.priceScale(), scale)
                || !Decimals.fits(previousPrice, before.priceScale(), scale)
                || !Decimals.fits(trade.price(), trade.priceScale(), scale)) {
            previousPrice = 0; // no scale holds both prices
            return;
        }
        long beforePrice = Decimals.rescale(before.price(), before.priceScale(), scale);
        if (beforePrice != Decimals.rescale(trade.price(), trade.priceScale(), scale)) {
            previousPrice = beforePrice / Decimals.power(scale - trade.priceScale());
        } else {
            previousPrice = Decimals.rescale(previousPrice, before.priceScale(), scale)
                    / Decimals.power(scale - trade.priceScale());
        }
    }

    @Nullable
    Trade last() {
        return last;
    }

    /** Price of the last trade at another price, in the scale of {@link #last}; 0 if there is none. */
    long previousPrice() {
        return previousPrice;
    }

    TradedVolume volume() {
        return pages == null ? TradedVolume.EMPTY : pages.view();
    }

    void digest(StateDigest digest) {
        digest.add(count);
        digest.addOrAbsent(last);
        if (pages != null) {
            pages.digest(digest);
        }
    }
}
