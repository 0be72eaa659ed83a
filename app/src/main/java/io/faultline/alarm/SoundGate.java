package io.faultline.alarm;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides about a sound at the moment it would be played, not when the alarm fired: what was switched off in between
 * stays silent. One thread.
 */
public final class SoundGate {
    private final SoundLimiter limiter;
    private final Map<Key, Long> lastPlayed = new HashMap<>();

    private record Key(long alarm, Signal signal) {}

    public SoundGate(SoundLimiter limiter) {
        this.limiter = limiter;
    }

    /**
     * Judges, and takes note of what is played.
     *
     * @param alarm as it is now; empty if it was deleted
     * @param nowMillis by our clock, since 1970
     */
    public SoundVerdict judge(Firing firing, Optional<AlarmHead> alarm, SoundSettings settings, long nowMillis) {
        if (!firing.signal().sounds()) {
            return SoundVerdict.NOT_WORTH_A_SOUND;
        }
        long age = nowMillis - firing.receivedMillis();
        if (firing.freshness() != Freshness.FRESH || age > settings.staleMillis()) {
            return SoundVerdict.NOT_FRESH;
        }
        if (alarm.isEmpty() || !alarm.get().on()) {
            return SoundVerdict.OFF;
        }
        if (settings.muted()) {
            return SoundVerdict.MUTED;
        }
        if (nowMillis < alarm.get().snoozedUntilMillis()) {
            return SoundVerdict.SNOOZED;
        }
        QuietHours quiet = settings.quietHours();
        if (quiet != null && quiet.hold(nowMillis)) {
            return SoundVerdict.QUIET_HOURS;
        }
        return rationed(firing, settings, nowMillis);
    }

    /** Judges the sound that says that no data comes while alarms are armed, and takes note of it if it is played. */
    public SoundVerdict judgeLoss(SoundSettings settings, long nowMillis) {
        QuietHours quiet = settings.quietHours();
        if (settings.muted()) {
            return SoundVerdict.MUTED;
        }
        if (quiet != null && quiet.hold(nowMillis)) {
            return SoundVerdict.QUIET_HOURS;
        }
        return limiter.allow(nowMillis) ? SoundVerdict.PLAY : SoundVerdict.TOO_MANY;
    }

    private SoundVerdict rationed(Firing firing, SoundSettings settings, long nowMillis) {
        Key key = new Key(firing.alarm().id(), firing.signal());
        Long last = lastPlayed.get(key);
        boolean cooling = last != null && nowMillis >= last && nowMillis - last < settings.coolDownMillis();
        if (cooling) {
            return SoundVerdict.COOL_DOWN;
        }
        if (!limiter.allow(nowMillis)) {
            return SoundVerdict.TOO_MANY;
        }
        lastPlayed.put(key, nowMillis);
        return SoundVerdict.PLAY;
    }
}
