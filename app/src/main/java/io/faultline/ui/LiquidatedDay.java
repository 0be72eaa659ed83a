package io.faultline.ui;

import io.faultline.desk.DeskView;
import io.faultline.desk.FeedView;
import io.faultline.desk.TimeLog;
import io.faultline.desk.VenueHistory;
import io.faultline.desk.VenueView;
import io.faultline.market.Liquidation;
import io.faultline.market.PositionSide;
import io.faultline.market.Topic;
import io.faultline.ui.text.Moments;
import io.faultline.ui.text.Numbers;
import java.util.List;

/**
 * What venues have reported as liquidated within a day, USD.
 *
 * @param longsUsd NaN where no venue's reports are received
 * @param shortsUsd the same of shorts
 * @param leastOnly whether there may have been more: a feed shows only some, or was not received for the whole day
 * @param sinceNanos from when on anything was received, if that is less than a day ago; else 0
 */
record LiquidatedDay(double longsUsd, double shortsUsd, boolean leastOnly, long sinceNanos) {
    static final long DAY_NANOS = 86_400_000_000_000L;

    /** @param asked the venues that count */
    static LiquidatedDay of(DeskView view, List<VenueView> asked, long nowNanos) {
        long from = nowNanos - DAY_NANOS;
        boolean known = false;
        boolean leastOnly = false;
        long began = nowNanos;
        for (VenueView venue : asked) {
            known |= received(venue);
            leastOnly |= !whole(venue, from);
            began = Math.min(began, began(venue, nowNanos));
        }
        if (!known) {
            return new LiquidatedDay(Double.NaN, Double.NaN, false, 0);
        }
        double longs = 0;
        double shorts = 0;
        TimeLog<Liquidation> log = view.history().liquidations();
        for (long number = log.end() - 1; number >= log.begin(); number--) {
            Liquidation one = log.get(number);
            if (one == null || one.receivedNanos() < from) {
                break;
            }
            if (number == log.begin() && number > 0) {
                began = Math.max(began, one.receivedNanos());
                leastOnly = true;
            }
            double usd = usd(one, asked);
            longs += one.side() == PositionSide.LONG ? usd : 0;
            shorts += one.side() == PositionSide.SHORT ? usd : 0;
        }
        return new LiquidatedDay(longs, shorts, leastOnly, began > from ? began : 0);
    }

    private static boolean received(VenueView venue) {
        for (FeedView.TopicView topic : venue.feed().topics()) {
            if (topic.topic() == Topic.LIQUIDATIONS && (topic.count() > 0 || topic.subscribedNanos() > 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether all that the venue had was received: its feed shows every one, and never broke since then. */
    private static boolean whole(VenueView venue, long from) {
        return venue.liquidations() == Liquidation.Completeness.COMPLETE
                && venue.sized()
                && received(venue)
                && venue.feed().reconnects() == 0
                && venue.feed().lost() == 0
                && Double.isFinite(venue.history().cvdSince(from));
    }

    /** When the first trades of the venue came, as liquidations may be silent for long. */
    private static long began(VenueView venue, long nowNanos) {
        TimeLog<VenueHistory.Flow> flows = venue.history().flows();
        VenueHistory.Flow first = flows.get(flows.begin());
        return first == null ? nowNanos : first.timeNanos();
    }

    /** Notional; 0 of a venue that does not count, or whose contracts have no known size. */
    private static double usd(Liquidation one, List<VenueView> asked) {
        for (VenueView venue : asked) {
            if (venue.instrument().equals(one.instrument()) && venue.sized()) {
                double contract = venue.listing() == null
                        ? 1
                        : venue.listing().contractSize().doubleValue();
                return one.price().doubleValue() * one.size().doubleValue() * contract;
            }
        }
        return 0;
    }

    /** {@code ≥ L 71.2M · S 115M}; {@code ?} where nothing is received. */
    String words() {
        return Double.isNaN(longsUsd)
                ? "?"
                : (leastOnly ? "≥ L " : "L ") + Numbers.usd(longsUsd) + " · S " + Numbers.usd(shortsUsd);
    }

    /** {@code since 14:26:05}; empty where a whole day is known, or nothing. */
    String since(long nowNanos) {
        return sinceNanos == 0 ? "" : "since " + Moments.brief(sinceNanos, nowNanos);
    }
}
