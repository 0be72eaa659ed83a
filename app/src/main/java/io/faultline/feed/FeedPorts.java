package io.faultline.feed;

import io.faultline.market.Frame;
import io.faultline.market.MarketEvent;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What a feed is connected to. Both consumers are called by several threads, one at a time and in one order, and must
 * not block: they hold up every socket of the venue.
 *
 * @param clock nanoseconds since 1970; never goes back
 * @param tap sees each raw frame just before its events pass
 * @param sink owns what it is given
 * @param gate shared by all feeds whose events must come in one order
 * @param market whose time {@code clock} is, where that is not the computer's; every wait is counted in it then
 */
public record FeedPorts(
        LongSupplier clock, Consumer<Frame> tap, Consumer<MarketEvent> sink, Gate gate, Optional<MarketTime> market) {

    /** By a clock that runs as fast as the computer's. */
    public FeedPorts(LongSupplier clock, Consumer<Frame> tap, Consumer<MarketEvent> sink, Gate gate) {
        this(clock, tap, sink, gate, Optional.empty());
    }

    /** For feeds that keep an order among themselves only. */
    public FeedPorts(LongSupplier clock, Consumer<Frame> tap, Consumer<MarketEvent> sink) {
        this(clock, tap, sink, new Gate());
    }

    /** By the time of a market. */
    public FeedPorts(MarketTime time, Consumer<Frame> tap, Consumer<MarketEvent> sink, Gate gate) {
        this(time::nanos, tap, sink, gate, Optional.of(time));
    }

    /** Nanoseconds since 1970 that never go back: the wall clock as it was at the call, carried on by the CPU's. */
    public static LongSupplier steadyClock() {
        long offset = System.currentTimeMillis() * 1_000_000 - System.nanoTime();
        return () -> offset + System.nanoTime();
    }
}
