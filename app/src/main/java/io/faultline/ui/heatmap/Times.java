package io.faultline.ui.heatmap;

import io.faultline.ui.text.Zone;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the panel writes them, in the zone in use. */
public final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_MINUTE = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ENGLISH);

    private Times() {}

    static String minute(long nanos) {
        return MINUTE.format(at(nanos));
    }

    static String second(long nanos) {
        return SECOND.format(at(nanos));
    }

    /** A minute, milliseconds since 1970, with its day where that is not the other's: {@code 12 May 07:35}. */
    static String moment(long millis, long otherMillis) {
        ZonedDateTime at = at(millis * 1_000_000);
        boolean today = at.toLocalDate().equals(at(otherMillis * 1_000_000).toLocalDate());
        return (today ? MINUTE : DAY_MINUTE).format(at);
    }

    /** A second of today, or a minute of another day, nanoseconds since 1970. */
    static String near(long nanos, long nowNanos) {
        boolean today = at(nanos).toLocalDate().equals(at(nowNanos).toLocalDate());
        return (today ? SECOND : DAY_MINUTE).format(at(nanos));
    }

    /** With the day: {@code Tue 12 May 07:35:10 UTC}. */
    static String full(long nanos) {
        return FULL.format(at(nanos)) + " " + Zone.name(nanos);
    }

    /** A label of an axis whose labels are that many seconds apart; midnight is the day. */
    static String label(long nanos, double stepSeconds) {
        ZonedDateTime time = at(nanos);
        if (stepSeconds >= 60 && time.getHour() == 0 && time.getMinute() == 0) {
            return DAY.format(time);
        }
        return (stepSeconds < 60 ? SECOND : MINUTE).format(time);
    }

    /** How long something lasts, in its largest whole unit: {@code 250 ms}, {@code 1 s}, {@code 5 min}, {@code 4 h}. */
    public static String length(long nanos) {
        long millis = nanos / 1_000_000;
        if (millis < 1000) {
            return millis + " ms";
        }
        long seconds = millis / 1000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min";
        }
        return seconds < 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    private static ZonedDateTime at(long nanos) {
        return Zone.at(nanos);
    }
}
