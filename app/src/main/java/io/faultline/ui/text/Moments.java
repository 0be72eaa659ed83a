package io.faultline.ui.text;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments of the past in as few words as tell them, in the zone in use. */
public final class Moments {
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter TENTHS =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss.S", Locale.ENGLISH);

    private Moments() {}

    /** {@code 14:26:05} on the day of {@code nowNanos}, {@code 12 May 14:26} on another; nanoseconds since 1970. */
    public static String brief(long nanos, long nowNanos) {
        ZonedDateTime then = at(nanos);
        boolean today = then.toLocalDate().equals(at(nowNanos).toLocalDate());
        return (today ? TODAY : EARLIER).format(then);
    }

    /** {@code 14:26:05}. */
    public static String time(long nanos) {
        return TODAY.format(at(nanos));
    }

    /** {@code 14:26:05 UTC}. */
    public static String clock(long nanos) {
        return time(nanos) + " " + Zone.name(nanos);
    }

    /** {@code 12 May 2026 14:26:05.3 UTC}. */
    public static String full(long nanos) {
        return TENTHS.format(at(nanos)) + " " + Zone.name(nanos);
    }

    private static ZonedDateTime at(long nanos) {
        return Zone.at(nanos);
    }
}
