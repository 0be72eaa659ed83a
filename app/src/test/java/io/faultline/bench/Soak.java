package io.faultline.bench;

import io.faultline.cli.PracticeVenues;
import io.faultline.desk.BookView;
import io.faultline.desk.Session;
import io.faultline.desk.VenueView;
import io.faultline.feed.Quick;
import io.faultline.market.Venue;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.PracticeSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program's own sessions on a practice exchange that is busy and goes wrong all the time: 4 venues, 3 symbols, a
 * fault every 5 s by seed. Every book is compared with the exchange's own at the same update as it goes; heap and threads
 * are watched. Prints the tables of app/docs/reliability.md, which says how to start it, and ends with 1 if a book that
 * was shown as live was ever another than the exchange's, or is not live again in the end.
 */
public final class Soak {
    private static final List<Venue> VENUES = List.of(Venue.BINANCE, Venue.BYBIT, Venue.OKX, Venue.BITGET);
    private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT", "SOLUSDT");
    private static final Duration FAULT_EVERY = Duration.ofSeconds(5);
    private static final Duration QUIET_BEFORE = Duration.ofSeconds(5);
    private static final Duration QUIET_AFTER = Duration.ofSeconds(15);
    private static final Duration MOVING_WITHIN = Duration.ofMillis(500);
    private static final int UPDATES_KEPT = 4_000;

    private Soak() {}

    /** Arguments: minutes (20), messages a second in all (12000), seed (1). */
    public static void main(String[] args) throws IOException, InterruptedException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 20;
        double rate = args.length > 1 ? Double.parseDouble(args[1]) : 12_000;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        System.exit(run(Duration.ofMillis((long) (minutes * 60_000)), rate, seed) ? 0 : 1);
    }

    private static boolean run(Duration length, double rate, long seed) throws IOException, InterruptedException {
        PracticeSettings settings = PracticeSettings.of(seed, VENUES, SYMBOLS)
                .withMessagesPerSecond(rate / VENUES.size() / SYMBOLS.size())
                .withUpdatesKept(UPDATES_KEPT);
        try (PracticeExchange exchange = PracticeExchange.start(settings);
                BookWitness witness = new BookWitness(exchange)) {
            Map<String, Session> sessions = new LinkedHashMap<>();
            for (String symbol : SYMBOLS) {
                sessions.put(symbol, PracticeVenues.open(symbol, exchange, Quick.policy(), witness));
            }
            try {
                return soak(exchange, witness, sessions.values(), length, seed);
            } finally {
                sessions.values().forEach(Session::close);
            }
        }
    }

    private static boolean soak(
            PracticeExchange exchange, BookWitness witness, Iterable<Session> sessions, Duration length, long seed)
            throws InterruptedException {
        Resources resources = new Resources();
        FaultPlan faults = new FaultPlan(exchange, SYMBOLS, seed);
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long lastFault = end - QUIET_AFTER.toNanos();
        long nextFault = start + QUIET_BEFORE.toNanos();
        long nextLook = start;
        while (System.nanoTime() < end) {
            long now = System.nanoTime();
            if (now >= nextFault && now < lastFault) {
                faults.startOne();
                nextFault += FAULT_EVERY.toNanos();
            }
            faults.look(venue -> allLive(sessions, venue));
            if (now >= nextLook) {
                resources.look((now - start) / 1_000_000_000L);
                nextLook += TimeUnit.SECONDS.toNanos(10);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        faults.endAll();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> notLive = notLive(sessions);
        System.out.printf(
                Locale.ROOT,
                "%nSeed %d, %.0f s, %d venues, %d symbols.%n%n",
                seed,
                seconds,
                VENUES.size(),
                SYMBOLS.size());
        printTraffic(sessions, seconds);
        witness.print(System.out);
        faults.print(System.out);
        resources.print(System.out);
        System.out.printf("Books not live in the end: %s%n", notLive.isEmpty() ? "none" : notLive);
        return witness.different() == 0 && notLive.isEmpty();
    }

    private static boolean allLive(Iterable<Session> sessions, Venue venue) {
        for (Session session : sessions) {
            for (VenueView view : session.view().venues()) {
                if (view.instrument().venue() == venue && !isMoving(session, view.book())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A book that stands still may only not have noticed yet that its socket is dead. */
    private static boolean isMoving(Session session, BookView book) {
        return book.live() && session.nowNanos() - book.updatedNanos() < MOVING_WITHIN.toNanos();
    }

    private static List<String> notLive(Iterable<Session> sessions) {
        List<String> names = new ArrayList<>();
        for (Session session : sessions) {
            for (VenueView view : session.view().venues()) {
                if (!view.book().live()) {
                    names.add(view.instrument() + ": " + view.book().reason());
                }
            }
        }
        return names;
    }

    private static void printTraffic(Iterable<Session> sessions, double seconds) {
        System.out.printf("| venue | symbol | messages a second | gaps | resyncs | crossed | lost | undecodable |%n"
                + "|---|---|---|---|---|---|---|---|%n");
        for (Session session : sessions) {
            for (VenueView view : session.view().venues()) {
                BookView.Counters counters = view.book().counters();
                long messages = view.feed().topics().stream()
                        .mapToLong(topic -> topic.count())
                        .sum();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %s | %.0f | %d | %d | %d | %d | %d |%n",
                        view.instrument().venue().title(),
                        view.instrument().symbol(),
                        messages / seconds,
                        counters.gaps(),
                        counters.resyncs(),
                        counters.crossed(),
                        view.feed().lost(),
                        view.feed().undecodable());
            }
        }
        System.out.println();
    }
}
