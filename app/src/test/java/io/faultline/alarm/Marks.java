package io.faultline.alarm;

import java.util.ArrayList;
import java.util.List;

/** Feeds a symbol's alarms one mark a second, live, and keeps what they say. */
final class Marks {
    static final long START = 1_700_000_000_000L;

    private final List<Firing> firings = new ArrayList<>();
    private SymbolAlarms alarms;
    private ClustersNow clusters = Tracks.now();
    private long exchange = START;
    private long lag = 300;
    private String source = "binance";

    Marks(Alarm... armed) {
        alarms = new SymbolAlarms(GateRule.DEFAULT, AlarmState.EMPTY);
        for (Alarm alarm : armed) {
            alarms.put(alarm);
        }
    }

    SymbolAlarms alarms() {
        return alarms;
    }

    Marks clusters(ClustersNow now) {
        clusters = now;
        return this;
    }

    Marks from(String other) {
        source = other;
        return this;
    }

    Marks lag(long millis) {
        lag = millis;
        return this;
    }

    Marks pass(long millis) {
        exchange += millis;
        return this;
    }

    long exchange() {
        return exchange;
    }

    /** A second each; what they fired. */
    List<Firing> see(double... prices) {
        List<Firing> fired = new ArrayList<>();
        for (double price : prices) {
            exchange += 1_000;
            fired.addAll(alarms.onMark(sample(price), clusters));
        }
        firings.addAll(fired);
        return fired;
    }

    /** The same moments once more, all at once. */
    List<Firing> replay(double... prices) {
        List<Firing> fired = new ArrayList<>();
        for (int i = 0; i < prices.length; i++) {
            long then = exchange - 1_000L * (prices.length - 1 - i);
            fired.addAll(alarms.onMark(new MarkSample(source, then, exchange + lag, prices[i]), clusters));
        }
        firings.addAll(fired);
        return fired;
    }

    MarkSample sample(double price) {
        return new MarkSample(source, exchange, exchange + lag, price);
    }

    Marks restart() {
        alarms = new SymbolAlarms(GateRule.DEFAULT, alarms.state());
        return this;
    }

    List<Firing> all() {
        return firings;
    }

    static List<String> words(List<Firing> firings) {
        return firings.stream()
                .map(firing -> firing.signal() + " " + firing.freshness())
                .toList();
    }
}
