package io.faultline.practice;

import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a dialect speaks about and to whom. Guarded by the venue's lock.
 *
 * @param markets by the venue's own spelling, in the order of the list
 * @param clock the venue's own, right or wrong, milliseconds since 1970
 */
record Floor(Map<String, Market> markets, Hub hub, Faults faults, LongSupplier clock) {
    long now() {
        return clock.getAsLong();
    }

    @Nullable
    Market market(String symbol) {
        return markets.get(symbol);
    }
}
