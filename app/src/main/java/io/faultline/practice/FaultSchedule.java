package io.faultline.practice;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Faults by chance, one after the other, each at one venue: the same seed gives the same faults in the same order. Ends
 * with {@link #close}, and with it the fault that is running.
 */
public final class FaultSchedule implements AutoCloseable {
    /** A fault somewhere. */
    public record Incident(Venue venue, Fault fault) {}

    private static final int KINDS = 22;
    private static final List<Integer> REFUSALS = List.of(403, 418, 451, 503);
    private static final List<BadFrameKind> BAD_FRAMES = List.of(BadFrameKind.values());
    private static final List<Topic> STREAMED = List.of(Topic.BOOK, Topic.TRADES, Topic.MARK);

    private final PracticeExchange exchange;
    private final List<Venue> venues;
    private final Random random;
    private final Predicate<Incident> wanted;
    private final Duration lasting;
    private final Consumer<String> log;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> Server.thread(task, "faults"));
    private VenueFaults.@Nullable Running running;
    private int begun;

    /**
     * @param wanted which are not left out
     * @param every from the beginning of one to the beginning of the next
     * @param lasting how long each lasts, shorter than {@code every}
     * @param log gets a line when one begins and when it ends, on a thread of the schedule
     */
    public FaultSchedule(
            PracticeExchange exchange,
            long seed,
            Predicate<Incident> wanted,
            Duration every,
            Duration lasting,
            Consumer<String> log) {
        this.exchange = exchange;
        this.wanted = wanted;
        this.lasting = lasting;
        this.log = log;
        venues = exchange.venues().stream().sorted().toList();
        random = new Random(seed);
        start(every.toMillis());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    private void start(long periodMillis) {
        timer.scheduleAtFixedRate(this::begin, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    /** How many have begun. */
    public synchronized int begun() {
        return begun;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // ends with the executor
    private synchronized void begin() {
        end();
        Incident incident = next();
        begun++;
        log.accept(begun + " begins: " + incident.venue() + " " + incident.fault());
        running = exchange.faults(incident.venue()).start(incident.fault());
        timer.schedule(this::end, lasting.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void end() {
        if (running != null) {
            running.end();
            log.accept(begun + " ends: " + running.fault());
            running = null;
        }
    }

    private Incident next() {
        while (true) {
            Incident incident = incident();
            if (wanted.test(incident)) {
                return incident;
            }
        }
    }

    private Incident incident() {
        Venue venue = venues.get(random.nextInt(venues.size()));
        List<String> listed = exchange.symbols(venue);
        return new Incident(venue, fault(listed.get(random.nextInt(listed.size()))));
    }

    private Fault fault(String symbol) {
        return switch (random.nextInt(KINDS)) {
            case 0 -> new Fault.ConnectionRefused();
            case 1 -> new Fault.ResetMidFrame();
            case 2 -> new Fault.HalfOpen();
            case 3 -> new Fault.SlowSockets(Duration.ofMillis(1 + random.nextInt(5)));
            case 4 -> new Fault.Gap(symbol, 1 + random.nextInt(3));
            case 5 -> new Fault.Duplicates(symbol, 1 + random.nextInt(5));
            case 6 -> new Fault.Reordered(symbol);
            case 7 -> new Fault.StaleSnapshots(symbol, 1 + random.nextInt(2));
            case 8 -> new Fault.CrossedBook(symbol);
            case 9 -> new Fault.WrongChecksum(symbol);
            case 10 -> new Fault.BookRestart(symbol);
            case 11 -> new Fault.Maintenance();
            case 12 -> new Fault.SubscriptionRefused(symbol, STREAMED.get(random.nextInt(STREAMED.size())));
            case 13 -> new Fault.Silence(symbol, STREAMED.get(random.nextInt(STREAMED.size())));
            case 14 -> new Fault.PingsUnanswered();
            case 15 -> new Fault.Refused(429, Duration.ofSeconds(1 + random.nextInt(2)));
            case 16 -> new Fault.Refused(REFUSALS.get(random.nextInt(REFUSALS.size())), Duration.ofSeconds(2));
            case 17 -> new Fault.ClockSkew(Duration.ofHours(random.nextBoolean() ? 1 : -1));
            case 18 -> new Fault.Delisted(symbol);
            case 19 -> new Fault.TickChanged(symbol);
            case 20 -> new Fault.NoSnapshots(symbol);
            default -> new Fault.BadFrame(symbol, BAD_FRAMES.get(random.nextInt(BAD_FRAMES.size())));
        };
    }

    @Override
    public void close() {
        timer.shutdownNow();
        end();
    }
}
