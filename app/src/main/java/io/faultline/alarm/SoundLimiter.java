package io.faultline.alarm;

import java.util.ArrayDeque;

/** At most so many sounds in so much time. A clock that goes back makes it count from there, and never deaf. */
public final class SoundLimiter {
    private final int most;
    private final long withinMillis;
    private final ArrayDeque<Long> played = new ArrayDeque<>();

    public SoundLimiter(int most, long withinMillis) {
        if (most < 1 || withinMillis < 1) {
            throw new IllegalArgumentException("at most " + most + " sounds in " + withinMillis + " ms");
        }
        this.most = most;
        this.withinMillis = withinMillis;
    }

    /** Four in ten seconds. */
    public static SoundLimiter standard() {
        return new SoundLimiter(4, 10_000);
    }

    /** Whether one more may be played now, which it then is. */
    public boolean allow(long nowMillis) {
        if (!played.isEmpty() && nowMillis < played.getLast()) {
            int kept = played.size();
            played.clear();
            for (int i = 0; i < kept; i++) {
                played.addLast(nowMillis);
            }
        }
        while (!played.isEmpty() && nowMillis - played.getFirst() >= withinMillis) {
            played.removeFirst();
        }
        if (played.size() >= most) {
            return false;
        }
        played.addLast(nowMillis);
        return true;
    }
}
