package io.faultline.practice.crowd;

import io.faultline.market.TakerSide;
import io.faultline.market.Venue;
import io.faultline.practice.crowd.CrowdPast.Minute;
import io.faultline.practice.crowd.CrowdPast.Settlement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes down the past of a market minute by minute while it is made. */
final class PastRecorder implements CrowdListener {
    private static final long MINUTE_MILLIS = 60_000;

    private final Crowd crowd;
    private final Map<Venue, MinuteBuilder> builders = new EnumMap<>(Venue.class);

    PastRecorder(Crowd crowd, List<CrowdVenue> venues, long startMillis) {
        this.crowd = crowd;
        venues.forEach(venue -> builders.put(venue.venue(), new MinuteBuilder(venue, startMillis)));
    }

    @Override
    public void trade(Venue venue, long millis, TakerSide taker, long priceTicks, long lots, boolean forced) {
        of(venue).trade(taker, priceTicks, lots, forced);
    }

    @Override
    public void mark(Venue venue, long millis, double mark, double index) {
        MinuteBuilder builder = of(venue);
        builder.mark(mark);
        if (millis % MINUTE_MILLIS == 0) {
            builder.end(millis, crowd.openInterest(venue));
        }
    }

    @Override
    public void funding(Venue venue, long millis, double rate, double predicted, long nextMillis) {
        of(venue).funding(millis, rate, nextMillis);
    }

    Map<Venue, CrowdPast> past() {
        Map<Venue, CrowdPast> past = new EnumMap<>(Venue.class);
        builders.forEach((venue, builder) -> past.put(venue, builder.past()));
        return past;
    }

    private MinuteBuilder of(Venue venue) {
        return builders.getOrDefault(venue, builders.values().iterator().next());
    }

    /** One venue's minutes. */
    private static final class MinuteBuilder {
        /** What stands for one trade where many were made as one. */
        private static final double TRADE_USD = 25_000;

        private final CrowdVenue venue;
        private final List<Minute> minutes = new ArrayList<>();
        private final List<Settlement> settlements = new ArrayList<>();
        private long openMillis;
        private long nextFunding = Long.MAX_VALUE;
        private long open;
        private long high;
        private long low;
        private long close;
        private long bought;
        private long sold;
        private long longsForced;
        private long shortsForced;
        private int trades;
        private double markOpen = Double.NaN;
        private double markHigh;
        private double markLow;
        private double markClose;

        MinuteBuilder(CrowdVenue venue, long startMillis) {
            this.venue = venue;
            openMillis = startMillis;
        }

        void trade(TakerSide taker, long priceTicks, long lots, boolean forced) {
            if (trades == 0) {
                open = priceTicks;
                high = priceTicks;
                low = priceTicks;
            }
            high = Math.max(high, priceTicks);
            low = Math.min(low, priceTicks);
            close = priceTicks;
            trades += (int) Math.max(1, priceTicks * lots * venue.tick() * venue.lot() / TRADE_USD);
            boolean buys = taker == TakerSide.BUY;
            bought += buys ? lots : 0;
            sold += buys ? 0 : lots;
            if (forced) {
                longsForced += buys ? 0 : lots;
                shortsForced += buys ? lots : 0;
            }
        }

        void mark(double mark) {
            if (Double.isNaN(markOpen)) {
                markOpen = mark;
                markHigh = mark;
                markLow = mark;
            }
            markHigh = Math.max(markHigh, mark);
            markLow = Math.min(markLow, mark);
            markClose = mark;
        }

        void funding(long millis, double rate, long nextMillis) {
            if (millis >= nextFunding) {
                settlements.add(new Settlement(millis, rate));
            }
            nextFunding = nextMillis;
        }

        void end(long millis, double openInterest) {
            if (trades == 0) {
                open = close;
                high = close;
                low = close;
            }
            minutes.add(new Minute(
                    openMillis,
                    open * venue.tick(),
                    high * venue.tick(),
                    low * venue.tick(),
                    close * venue.tick(),
                    markOpen,
                    markHigh,
                    markLow,
                    markClose,
                    bought * venue.lot(),
                    sold * venue.lot(),
                    trades,
                    openInterest,
                    longsForced * venue.lot(),
                    shortsForced * venue.lot()));
            openMillis = millis;
            trades = 0;
            bought = 0;
            sold = 0;
            longsForced = 0;
            shortsForced = 0;
            markOpen = Double.NaN;
        }

        CrowdPast past() {
            return new CrowdPast(minutes, settlements);
        }
    }
}
