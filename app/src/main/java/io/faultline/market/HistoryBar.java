package io.faultline.market;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of the past as a model wants it: a stretch of trades, with what else is known of it.
 *
 * @param mark the mark's prices, null where none are known
 * @param buyUsd notional of taker buys, USD
 * @param sellUsd notional of taker sells, USD
 * @param openInterest one-sided, in base units, the newest sample of this stretch; NaN where there is none
 * @param flags what of it is estimated or missing
 */
public record HistoryBar(
        Timeframe timeframe,
        long startMillis,
        Ohlc prices,
        @Nullable Ohlc mark,
        double buyUsd,
        double sellUsd,
        double openInterest,
        Set<Flag> flags) {

    /** What a bar is not sure of. */
    public enum Flag {
        /** The venue does not say who took: the split is guessed from the return of the bar. */
        ESTIMATED_SPLIT,
        /** The split is that of a longer stretch, measured. */
        COARSE_SPLIT,
        /** No mark price is known: the last price has to do. */
        NO_MARK,
        NO_OI
    }

    public HistoryBar {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flags));
    }

    /** The first instant after it, milliseconds since 1970. */
    public long endMillis() {
        return startMillis + timeframe.millis();
    }

    public double usd() {
        return buyUsd + sellUsd;
    }
}
