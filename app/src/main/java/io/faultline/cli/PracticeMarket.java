package io.faultline.cli;

import io.faultline.cli.LockStep.StuckException;
import io.faultline.desk.Session;
import io.faultline.feed.MarketTime;
import io.faultline.market.Venue;
import io.faultline.practice.MarketScript;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import io.faultline.venue.VenueAdapter;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A practice market that runs in this program: an exchange with traders, its time, and the thread that moves both on. It
 * goes so many times faster than the computer's clock, or as fast as whoever is connected can follow. Thread-safe.
 */
final class PracticeMarket implements AutoCloseable {
    /** The fastest that may be asked for. */
    static final double MOST_SPEED = 1_000;

    /** There whatever is asked for, so that there is something to choose from. */
    static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "XRPUSDT", "DOGEUSDT");

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(3);
    /** A market that is so far behind its pace, by the computer's clock, does not try to catch up. */
    private static final long MOST_BEHIND_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private static final long LONGEST_NAP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Logger LOG = LoggerFactory.getLogger(PracticeMarket.class);

    private final PracticeExchange exchange;
    private final MarketTime time;
    private final LockStep steps;
    private final String first;
    private final long seed;
    private final double speed;
    private final @Nullable PracticeScript script;
    private final Thread thread = new Thread(this::run, "practice-market");
    private final AtomicLong shown;
    private volatile Reached reached;
    private volatile double pace = 1;
    private volatile boolean closing;

    /** The market's time at a moment of the computer's. */
    private record Reached(long marketNanos, long wallNanos) {}

    private PracticeMarket(
            PracticeExchange exchange,
            MarketTime time,
            String first,
            long seed,
            double speed,
            @Nullable PracticeScript script) {
        this.script = script;
        this.first = first;
        this.seed = seed;
        this.exchange = exchange;
        this.time = time;
        this.speed = speed;
        pace = pace();
        steps = new LockStep(exchange, time, false, PATIENCE_NANOS);
        shown = new AtomicLong(time.nanos());
        reached = new Reached(time.nanos(), System.nanoTime());
        thread.setDaemon(true);
    }

    /**
     * A market that begins now and runs from here on.
     *
     * @param symbols that it lists, canonical; the first is what is looked at first
     * @param speed from 1 to {@link #MOST_SPEED}
     */
    static PracticeMarket open(long seed, Collection<Venue> venues, List<String> symbols, double speed)
            throws IOException {
        return open(PracticeSettings.of(seed, List.copyOf(venues), symbols).withCrowd(), symbols.get(0), speed);
    }

    /** A market that a script plays on, once {@link #watchedBy somebody watches}. */
    static PracticeMarket open(long seed, Collection<Venue> venues, MarketScript.Name name, double speed)
            throws IOException {
        PracticeSettings settings = PracticeScript.market(
                PracticeSettings.of(seed, List.copyOf(venues), SYMBOLS), PracticeScript.PAST_DAYS);
        MarketTime time = new MarketTime(PracticeScript.START_MILLIS * NANOS_PER_MILLI);
        PracticeExchange exchange = PracticeExchange.stepped(settings.withClock(() -> time.nanos() / NANOS_PER_MILLI));
        PracticeMarket market = new PracticeMarket(
                exchange, time, PracticeScript.SYMBOL, seed, speed, new PracticeScript(name, exchange));
        market.thread.start();
        return market;
    }

    /** @param first what is looked at first */
    static PracticeMarket open(PracticeSettings wanted, String first, double speed) throws IOException {
        MarketTime time = new MarketTime(System.currentTimeMillis() * NANOS_PER_MILLI);
        PracticeSettings settings = wanted.withClock(() -> time.nanos() / NANOS_PER_MILLI);
        PracticeMarket market =
                new PracticeMarket(PracticeExchange.stepped(settings), time, first, settings.seed(), speed, null);
        market.thread.start();
        return market;
    }

    /** The adapters of its venues, in place of those of the real ones; others are left out. */
    List<VenueAdapter> adapters(Venues spoken) {
        return spoken.onPractice(exchange);
    }

    /** What every surface says of it. */
    Session.Practice terms() {
        return new Session.Practice(seed, speed, script == null ? "" : script.word());
    }

    /** What a script waits for: this session knows the past, and sees what comes. */
    void watchedBy(Session session) {
        if (script != null) {
            script.watchedBy(session);
        }
    }

    MarketClock clock() {
        return new MarketClock(time::nanos, this::shownNanos, Optional.of(time));
    }

    /** The market's time, moving on evenly between its steps. */
    private long shownNanos() {
        Reached last = reached;
        long since = (long) ((System.nanoTime() - last.wallNanos()) * pace);
        long now = last.marketNanos() + Math.max(0, Math.min(LockStep.TICK_NANOS, since));
        return shown.accumulateAndGet(now, Math::max);
    }

    private void run() {
        exchange.begin(first); // before anybody waits for an answer
        Reached anchor = new Reached(time.nanos(), System.nanoTime());
        while (!closing) {
            long due = steps.next();
            long wall = System.nanoTime();
            if (pace != pace()) {
                pace = pace();
                anchor = new Reached(time.nanos(), wall);
            }
            long allowed = anchor.marketNanos() + (long) ((wall - anchor.wallNanos()) * pace);
            if (due > allowed) {
                LockSupport.parkNanos(this, Math.min(LONGEST_NAP_NANOS, (long) ((due - allowed) / pace) + 1));
                continue;
            }
            if ((allowed - due) / pace > MOST_BEHIND_NANOS) {
                anchor = new Reached(due, wall);
            }
            step(due);
        }
    }

    /** As in life until a script that is waited for can begin. */
    private double pace() {
        return script == null || script.begun() ? speed : 1;
    }

    private void step(long due) {
        try {
            if (script != null) {
                script.actUntil(due / NANOS_PER_MILLI);
            }
            steps.stepTo(due);
        } catch (StuckException stuck) {
            LOG.warn("the practice market goes on though {}", stuck.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("a step of the practice market failed", bug);
        }
        reached = new Reached(time.nanos(), System.nanoTime());
    }

    /** Ends the market; who is connected is cut off. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        time.end();
        exchange.close();
    }
}
