package io.faultline.feed;

import java.time.Duration;

/** Every deadline, pause and limit that a venue's feed keeps to. Tests shorten them; nothing else differs. */
public record FeedPolicy(Sockets sockets, Waits waits, Snapshots snapshots, Requests requests, Clocks clocks) {

    /**
     * @param connectTimeout from the first packet to the answered opening handshake
     * @param silentAfter a socket on which nothing at all came for this long is dead, whatever TCP says
     * @param pingEvery how often we ask whether the other end is there, in whole seconds
     * @param watchEvery how often silence is looked for
     * @param handOver how long a replacement may take to deliver all that its predecessor delivers
     * @param maxFrameBytes a larger frame closes the socket
     * @param controlFramesPerSecond how many frames we may send a second
     */
    public record Sockets(
            Duration connectTimeout,
            Duration silentAfter,
            Duration pingEvery,
            Duration watchEvery,
            Duration handOver,
            int maxFrameBytes,
            int controlFramesPerSecond) {}

    /**
     * Exponential back-off with full jitter: the n-th wait is drawn evenly from 0 to {@code first} · 2^n.
     *
     * @param longest no wait is longer
     * @param stableAfter the count of failures starts anew once a connection has been up this long
     * @param blocked pause after a venue refused this location
     */
    public record Waits(Duration first, Duration longest, Duration stableAfter, Duration blocked) {}

    /**
     * Requests for book snapshots.
     *
     * @param firstWait before the second attempt of one synchronisation, doubled before each further one
     * @param jitter share by which such a wait varies either way
     * @param spacing shortest time between two requests, whatever the symbols
     */
    public record Snapshots(Duration firstWait, Duration longestWait, double jitter, Duration spacing, int perMinute) {}

    /**
     * @param timeout from sending to the last byte of the body
     * @param maxBodyBytes a longer body is given up
     * @param weightPerMinute what our requests may cost the venue's budget
     * @param spread time between the first requests of the polls, so that they do not come in a burst
     */
    public record Requests(
            Duration connectTimeout, Duration timeout, int maxBodyBytes, int weightPerMinute, Duration spread) {}

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
                        16 << 20,
                        5),
                new Waits(
                        Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(30)),
                new Snapshots(Duration.ofMillis(250), Duration.ofSeconds(10), 0.2, Duration.ofSeconds(1), 20),
                new Requests(Duration.ofSeconds(5), Duration.ofSeconds(15), 32 << 20, 1200, Duration.ofMillis(150)),
                new Clocks(Duration.ofMinutes(10), 5, Duration.ofMillis(250)));
    }
}
