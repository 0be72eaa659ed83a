package io.faultline.ui.axis;

/**
 * The one crosshair. Any panel may lead it, the others follow in the same pulse. JavaFX thread only; see
 * {@link PriceAxis} for {@link #version}.
 */
public final class Crosshair {
    private double price = Double.NaN;
    private long timeNanos;
    private boolean pinned;
    private long version;

    /** Price under it, or NaN where there is none. */
    public double price() {
        return price;
    }

    /** Time under it, nanoseconds since 1970, or 0 where there is none. */
    public long timeNanos() {
        return timeNanos;
    }

    public boolean pinned() {
        return pinned;
    }

    /** Moves it, unless it is pinned; NaN and 0 for what the panel does not know. */
    public void move(double newPrice, long newTimeNanos) {
        if (!pinned) {
            place(newPrice, newTimeNanos);
        }
    }

    /** Moves it, pinned or not: by key. */
    public void place(double newPrice, long newTimeNanos) {
        price = newPrice;
        timeNanos = newTimeNanos;
        version++;
    }

    /** Takes it away, unless it is pinned. */
    public void leave() {
        move(Double.NaN, 0);
    }

    public void pin(boolean on) {
        pinned = on;
        version++;
    }

    public long version() {
        return version;
    }
}
