package io.faultline.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as commands print them. */
final class Times {
    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** ISO 8601, UTC, with milliseconds. */
    static String iso(long nanos) {
        return ISO.format(Instant.ofEpochSecond(0, nanos));
    }
}
