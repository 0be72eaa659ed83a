package io.faultline.alarm;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * A daily time without sounds, in the user's own zone; over midnight if it ends before it begins. Of no length if both
 * are the same.
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
    /** Whether a moment, milliseconds since 1970, lies in it; the end does not. */
    public boolean hold(long millis) {
        LocalTime time = Instant.ofEpochMilli(millis).atZone(zone).toLocalTime();
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to);
        }
        return to.isBefore(from) && (!time.isBefore(from) || time.isBefore(to));
    }
}
