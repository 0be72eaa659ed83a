package io.faultline.ui.axis;

/**
 * The one time axis: which stretch of time the heatmap (and what stands under it) shows. JavaFX thread only; see
 * {@link PriceAxis} for {@link #version}.
 */
public final class TimeAxis {
    private static final long SECOND = 1_000_000_000L;
    private static final long SHORTEST = 10 * SECOND;
    private static final long LONGEST = 31L * 24 * 3600 * SECOND;

    private double sceneLeft;
    private double width;
    private double margin;
    private long endNanos;
    private long spanNanos = 300 * SECOND;
    private boolean follow = true;
    private long version;

    /**
     * Where the heatmap's plot stands: its left edge in scene coordinates, the width that the span takes, and the width of
     * the margin right of it, which ends at the price axis; pixels.
     */
    public void place(double newSceneLeft, double newWidth, double newMargin) {
        if (newSceneLeft != sceneLeft || newWidth != width || newMargin != margin) {
            sceneLeft = newSceneLeft;
            width = newWidth;
            margin = newMargin;
            version++;
        }
    }

    public double sceneLeft() {
        return sceneLeft;
    }

    /** Width of the span, in pixels; 0 before the plot was placed. */
    public double width() {
        return width;
    }

    /** Width of the margin between now and the price axis, in pixels. */
    public double margin() {
        return margin;
    }

    /** First instant shown, nanoseconds since 1970. */
    public long startNanos() {
        return endNanos - spanNanos;
    }

    /** Last instant shown, nanoseconds since 1970. */
    public long endNanos() {
        return endNanos;
    }

    public long spanNanos() {
        return spanNanos;
    }

    /** Whether the right edge is the market's now. */
    public boolean follows() {
        return follow;
    }

    /** Moves the right edge to now, when following; every pulse. */
    public void now(long nowNanos) {
        if (follow && nowNanos != endNanos) {
            endNanos = nowNanos;
            version++;
        }
    }

    /** Goes back to now and follows it, keeping the zoom. */
    public void followNow(long nowNanos) {
        follow = true;
        now(nowNanos);
        version++;
    }

    /** Shows that much time, keeping the right edge; 10 s to 31 days. */
    public void span(long nanos) {
        long wanted = Math.max(SHORTEST, Math.min(LONGEST, nanos));
        if (wanted != spanNanos) {
            spanNanos = wanted;
            version++;
        }
    }

    /** Shows {@code factor} times as much time, keeping the instant at that share of the width (0 left, 1 right). */
    public void zoom(double factor, double at) {
        long anchor = startNanos() + (long) (spanNanos * at);
        long before = spanNanos;
        span((long) (spanNanos * factor));
        if (spanNanos != before && !follow) {
            endNanos = anchor + (long) (spanNanos * (1 - at));
        }
    }

    /** Moves the picture by that share of the span, positive to later times; leaves following. */
    public void pan(double share) {
        endNanos += (long) (spanNanos * share);
        follow = false;
        version++;
    }

    /** Ends at that instant and follows no more. */
    public void goTo(long nanos) {
        endNanos = nanos;
        follow = false;
        version++;
    }

    /** Pixels from the left of a plot of that width. */
    public double x(long nanos, double width) {
        return (nanos - startNanos()) / (double) spanNanos * width;
    }

    /** Instant at that pixel of a plot of that width. */
    public long nanos(double x, double width) {
        return startNanos() + (long) (x / width * spanNanos);
    }

    public long version() {
        return version;
    }
}
