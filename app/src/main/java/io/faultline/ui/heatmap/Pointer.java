package io.faultline.ui.heatmap;

import io.faultline.ui.axis.Crosshair;

/** Where the mouse is in the plot, and the box being measured: what only this panel draws. */
final class Pointer {
    private static final long TOOLTIP_DELAY_NANOS = 250_000_000L;

    private boolean inside;
    private long enteredNanos;
    private boolean measuring;
    private long measuredFromNanos;
    private double measuredFromPrice;
    private long version;

    /** The mouse moved in the plot, at that time of the machine's clock. */
    void moved(long clockNanos) {
        if (!inside) {
            inside = true;
            enteredNanos = clockNanos;
        }
        version++;
    }

    void left() {
        inside = false;
        measuring = false;
        version++;
    }

    /** Begins a box at the crosshair. */
    void measure(Crosshair from) {
        measuring = true;
        measuredFromNanos = from.timeNanos();
        measuredFromPrice = from.price();
        version++;
    }

    void stopMeasuring() {
        if (measuring) {
            measuring = false;
            version++;
        }
    }

    boolean measuring() {
        return measuring;
    }

    long measuredFromNanos() {
        return measuredFromNanos;
    }

    double measuredFromPrice() {
        return measuredFromPrice;
    }

    /** Whether the mouse has been in the plot long enough for the tooltip. */
    boolean lingers(long clockNanos) {
        return inside && clockNanos - enteredNanos >= TOOLTIP_DELAY_NANOS;
    }

    long version() {
        return version;
    }
}
