package io.faultline.ui.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments of the past in as few words as tell them, UTC. */
public final class Moments {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private Moments() {}

    /** {@code 14:26:05} on the day of {@code nowNanos}, {@code 12 May 14:26} on another; nanoseconds since 1970. */
    public static String brief(long nanos, long nowNanos) {
        ZonedDateTime then = at(nanos);
        boolean today = then.toLocalDate().equals(at(nowNanos).toLocalDate());
        return (today ? TODAY : EARLIER).format(then);
    }

    private static ZonedDateTime at(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atZone(ZoneOffset.UTC);
    }
}
