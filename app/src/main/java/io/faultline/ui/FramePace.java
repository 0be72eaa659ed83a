package io.faultline.ui;

import io.faultline.ui.settings.KnownSettings;
import io.faultline.ui.settings.Settings;

/** Which pulses are drawn: no more a second than is set, and one a second while nobody can see them. */
final class FramePace {
    private static final long SECOND = 1_000_000_000L;
    /** The toolkit's own rate: every pulse. */
    private static final double EVERY = 60;
    /** Pulses do not come exactly in time; one that is early by less is not skipped. */
    private static final long SLACK = 4_000_000L;

    private long drawn = Long.MIN_VALUE;

    /**
     * Whether a pulse at that time is drawn.
     *
     * @param now any steady clock, nanoseconds
     */
    boolean due(long now, Settings settings, boolean hidden) {
        double most = settings.get(KnownSettings.FRAME_CAP);
        boolean rests = hidden && settings.get(KnownSettings.REST_WHEN_HIDDEN);
        if (!rests && most >= EVERY) {
            drawn = now;
            return true;
        }
        long apart = rests ? SECOND : Math.round(SECOND / most);
        if (drawn != Long.MIN_VALUE && now - drawn < apart - SLACK) {
            return false;
        }
        drawn = now;
        return true;
    }
}
