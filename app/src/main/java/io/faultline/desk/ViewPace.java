package io.faultline.desk;

import java.util.concurrent.TimeUnit;

/**
 * When the next view is due: not more often than the screen can use, and with fresh copies of the grids only ten times a
 * second. One thread.
 */
final class ViewPace {
    private static final long BETWEEN_VIEWS = TimeUnit.MILLISECONDS.toNanos(8);
    private static final long BETWEEN_GRIDS = TimeUnit.MILLISECONDS.toNanos(100);

    private long lastView;
    private long lastGrids;
    private boolean stale;
    private boolean gridsStale;

    ViewPace(long nanos) {
        lastView = nanos - BETWEEN_VIEWS;
        lastGrids = nanos - BETWEEN_GRIDS;
    }

    /** Something has happened. */
    void changed() {
        stale = true;
        gridsStale = true;
    }

    /** Whether the newest view does not show the newest state. */
    boolean isStale() {
        return stale || gridsStale;
    }

    boolean isDue(long nanos) {
        return (stale && nanos - lastView >= BETWEEN_VIEWS) || (gridsStale && areGridsDue(nanos));
    }

    boolean areGridsDue(long nanos) {
        return nanos - lastGrids >= BETWEEN_GRIDS;
    }

    void shown(long nanos, boolean withGrids) {
        lastView = nanos;
        stale = false;
        if (withGrids) {
            lastGrids = nanos;
            gridsStale = false;
        }
    }
}
