package io.faultline.alarm;

import org.jspecify.annotations.Nullable;

/**
 * When sounds are wanted at all.
 *
 * @param quietHours null for none
 * @param coolDownMillis least time between two sounds of one alarm for the same signal; 0 to an hour
 * @param staleMillis age of a firing at which its sound comes too late; 500 to 60 000
 */
public record SoundSettings(boolean muted, @Nullable QuietHours quietHours, long coolDownMillis, long staleMillis) {
    /** On, at all hours, a minute's cool-down, 5 s. */
    public static final SoundSettings DEFAULT = new SoundSettings(false, null, 60_000, 5_000);

    public SoundSettings {
        if (coolDownMillis < 0 || coolDownMillis > 3_600_000 || staleMillis < 500 || staleMillis > 60_000) {
            throw new IllegalArgumentException(
                    "cool-down of " + coolDownMillis + " ms, sounds up to " + staleMillis + " ms old");
        }
    }
}
