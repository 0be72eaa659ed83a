package io.faultline.ui.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time zone in which the window writes times: UTC unless the user has chosen another. JavaFX thread only. */
public final class Zone {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);
    private static final long SECOND = 1_000_000_000L;
    private static ZoneId current = ZoneOffset.UTC;

    private Zone() {}

    public static void use(ZoneId zone) {
        current = zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }

    public static ZoneId current() {
        return current;
    }

    /** Nanoseconds since 1970 in that zone. */
    public static ZonedDateTime at(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND))
                .atZone(current);
    }

    /** What stands behind a time: {@code UTC}, {@code CEST}. */
    public static String name(long nanos) {
        return current.equals(ZoneOffset.UTC) ? "UTC" : SHORT.format(at(nanos));
    }
}
