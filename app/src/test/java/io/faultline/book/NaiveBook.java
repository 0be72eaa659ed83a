package io.faultline.book;

import io.faultline.market.BookDelta;
import io.faultline.market.Side;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The oracle: two sorted maps of decimals, too simple to be wrong. */
final class NaiveBook {
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();

    NavigableMap<BigDecimal, BigDecimal> of(Side side) {
        return side == Side.BID ? bids : asks;
    }

    void set(Side side, BigDecimal price, BigDecimal size) {
        if (size.signum() == 0) {
            of(side).remove(price);
        } else {
            of(side).put(price, size);
        }
    }

    void apply(BookDelta delta) {
        for (int i = 0; i < delta.count(); i++) {
            set(
                    i < delta.bidCount() ? Side.BID : Side.ASK,
                    BigDecimal.valueOf(delta.price(i), delta.priceScale()),
                    BigDecimal.valueOf(delta.size(i), delta.sizeScale()));
        }
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    /** What {@link BookListing} hashes. */
    String listing() {
        StringBuilder out = new StringBuilder();
        for (Side side : Side.values()) {
            of(side).forEach((price, size) -> out.append(canonical(price))
                    .append(' ')
                    .append(canonical(size))
                    .append('\n'));
        }
        return out.toString();
    }

    private static String canonical(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
