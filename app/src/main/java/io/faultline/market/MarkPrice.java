package io.faultline.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Mark and index price, quote per base.
 *
 * @param index null where this message carries none
 */
public record MarkPrice(
        InstrumentId instrument,
        long receivedNanos,
        long exchangeMillis,
        BigDecimal mark,
        @Nullable BigDecimal index) implements MarketEvent.OfInstrument {

    /** The same mark with another index. */
    public MarkPrice withIndex(@Nullable BigDecimal otherIndex) {
        return new MarkPrice(instrument, receivedNanos, exchangeMillis, mark, otherIndex);
    }
}
