package io.faultline.feed;

import java.time.Duration;

/** The standard policy with every wait cut short, so that tests need not wait; the limits are as they are. */
public final class Quick {
    private Quick() {}

    public static FeedPolicy policy() {
        FeedPolicy standard = FeedPolicy.standard();
        return new FeedPolicy(
                new FeedPolicy.Sockets(
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(20),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(500),
                        standard.sockets().maxFrameBytes()),
                new FeedPolicy.Waits(
                        Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMinutes(30)),
                new FeedPolicy.Snapshots(
                        Duration.ofMillis(20),
                        Duration.ofMillis(200),
                        0.2,
                        Duration.ofMillis(20),
                        500,
                        Duration.ofMillis(300),
                        3,
                        Duration.ofSeconds(5)),
                new FeedPolicy.Requests(
                        Duration.ofMillis(700),
                        Duration.ofSeconds(1),
                        standard.requests().maxBodyBytes(),
                        Duration.ofMillis(5),
                        Duration.ofSeconds(2),
                        Duration.ofMillis(200)),
                new FeedPolicy.Clocks(Duration.ofMinutes(10), 5, Duration.ofMillis(5)),
                25);
    }
}
