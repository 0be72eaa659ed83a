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
import java.util.OptionalDouble;
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
     * @param perimeter distance at which an alarm first speaks, a fraction of price; NaN where it is to speak when the
     *     cluster is a little nearer than it stands
     */
    public record Aim(PositionSide side, double price, double perimeter) {
        /** So much nearer, a fraction of price: less than a bin. */
        private static final double NEARER = 0.0003;
        /** No alarm reaches farther. */
        private static final double FARTHEST = 0.1;
        /** An alarm is set on a cluster that stands so many perimeters away, so that it has not spoken yet. */
        private static final double CLEAR = 1.25;

        /** The perimeter of an alarm on a cluster at that distance; empty where none is to be set. */
        public OptionalDouble perimeter(double distance) {
            if (Double.isNaN(perimeter)) {
                return OptionalDouble.of(Math.min(FARTHEST, distance - NEARER));
            }
            return distance > perimeter * CLEAR ? OptionalDouble.of(perimeter) : OptionalDouble.empty();
        }
    }

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

    /**
     * All the time traders leave and others enter at the price of then, so that the cluster follows the price. When the
     * price slows down, the cluster catches up and comes nearer: that is when the alarm speaks. It is the cluster of 10x,
     * since nearer ones have neighbours that grow into them as price rises by as much as they stand apart. At the end the
     * price leaves it where no other position's liquidation is, and it is not renewed.
     */
    private void migration() {
        at(0, () -> stage.calm(QUIET, Duration.ofMinutes(20)));
        at(0.3, this::turnOver);
        at(0.3, () -> stage.push(0.0095, Duration.ofSeconds(165)));
        turnOver(0.8, 3);
        at(3.05, () -> stage.push(0.0013, Duration.ofSeconds(57)));
        at(3.75, () -> aim(PositionSide.LONG, 10, Double.NaN));
        at(4, () -> stage.push(0.0047, Duration.ofSeconds(210)));
        turnOver(4, 7.75);
        at(7.9, () -> stage.push(-0.029, Duration.ofSeconds(80)));
        turnOver(9.3, 14.5);
        ends(14.75);
    }

    /** Three times a minute those who entered leave, and ten seconds later others enter at the price of then. */
    private void turnOver(double fromMinute, double toMinute) {
        for (int i = 0; fromMinute + i / 3.0 < toMinute; i++) {
            at(fromMinute + i / 3.0, () -> stage.leave(PositionSide.LONG, 1));
            at(fromMinute + i / 3.0 + 1 / 6.0, this::turnOver);
        }
    }

    private void turnOver() {
        stage.enter(PositionSide.LONG, 8, 1.2e9);
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
