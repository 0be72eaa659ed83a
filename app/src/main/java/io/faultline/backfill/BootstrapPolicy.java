package io.faultline.backfill;

import java.time.Duration;

/**
 * The manners of filling the history. Tests shorten the waits; nothing else differs.
 *
 * @param inFlight most requests under way at one venue
 * @param firstWait after the first failure of a series; doubled with each further one
 * @param longestWait no wait is longer
 * @param again how often gaps are looked for once all is answered
 * @param spaced whether requests that a venue limits more than others are sent as far apart as it asks for; an exchange in
 *     this program asks for nothing
 */
public record BootstrapPolicy(int inFlight, Duration firstWait, Duration longestWait, Duration again, boolean spaced) {
    public static BootstrapPolicy standard() {
        return new BootstrapPolicy(4, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1), true);
    }

    /** For an exchange in this program. */
    public static BootstrapPolicy unspaced() {
        return new BootstrapPolicy(4, Duration.ofSeconds(2), Duration.ofMinutes(5), Duration.ofMinutes(1), false);
    }

    /** How long to wait after so many failures in a row. */
    Duration wait(int failures) {
        Duration doubled = firstWait.multipliedBy(1L << Math.min(20, failures - 1));
        return doubled.compareTo(longestWait) > 0 ? longestWait : doubled;
    }
}
