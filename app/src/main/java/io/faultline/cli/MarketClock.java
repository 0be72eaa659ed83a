package io.faultline.cli;

import io.faultline.feed.FeedPorts;
import io.faultline.feed.MarketTime;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The time that sessions go by: the computer's, or that of a market in this program.
 *
 * @param nanos since 1970, never back: feeds stamp by it
 * @param shown the same where somebody looks, moving on evenly
 * @param market whose time it is, where it is not the computer's
 */
record MarketClock(LongSupplier nanos, LongSupplier shown, Optional<MarketTime> market) {
    /** The computer's. */
    static MarketClock wall() {
        LongSupplier clock = FeedPorts.steadyClock();
        return new MarketClock(clock, clock, Optional.empty());
    }

    /** A market's, as it stands. */
    static MarketClock of(MarketTime time) {
        return new MarketClock(time::nanos, time::nanos, Optional.of(time));
    }
}
