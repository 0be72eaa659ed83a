package io.faultline.practice;

import io.faultline.market.PositionSide;
import io.faultline.market.Side;
import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A practice market that is steered: who enters when, which walls stand and go, where the coin is pushed and which feeds
 * break. What traders, makers and the margin engine do about it is up to them. Acts on an exchange with a crowd, on the
 * thread that steps it.
 */
public final class MarketScript {
    /** The scripts that there are. */
    public enum Name {
        /** Walls are pulled, price falls into two clusters one after the other, and the book takes the last of it. */
        CASCADE,
        /** Price comes near a cluster, and a defended path holds. */
        REJECTION,
        /** A cluster that moves as traders leave it and others enter elsewhere, and dissolves. */
        MIGRATION,
        /** A cascade while feeds break. */
        FAULTS;

        /** As the command line has it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Name> of(String word) {
            for (Name name : values()) {
                if (name.word().equals(word.toLowerCase(Locale.ROOT))) {
                    return Optional.of(name);
                }
            }
            return Optional.empty();
        }
    }

    /** One thing that is done at its time. */
    private record Act(long afterMillis, Runnable what) {}

    private final List<Act> acts = new ArrayList<>();
    private final Stage stage;
    private final long startMillis;
    private long lengthMillis;
    private int next;

    private MarketScript(PracticeExchange exchange, String symbol, long startMillis) {
        stage = new Stage(exchange, symbol);
        this.startMillis = startMillis;
    }

    /**
     * A script that begins at that moment of the exchange's clock.
     *
     * @param symbol canonical
     */
    public static MarketScript of(Name name, PracticeExchange exchange, String symbol, long startMillis) {
        MarketScript script = new MarketScript(exchange, symbol, startMillis);
        switch (name) {
            case CASCADE -> script.cascade();
            case REJECTION -> script.rejection();
            case MIGRATION -> script.migration();
            case FAULTS -> {
                script.cascade();
                script.breakFeeds();
            }
        }
        script.acts.sort((one, other) -> Long.compare(one.afterMillis(), other.afterMillis()));
        return script;
    }

    /** How long it takes. */
    public Duration length() {
        return Duration.ofMillis(lengthMillis);
    }

    /** Does what is due by that moment of the exchange's clock; called before the exchange moves on. */
    public void actUntil(long millis) {
        while (next < acts.size() && startMillis + acts.get(next).afterMillis() <= millis) {
            acts.get(next++).what().run();
        }
    }

    private void at(double minutes, Runnable what) {
        acts.add(new Act(Math.round(minutes * 60_000), what));
    }

    private void ends(double minutes) {
        lengthMillis = Math.round(minutes * 60_000);
    }

    private void cascade() {
        at(0.5, () -> stage.wall(Side.BID, 0.004, 8e6));
        at(0.5, () -> stage.wall(Side.BID, 0.007, 10e6));
        crowdIn(1, 8, PositionSide.LONG, 40, 10e6);
        crowdIn(1, 8, PositionSide.LONG, 28, 12e6);
        at(10, () -> stage.pull(Side.BID));
        at(10, () -> stage.thin(Side.BID, 0.4, Duration.ofMinutes(14)));
        at(10.5, () -> stage.push(-0.010, Duration.ofMinutes(3)));
        at(14, () -> stage.push(-0.015, Duration.ofMinutes(2)));
        at(17, () -> stage.push(-0.015, Duration.ofMinutes(2)));
        at(19, () -> stage.wall(Side.BID, 0.002, 25e6));
        at(20, () -> stage.wall(Side.BID, 0.002, 25e6));
        at(24, () -> stage.pull(Side.BID));
        at(24, () -> stage.push(0.012, Duration.ofMinutes(5)));
        ends(32);
    }

    private void rejection() {
        crowdIn(1, 6, PositionSide.LONG, 40, 12e6);
        at(8, () -> stage.wall(Side.BID, 0.010, 20e6));
        at(8, () -> stage.wall(Side.BID, 0.012, 30e6));
        at(9, () -> stage.push(-0.009, Duration.ofMinutes(4)));
        at(16, () -> stage.push(0.014, Duration.ofMinutes(5)));
        ends(26);
    }

    private void migration() {
        crowdIn(1, 8, PositionSide.LONG, 40, 10e6);
        for (int round = 0; round < 6; round++) {
            double from = 12 + 14 * round;
            at(from, () -> stage.push(0.006, Duration.ofMinutes(8)));
            crowdIn(from + 8, 5, PositionSide.LONG, 40, 12e6);
        }
        ends(100);
    }

    /** The same every minute, for so many minutes. */
    private void crowdIn(double fromMinute, int times, PositionSide side, double leverage, double usd) {
        for (int i = 0; i < times; i++) {
            at(fromMinute + i, () -> stage.enter(side, leverage, usd));
        }
    }

    private void breakFeeds() {
        during(3, 3.5, Venue.BINANCE, new Fault.Gap(stage.symbol(), 3));
        during(5, 6, Venue.OKX, new Fault.ConnectionRefused());
        during(8, 9, Venue.BYBIT, new Fault.Silence(stage.symbol(), Topic.BOOK));
        during(12, 12.5, Venue.BITGET, new Fault.BookRestart(stage.symbol()));
        during(14.5, 15.5, Venue.BINANCE, new Fault.ConnectionRefused());
        during(16, 16.5, Venue.BYBIT, new Fault.Reordered(stage.symbol()));
        during(17.5, 18, Venue.OKX, new Fault.CrossedBook(stage.symbol()));
        during(18.5, 19.5, Venue.BITGET, new Fault.HalfOpen());
        during(22, 22.5, Venue.BINANCE, new Fault.StaleSnapshots(stage.symbol(), 1));
    }

    private void during(double fromMinute, double toMinute, Venue venue, Fault fault) {
        List<VenueFaults.Running> running = new ArrayList<>();
        at(fromMinute, () -> stage.start(venue, fault).ifPresent(running::add));
        at(toMinute, () -> running.forEach(VenueFaults.Running::end));
    }
}
