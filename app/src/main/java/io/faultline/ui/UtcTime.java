package io.faultline.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of the market as the window writes them: UTC, whatever the system's zone and locale. */
final class UtcTime {
    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss 'UTC'");
    private static final DateTimeFormatter STAMP = utc("uuuu-MM-dd HH:mm:ss 'UTC'");
    private static final DateTimeFormatter FILE = utc("uuuuMMdd-HHmmss");

    private UtcTime() {}

    /** {@code 14:26:05 UTC}. */
    static String clock(long nanos) {
        return CLOCK.format(instant(nanos));
    }

    /** {@code 2026-05-12 14:26:05 UTC}. */
    static String stamp(long nanos) {
        return STAMP.format(instant(nanos));
    }

    /** {@code 20260512-142605}. */
    static String inFileName(long nanos) {
        return FILE.format(instant(nanos));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
