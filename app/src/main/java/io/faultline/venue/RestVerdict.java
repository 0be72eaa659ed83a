package io.faultline.venue;

import java.time.Duration;

/** What an HTTP answer of a venue means for the feed. */
public sealed interface RestVerdict {
    /** The body is what was asked for. */
    record Accepted() implements RestVerdict {}

    /** Asked too often; nothing may be sent to the venue for {@code pause}. */
    record Limited(Duration pause, String words) implements RestVerdict {}

    /** The venue refuses this location, or this address for good: no retry but by hand or after a long while. */
    record Blocked(String words) implements RestVerdict {}

    /** The venue is down for maintenance or overloaded. */
    record Maintenance(String words) implements RestVerdict {}

    /** The request itself was refused, for example for an unknown symbol: asking again will not help. */
    record Refused(String words) implements RestVerdict {}

    /** Anything else; try again later. */
    record Failed(String words) implements RestVerdict {}
}
