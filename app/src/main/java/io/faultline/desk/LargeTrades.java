package io.faultline.desk;

import io.faultline.market.TakerSide;
import io.faultline.market.Trade;
import io.faultline.market.Venue;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the large trades of a symbol when the tape has long gone on. Large is what is among the largest hundredth of
 * what takers took of late; nothing is, until two hundred orders have been seen. What a taker took is not told by venues:
 * fills of one side with the same millisecond are taken for one order.
 */
final class LargeTrades {
    private static final int KEPT = 20_000;
    private static final int LEAST_SEEN = 200;
    private static final double SHARE = 0.01;

    /** When so many have been seen, all count half: what was usual yesterday is forgotten. */
    private static final int FORGET_AT = 20_000;

    /** Classes of size, a fifth apart, from a cent to more than anybody has. */
    private static final int CLASSES = 200;

    private static final double STEP = Math.log(1.2);
    private static final double SMALLEST_USD = 0.01;
    private static final long OPEN_NANOS = 100_000_000L;

    private final TimeLog<LargeTrade> log = new TimeLog<>(KEPT, 0);
    private final Map<Venue, Order> open = new EnumMap<>(Venue.class);
    private final int[] counts = new int[CLASSES];
    private int seen;

    /** Fills that belong together so far. */
    private static final class Order {
        private final long timeNanos;
        private final long exchangeMillis;
        private final TakerSide taker;
        private double usd;
        private double usdTimesPrice;

        Order(Trade first) {
            timeNanos = first.receivedNanos();
            exchangeMillis = first.exchangeMillis();
            taker = first.taker();
        }
    }

    /** @param usd the trade's notional; NaN where its size is not known yet */
    void add(Trade trade, double price, double usd) {
        if (!(usd > 0)) {
            return;
        }
        Venue venue = trade.venue();
        Order order = open.get(venue);
        if (order == null || order.exchangeMillis != trade.exchangeMillis() || order.taker != trade.taker()) {
            close(venue, order);
            order = new Order(trade);
            open.put(venue, order);
        }
        order.usd += usd;
        order.usdTimesPrice += usd * price;
    }

    /** Ends the orders to which nothing more will come. */
    void advance(long nowNanos) {
        for (Venue venue : Venue.values()) {
            Order order = open.get(venue);
            if (order != null && nowNanos - order.timeNanos >= OPEN_NANOS) {
                close(venue, order);
                open.remove(venue);
            }
        }
    }

    private void close(Venue venue, @Nullable Order order) {
        if (order == null) {
            return;
        }
        int size = classOf(order.usd);
        if (seen >= LEAST_SEEN && size >= least()) {
            log.append(new LargeTrade(order.timeNanos, venue, order.taker, order.usdTimesPrice / order.usd, order.usd));
        }
        counts[size]++;
        seen++;
        if (seen >= FORGET_AT) {
            seen = 0;
            for (int i = 0; i < CLASSES; i++) {
                counts[i] /= 2;
                seen += counts[i];
            }
        }
    }

    private static int classOf(double usd) {
        return (int) Math.max(0, Math.min(CLASSES - 1, Math.log(usd / SMALLEST_USD) / STEP));
    }

    /** The smallest class above which lies no more than a hundredth of what was seen. */
    private int least() {
        double above = 0;
        int size = CLASSES;
        while (size > 0 && above + counts[size - 1] <= seen * SHARE) {
            size--;
            above += counts[size];
        }
        return size;
    }

    TimeLog<LargeTrade> log() {
        return log;
    }
}
