package io.faultline.venue;

import java.time.Duration;

/**
 * What a venue allows one address, as it documents it; the feed keeps to a share of it.
 *
 * @param requests of REST, by weight
 * @param connections attempts to open a socket
 * @param framesPerSecond frames that may be sent on one socket, pings included
 * @param subscriptionsPerHour requests to subscribe or unsubscribe on one socket
 */
public record VenueLimits(Rate requests, Rate connections, int framesPerSecond, int subscriptionsPerHour) {
    /** For a venue that documents none: few enough for any. */
    public static final VenueLimits CAUTIOUS =
            new VenueLimits(new Rate(100, Duration.ofSeconds(10)), new Rate(300, Duration.ofMinutes(5)), 10, 240);

    /** So much in any such time. */
    public record Rate(int most, Duration window) {}
}
