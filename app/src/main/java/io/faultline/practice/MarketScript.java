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
import org.jspecify.annotations.Nullable;

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

    /** Of what else would move the price. */
    private static final double QUIET = 0.3;

    private final List<Act> acts = new ArrayList<>();
    private final Stage stage;
    private final long startMillis;
    private @Nullable Aim aim;
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

    /**
     * What its traders, if they are watched well, are seen to have left behind.
     *
     * @param price about where such positions are liquidated
     * @param perimeter distance at which an alarm first speaks, a fraction of price
     */
    public record Aim(PositionSide side, double price, double perimeter) {}

    /** The cluster that an alarm is to be set on; empty before it has been built. */
    public Optional<Aim> aim() {
        return Optional.ofNullable(aim);
    }

    private void aim(PositionSide side, double leverage, double perimeter) {
        double way = side == PositionSide.LONG ? -1 / leverage : 1 / leverage;
        aim = new Aim(side, stage.mark() * (1 + way), perimeter);
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

    /**
     * Many longs enter within minutes, most of whom nothing will move.
     *
     * @param daring USD of those, each half minute, whom the first two percent will liquidate
     */
    private void longsEnter(double daring) {
        for (int i = 0; i < 6; i++) {
            at(0.5 + 0.5 * i, () -> {
                stage.enter(PositionSide.LONG, 8, 50e6 - daring);
                stage.enter(PositionSide.LONG, 50, daring);
                stage.enter(PositionSide.LONG, 25, 6e6);
                stage.enter(PositionSide.LONG, 20, 6e6);
            });
        }
    }

    private void cascade() {
        at(0, () -> stage.calm(QUIET, Duration.ofMinutes(18)));
        longsEnter(4e6);
        at(2, () -> stage.wall(Side.BID, 0.0325, 40e6));
        at(2, () -> stage.wall(Side.BID, 0.0335, 20e6));
        at(4, () -> aim(PositionSide.LONG, 25, 0.02));
        at(5.5, () -> stage.push(-0.0215, Duration.ofMinutes(4)));
        at(9.5, () -> stage.pull(Side.BID));
        at(9.5, () -> stage.thin(Side.BID, 0.2, Duration.ofMinutes(2)));
        at(10.7, () -> stage.thin(Side.BID, 0.4, Duration.ofMinutes(4)));
        at(10, () -> stage.push(-0.024, Duration.ofSeconds(150)));
        for (int i = 0; i < 60; i++) {
            at(12 + i / 30.0, () -> stage.wall(Side.BID, 0.0004, 1.5e6));
        }
        at(14.2, () -> stage.pull(Side.BID));
        at(14.2, () -> stage.push(0.018, Duration.ofMinutes(3)));
        ends(18);
    }

    private void rejection() {
        at(0, () -> stage.calm(QUIET, Duration.ofMinutes(16)));
        longsEnter(1e6);
        at(2, () -> stage.wall(Side.BID, 0.0318, 40e6));
        at(2, () -> stage.wall(Side.BID, 0.0325, 60e6));
        at(4, () -> aim(PositionSide.LONG, 25, 0.02));
        at(5, () -> stage.push(-0.024, Duration.ofMinutes(4)));
        at(10, () -> stage.push(0.016, Duration.ofMinutes(4)));
        ends(15);
    }

    private void migration() {
        at(0, () -> stage.calm(QUIET, Duration.ofMinutes(20)));
        at(0.3, this::turnOver);
        turnOver(1, 12);
        at(3.5, () -> aim(PositionSide.LONG, 25, 0.02));
        at(4, () -> stage.push(0.014, Duration.ofMinutes(8)));
        at(12.2, () -> stage.push(-0.0165, Duration.ofSeconds(90)));
        at(13.8, () -> stage.push(0.006, Duration.ofSeconds(30)));
        turnOver(14.5, 17);
        ends(17.5);
    }

    /** Twice a minute those who entered leave, and a quarter of a minute later others enter at the price of then. */
    private void turnOver(double fromMinute, double toMinute) {
        for (double minute = fromMinute; minute < toMinute; minute += 0.5) {
            at(minute, () -> stage.leave(PositionSide.LONG, 1));
            at(minute + 0.25, this::turnOver);
        }
    }

    private void turnOver() {
        stage.enter(PositionSide.LONG, 8, 700e6);
    }

    private void breakFeeds() {
        String symbol = stage.symbol();
        during(1.5, 2, Venue.BINANCE, new Fault.Gap(symbol, 3));
        during(2.5, 3.2, Venue.OKX, new Fault.ConnectionRefused());
        during(4.5, 5.3, Venue.BYBIT, new Fault.Silence(symbol, Topic.BOOK));
        during(5.6, 6.1, Venue.BITGET, new Fault.BookRestart(symbol));
        during(6.3, 6.8, Venue.BINANCE, new Fault.Duplicates(symbol, 5));
        during(7.7, 8.5, Venue.BYBIT, new Fault.ConnectionRefused()); // about when the alarm first speaks
        during(9.2, 9.7, Venue.BITGET, new Fault.Reordered(symbol));
        during(10.6, 11.3, Venue.BINANCE, new Fault.ConnectionRefused()); // and while price enters
        during(10.8, 11.5, Venue.OKX, new Fault.Silence(symbol, Topic.MARK));
        during(12, 12.5, Venue.OKX, new Fault.CrossedBook(symbol));
        during(13, 14, Venue.BITGET, new Fault.HalfOpen());
        during(15, 15.5, Venue.BINANCE, new Fault.StaleSnapshots(symbol, 1));
    }

    private void during(double fromMinute, double toMinute, Venue venue, Fault fault) {
        List<VenueFaults.Running> running = new ArrayList<>();
        at(fromMinute, () -> stage.start(venue, fault).ifPresent(running::add));
        at(toMinute, () -> running.forEach(VenueFaults.Running::end));
    }
}
