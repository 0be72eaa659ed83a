package io.faultline.desk;

import io.faultline.market.Decimals;
import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sums trades into bars of one second, and those into bars of a minute. A stretch without a trade has no bar. */
final class BarRecorder {
    private static final long SECOND = 1_000_000_000L;

    private final Level seconds = new Level(SECOND, 4 * 3600);
    private final Level minutes = new Level(60 * SECOND, 31 * 24 * 60);

    void add(Trade trade, double contractSize) {
        double price = Decimals.toDouble(trade.price(), trade.priceScale());
        double usd = price * Decimals.toDouble(trade.size(), trade.sizeScale()) * contractSize;
        boolean buy = trade.taker() == TakerSide.BUY;
        seconds.add(trade.receivedNanos(), price, buy ? usd : 0, buy ? 0 : usd);
        minutes.add(trade.receivedNanos(), price, buy ? usd : 0, buy ? 0 : usd);
    }

    /** Ends the bars that have ended by that time. */
    void advance(long nowNanos) {
        seconds.advance(nowNanos);
        minutes.advance(nowNanos);
    }

    @Nullable
    Bar forming() {
        return seconds.forming();
    }

    List<TimeLog<Bar>> logs() {
        return List.of(seconds.log, minutes.log);
    }

    void digest(StateDigest digest) {
        seconds.digest(digest);
        minutes.digest(digest);
    }

    private static final class Level {
        private final TimeLog<Bar> log;
        private boolean open;
        private long startNanos;
        private double first;
        private double high;
        private double low;
        private double last;
        private double buyUsd;
        private double sellUsd;

        Level(long lengthNanos, int capacity) {
            log = new TimeLog<>(capacity, lengthNanos);
        }

        void add(long nanos, double price, double boughtUsd, double soldUsd) {
            if (!open) {
                open = true;
                startNanos = Math.floorDiv(nanos, log.cellNanos()) * log.cellNanos();
                first = price;
                high = price;
                low = price;
                buyUsd = 0;
                sellUsd = 0;
            }
            high = Math.max(high, price);
            low = Math.min(low, price);
            last = price;
            buyUsd += boughtUsd;
            sellUsd += soldUsd;
        }

        void advance(long nowNanos) {
            if (open && nowNanos >= startNanos + log.cellNanos()) {
                log.append(bar());
                open = false;
            }
        }

        private Bar bar() {
            return new Bar(startNanos, log.cellNanos(), first, high, low, last, buyUsd, sellUsd);
        }

        @Nullable
        Bar forming() {
            return open ? bar() : null;
        }

        void digest(StateDigest digest) {
            digest.add(log.end());
            digest.addOrAbsent(log.newest());
            digest.addOrAbsent(forming());
        }
    }
}
