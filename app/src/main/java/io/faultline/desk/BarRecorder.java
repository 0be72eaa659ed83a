package io.faultline.desk;

import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sums trades into bars of one second, and those into bars of a minute. A stretch without a trade has no bar. Volumes
 * are of all venues, prices of the {@link PriceLead leading} one; where only others traded, the last leading price
 * stands.
 */
final class BarRecorder {
    private static final long SECOND = 1_000_000_000L;

    private final Level seconds = new Level(SECOND, 4 * 3600);
    private final Level minutes = new Level(60 * SECOND, 31 * 24 * 60);
    private double lastPrice = Double.NaN;

    /**
     * @param usd the trade's notional
     * @param leads whether its price counts; the first trade's does whoever leads
     */
    void add(Trade trade, double price, double usd, boolean leads) {
        boolean priced = leads || Double.isNaN(lastPrice);
        lastPrice = priced ? price : lastPrice;
        boolean buy = trade.taker() == TakerSide.BUY;
        seconds.add(trade.receivedNanos(), lastPrice, priced);
        seconds.addVolume(buy ? usd : 0, buy ? 0 : usd);
        minutes.add(trade.receivedNanos(), lastPrice, priced);
        minutes.addVolume(buy ? usd : 0, buy ? 0 : usd);
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
        private boolean traded;
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

        /** @param priced whether the price was traded now, and is not only the last that was */
        void add(long nanos, double price, boolean priced) {
            if (!open) {
                open = true;
                traded = false;
                startNanos = Math.floorDiv(nanos, log.cellNanos()) * log.cellNanos();
                buyUsd = 0;
                sellUsd = 0;
                startAt(price);
            }
            if (priced && !traded) {
                traded = true;
                startAt(price);
            }
            high = Math.max(high, price);
            low = Math.min(low, price);
            last = price;
        }

        private void startAt(double price) {
            first = price;
            high = price;
            low = price;
        }

        void addVolume(double boughtUsd, double soldUsd) {
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
