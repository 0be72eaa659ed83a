package io.faultline.ui.panel;

import io.faultline.desk.DeskView;
import org.jspecify.annotations.Nullable;

/**
 * When a panel that rests is drawn again: a few times a second of the market's time, and, while that stands – a replay is
 * paused after a seek –, with each new view. JavaFX thread only.
 */
public final class MarketRest {
    private final long restNanos;
    private long drawnStretch = Long.MIN_VALUE;
    private long drawnNanos = Long.MIN_VALUE;
    private @Nullable DeskView drawn;

    /** @param restNanos of the market's time */
    public MarketRest(long restNanos) {
        this.restNanos = restNanos;
    }

    /** Whether it is to be drawn at this pulse; what is due is taken as drawn. */
    @SuppressWarnings("ReferenceEquality") // a view never changes: the same object says the same
    public boolean due(Pulse pulse) {
        long stretch = Math.floorDiv(pulse.nowNanos(), restNanos);
        boolean stands = pulse.nowNanos() == drawnNanos;
        boolean due = stretch != drawnStretch || (stands && pulse.view() != drawn);
        if (due) {
            drawnStretch = stretch;
            drawn = pulse.view();
        }
        drawnNanos = pulse.nowNanos();
        return due;
    }

    /** Is due at the next pulse. */
    public void end() {
        drawnStretch = Long.MIN_VALUE;
    }
}
