package io.faultline.feed;

import java.time.Duration;

/**
 * Every deadline and pause that a venue's feed keeps to. Tests shorten them; nothing else differs.
 *
 * @param share of what a venue allows ({@link io.faultline.venue.VenueLimits}) that we use
 */
public record FeedPolicy(
        Sockets sockets, Waits waits, Snapshots snapshots, Requests requests, Clocks clocks, double share) {

    /**
     * @param connectTimeout from the first packet to the answered opening handshake
     * @param silentAfter a socket on which nothing at all came for this long is dead, whatever TCP says
     * @param pingEvery how often we ask whether the other end is there, in whole seconds
     * @param watchEvery how often silence is looked for
     * @param handOver how long a replacement may take to deliver all that its predecessor delivers
     * @param answerWithin how long a request to subscribe may stay unanswered
     * @param maxFrameBytes a larger frame closes the socket
     */
    public record Sockets(
            Duration connectTimeout,
            Duration silentAfter,
            Duration pingEvery,
            Duration watchEvery,
            Duration handOver,
            Duration answerWithin,
            int maxFrameBytes) {}

    /**
     * Exponential back-off with full jitter: the n-th wait is drawn evenly from 0 to {@code first} · 2^n.
     *
     * @param longest no wait is longer
     * @param stableAfter the count of failures starts anew once a connection has been up this long
     * @param blocked pause after a venue refused this location
     */
    public record Waits(Duration first, Duration longest, Duration stableAfter, Duration blocked) {}

    /**
     * How books get their snapshots.
     *
     * @param firstWait before the second attempt of one synchronisation, doubled before each further one
     * @param jitter share by which such a wait varies either way
     * @param spacing shortest time between two requests, whatever the symbols
     * @param answerWithin how long a snapshot on the stream may take after subscribing again
     * @param mostResubscriptions of one book within {@code resubscriptionWindow}; then its socket is replaced
     */
    public record Snapshots(
            Duration firstWait,
            Duration longestWait,
            double jitter,
            Duration spacing,
            int perMinute,
            Duration answerWithin,
            int mostResubscriptions,
            Duration resubscriptionWindow) {}

    /**
     * @param timeout from sending to the last byte of the body
     * @param maxBodyBytes a longer body is given up
     * @param spread time between the first requests of the polls, so that they do not come in a burst
     * @param relistEvery how often the list of instruments is read
     * @param relistApart shortest time between two readings, when the venue says that it has changed
     */
    public record Requests(
            Duration connectTimeout,
            Duration timeout,
            int maxBodyBytes,
            Duration spread,
            Duration relistEvery,
            Duration relistApart) {}

    /** How the venue's clock is compared with ours: so many samples, so far apart, again after {@code every}. */
    public record Clocks(Duration every, int samples, Duration apart) {}

    /** What the venues' limits and good manners ask for. */
    public static FeedPolicy standard() {
        return new FeedPolicy(
                new Sockets(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofMillis(500),
                        Duration.ofMinutes(2),
                        Duration.ofSeconds(10),
                        16 << 20),
                new Waits(
                        Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(30)),
                new Snapshots(
                        Duration.ofMillis(250),
                        Duration.ofSeconds(10),
                        0.2,
                        Duration.ofSeconds(1),
                        20,
                        Duration.ofSeconds(3),
                        3,
                        Duration.ofSeconds(60)),
                new Requests(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        32 << 20,
                        Duration.ofMillis(150),
                        Duration.ofHours(1),
                        Duration.ofSeconds(30)),
                new Clocks(Duration.ofMinutes(10), 5, Duration.ofMillis(250)),
                0.5);
    }

    /** For exchanges in this program, which limit nobody. */
    public static FeedPolicy unlimited() {
        FeedPolicy standard = standard();
        return new FeedPolicy(
                standard.sockets, standard.waits, standard.snapshots, standard.requests, standard.clocks, 100);
    }
}
