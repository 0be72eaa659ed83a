package io.faultline.practice;

import io.faultline.market.Venue;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

/**
 * How a practice exchange is set up.
 *
 * @param seed of all chance
 * @param symbols canonical names such as {@code BTCUSDT}, by venue; a venue that is not named is not there
 * @param messagesPerSecond of each venue for each symbol: books, trades and all else together
 * @param levels most levels that a book has on each side
 * @param updatesKept how many updates back a true book can be asked about
 * @param patienceDivisor how many times faster than the real venues it loses patience with silent clients
 * @param clock milliseconds since 1970; the market follows it, at most a second at a time
 * @param crowd present where traders whose positions are known move the markets: how many days of past those have;
 *     otherwise orders come and go by chance, as many as {@code messagesPerSecond} and {@code levels} say
 * @param quiet how long before its start, and some minutes after it, a crowd's market hardly moves; zero for one as ever
 */
public record PracticeSettings(
        long seed,
        Map<Venue, List<String>> symbols,
        double messagesPerSecond,
        int levels,
        int updatesKept,
        double patienceDivisor,
        LongSupplier clock,
        OptionalInt crowd,
        Duration quiet) {
    private static final int LEVELS = 1_000;
    private static final int UPDATES_KEPT = 20_000;
    private static final double MESSAGES_PER_SECOND = 50;
    /** At a start 37 days are asked for, and the market goes on. */
    private static final int CROWDS_PAST_DAYS = 38;

    public PracticeSettings {
        symbols = Map.copyOf(symbols);
        if (messagesPerSecond <= 0 || levels < 50 || updatesKept < 1 || patienceDivisor <= 0) {
            throw new IllegalArgumentException("not positive, or fewer than 50 levels");
        }
    }

    /** Markets that are as lively before their start as at any time. */
    public PracticeSettings(
            long seed,
            Map<Venue, List<String>> symbols,
            double messagesPerSecond,
            int levels,
            int updatesKept,
            double patienceDivisor,
            LongSupplier clock,
            OptionalInt crowd) {
        this(seed, symbols, messagesPerSecond, levels, updatesKept, patienceDivisor, clock, crowd, Duration.ZERO);
    }

    /** All these symbols on each of these venues, at the speed of a quiet day. */
    public static PracticeSettings of(long seed, List<Venue> venues, List<String> symbols) {
        Map<Venue, List<String>> all = new EnumMap<>(Venue.class);
        venues.forEach(venue -> all.put(venue, List.copyOf(symbols)));
        return new PracticeSettings(
                seed,
                all,
                MESSAGES_PER_SECOND,
                LEVELS,
                UPDATES_KEPT,
                1,
                System::currentTimeMillis,
                OptionalInt.empty());
    }

    public PracticeSettings withMessagesPerSecond(double rate) {
        return new PracticeSettings(seed, symbols, rate, levels, updatesKept, patienceDivisor, clock, crowd, quiet);
    }

    public PracticeSettings withLevels(int most) {
        return new PracticeSettings(
                seed, symbols, messagesPerSecond, most, updatesKept, patienceDivisor, clock, crowd, quiet);
    }

    public PracticeSettings withUpdatesKept(int updates) {
        return new PracticeSettings(
                seed, symbols, messagesPerSecond, levels, updates, patienceDivisor, clock, crowd, quiet);
    }

    public PracticeSettings withPatienceDivisor(double divisor) {
        return new PracticeSettings(
                seed, symbols, messagesPerSecond, levels, updatesKept, divisor, clock, crowd, quiet);
    }

    public PracticeSettings withClock(LongSupplier millis) {
        return new PracticeSettings(
                seed, symbols, messagesPerSecond, levels, updatesKept, patienceDivisor, millis, crowd, quiet);
    }

    /** A market of traders whose positions are known, with as much of a past as anybody asks for. */
    public PracticeSettings withCrowd() {
        return withCrowd(CROWDS_PAST_DAYS);
    }

    /** The same with so many days of a past. */
    public PracticeSettings withCrowd(int pastDays) {
        return new PracticeSettings(
                seed,
                symbols,
                messagesPerSecond,
                levels,
                updatesKept,
                patienceDivisor,
                clock,
                OptionalInt.of(pastDays),
                quiet);
    }

    /** The same, but that a crowd's market hardly moves for so long before its start. */
    public PracticeSettings withQuiet(Duration before) {
        return new PracticeSettings(
                seed, symbols, messagesPerSecond, levels, updatesKept, patienceDivisor, clock, crowd, before);
    }
}
