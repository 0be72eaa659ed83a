package io.faultline.bench;

import io.faultline.market.Topic;
import io.faultline.market.Venue;
import io.faultline.practice.BadFrameKind;
import io.faultline.practice.Fault;
import io.faultline.practice.PracticeExchange;
import io.faultline.practice.VenueFaults;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Faults at a practice exchange, one after the other by seed, and how long each venue's books took to be live again. */
final class FaultPlan {
    private static final long LASTS_NANOS = 1_500_000_000L;

    private static final List<BadFrameKind> BAD_FRAMES =
            List.of(BadFrameKind.MALFORMED, BadFrameKind.TRUNCATED, BadFrameKind.OVERSIZED, BadFrameKind.NESTED);

    private final PracticeExchange exchange;
    private final List<Venue> venues;
    private final List<String> symbols;
    private final Random random;
    private final List<Case> open = new ArrayList<>();
    private final Map<String, List<Double>> recoveries = new TreeMap<>();
    private final List<String> unrecovered = new ArrayList<>();

    /** One fault: begun, ended, or over and its books not yet live. */
    private static final class Case {
        private final Venue venue;
        private final VenueFaults.Running running;
        private final long endNanos;
        private boolean ended;
        private long endedNanos;

        Case(Venue venue, VenueFaults.Running running, long endNanos) {
            this.venue = venue;
            this.running = running;
            this.endNanos = endNanos;
        }

        String name() {
            return running.fault().getClass().getSimpleName();
        }

        void end() {
            running.end();
            ended = true;
            endedNanos = System.nanoTime();
        }
    }

    FaultPlan(PracticeExchange exchange, List<String> symbols, long seed) {
        this.exchange = exchange;
        this.venues = exchange.venues().stream().sorted().toList();
        this.symbols = symbols;
        this.random = new Random(seed);
    }

    void startOne() {
        Venue venue = venues.get(random.nextInt(venues.size()));
        Fault fault = fault(symbols.get(random.nextInt(symbols.size())));
        for (Iterator<Case> each = open.iterator(); each.hasNext(); ) {
            Case before = each.next();
            if (before.venue == venue) { // what comes now would be counted as its doing
                before.end();
                unrecovered.add(before.venue.title() + " " + before.name());
                each.remove();
            }
        }
        open.add(new Case(venue, exchange.faults(venue).start(fault), System.nanoTime() + LASTS_NANOS));
    }

    /** Those that end by themselves or by us, and after which the program can do what it is meant to do at once. */
    private Fault fault(String symbol) {
        return switch (random.nextInt(17)) {
            case 0 -> new Fault.ConnectionRefused();
            case 1 -> new Fault.ResetMidFrame();
            case 2 -> new Fault.HalfOpen();
            case 3 -> new Fault.SlowSockets(Duration.ofMillis(20));
            case 4 -> new Fault.Gap(symbol, 1 + random.nextInt(5));
            case 5 -> new Fault.Duplicates(symbol, 1 + random.nextInt(5));
            case 6 -> new Fault.Reordered(symbol);
            case 7 -> new Fault.StaleSnapshots(symbol, 1);
            case 8 -> new Fault.CrossedBook(symbol);
            case 9 -> new Fault.WrongChecksum(symbol);
            case 10 -> new Fault.BookRestart(symbol);
            case 11 -> new Fault.Maintenance();
            case 12 -> new Fault.Silence(symbol, Topic.BOOK);
            case 13 -> new Fault.PingsUnanswered();
            case 14 -> new Fault.Refused(429, Duration.ofSeconds(1));
            case 15 -> new Fault.ClockSkew(Duration.ofHours(random.nextBoolean() ? 1 : -1));
            default -> new Fault.BadFrame(symbol, BAD_FRAMES.get(random.nextInt(BAD_FRAMES.size())));
        };
    }

    /** Ends what has lasted long enough, and notes whose books are live again. */
    void look(Predicate<Venue> live) {
        long now = System.nanoTime();
        for (Iterator<Case> each = open.iterator(); each.hasNext(); ) {
            Case fault = each.next();
            if (!fault.ended && now >= fault.endNanos) {
                fault.end();
            } else if (fault.ended && live.test(fault.venue)) {
                recoveries
                        .computeIfAbsent(fault.name(), name -> new ArrayList<>())
                        .add((now - fault.endedNanos) / 1e9);
                each.remove();
            }
        }
    }

    void endAll() {
        for (Case fault : open) {
            fault.end();
            unrecovered.add(fault.venue.title() + " " + fault.name());
        }
        open.clear();
    }

    void print(PrintStream out) {
        out.printf("| fault | times | live again after, median | longest |%n|---|---|---|---|%n");
        recoveries.forEach((name, seconds) -> {
            List<Double> sorted = seconds.stream().sorted().toList();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.2f s | %.2f s |%n",
                    name,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() - 1));
        });
        out.printf("%nMet by another fault at the same venue, or the end, before they were over: %s%n%n", unrecovered);
    }
}
