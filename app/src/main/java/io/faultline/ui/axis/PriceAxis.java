package io.faultline.ui.axis;

import io.faultline.market.Decimals;

/**
 * The one price axis: which prices the plots of heatmap and ladder show, and where. Rows have equal height and are cut
 * at multiples of {@link #grouping}; the axis starts at such a multiple, so rows never jitter. Zoom goes in steps, so
 * that a row is always {@value #MIN_ROW} to {@value #MAX_ROW} pixels high and its grouping is 1, 2 or 5 times a power of
 * ten ticks.
 *
 * <p>JavaFX thread only. Panels compare {@link #version} to know whether to draw again.
 */
public final class PriceAxis {
    static final int MIN_ROW = 14;
    static final int MAX_ROW = 22;
    static final int USUAL_ROW = 16;
    private static final int[] STEPS = {1, 2, 5};
    private static final int HEIGHTS = MAX_ROW - MIN_ROW + 1;
    private static final int LAST_STEP = STEPS.length * 8 - 1;
    private static final int LAST_ZOOM = (LAST_STEP + 1) * HEIGHTS - 1;

    /** How far out one can zoom and pan, as a multiple of the last price: beyond it there is no market. */
    private static final double FARTHEST = 4;

    private double tick = 0.01;
    private int zoom;
    private double height = 640;
    private double sceneTop;
    private long lowRow;
    private double last = Double.NaN;
    private boolean follow = true;
    private boolean held;
    private long version;

    /** Smallest price step of the instrument, in quote; positive. Prices shown stay about where they were. */
    public void tick(double newTick) {
        if (!(newTick > 0)) {
            throw new IllegalArgumentException("tick " + newTick);
        }
        if (newTick != tick) {
            double middle = price(height / 2);
            tick = newTick;
            centre(middle);
        }
    }

    public double tick() {
        return tick;
    }

    /** Where the plots stand: their height, and their top in scene coordinates, both in pixels. */
    public void place(double newSceneTop, double newHeight) {
        if (newHeight > 0 && (newHeight != height || newSceneTop != sceneTop)) {
            double middle = price(height / 2);
            height = newHeight;
            sceneTop = newSceneTop;
            centre(middle);
        }
    }

    public double height() {
        return height;
    }

    public double sceneTop() {
        return sceneTop;
    }

    /** Price covered by one row, in quote. */
    public double grouping() {
        return ticksPerRow() * tick;
    }

    /** Ticks in one row. */
    public long ticksPerRow() {
        return ticksAt(zoom / HEIGHTS);
    }

    private static long ticksAt(int step) {
        return STEPS[step % STEPS.length] * Decimals.power(step / STEPS.length);
    }

    /** The grouping that many steps coarser (negative: finer) than now, in quote; NaN where there is none. */
    public double groupingAt(int steps) {
        int step = zoom / HEIGHTS + steps;
        return step < 0 || step > LAST_STEP ? Double.NaN : ticksAt(step) * tick;
    }

    /** Makes the grouping that many steps coarser (negative: finer) with rows as high, keeping the price at {@code y}. */
    public void regroup(int steps, double y) {
        if (Double.isFinite(groupingAt(steps))) {
            zoom(-steps * HEIGHTS, y);
        }
    }

    /** Height of one row, in pixels. */
    public int rowHeight() {
        return MAX_ROW - zoom % HEIGHTS;
    }

    /** Number of the lowest row shown: it starts at {@code lowRow() * grouping()}. */
    public long lowRow() {
        return lowRow;
    }

    /** Number of the highest row shown, at least in part. */
    public long highRow() {
        return lowRow + (long) Math.ceil(height / rowHeight()) - 1;
    }

    public double low() {
        return lowRow * grouping();
    }

    public double high() {
        return low() + height / rowHeight() * grouping();
    }

    /** Pixels from the top of the plot down to that price. */
    public double y(double price) {
        return height - (price - low()) / grouping() * rowHeight();
    }

    /** Price at that many pixels below the top of the plot. */
    public double price(double y) {
        return low() + (height - y) / rowHeight() * grouping();
    }

    /**
     * Steps of zoom, positive to see more detail, keeping the price at {@code y} about where it is. It ends where a few
     * times the last price show.
     */
    public void zoom(int steps, double y) {
        double anchor = price(y);
        int wanted = Math.max(0, Math.min(LAST_ZOOM, zoom - steps));
        while (wanted > zoom && shownAt(wanted) > FARTHEST * last) {
            wanted--;
        }
        if (wanted != zoom) {
            zoom = wanted;
            lowRow = Math.round((anchor - (height - y) / rowHeight() * grouping()) / grouping());
            version++;
        }
    }

    /** Prices from bottom to top at that zoom, in quote. */
    private double shownAt(int zoomStep) {
        return height / (MAX_ROW - zoomStep % HEIGHTS) * ticksAt(zoomStep / HEIGHTS) * tick;
    }

    /** Moves the prices shown up by whole rows, as long as there can be a price in the middle; leaves following. */
    public void pan(long rows) {
        if (rows != 0) {
            long half = Math.round(height / 2 / rowHeight());
            long most = Double.isNaN(last) ? Long.MAX_VALUE / 2 : (long) (FARTHEST * last / grouping());
            lowRow = Math.max(-half, Math.min(most - half, lowRow + rows));
            follow = false;
            version++;
        }
    }

    /** Puts that price in the middle and follows again. */
    public void recentre(double price) {
        follow = true;
        centre(price);
    }

    /** Shows that range and what else rows of {@value #USUAL_ROW} pixels and a round grouping take in; follows again. */
    public void fit(double from, double to) {
        if (!(to > from)) {
            return;
        }
        zoom = MAX_ROW - USUAL_ROW;
        while (zoom + HEIGHTS <= LAST_ZOOM && high() - low() < to - from) {
            zoom += HEIGHTS;
        }
        follow = true;
        centre((from + to) / 2);
    }

    /** Recentres by whole rows when following, not held, and the price has left the middle third. */
    public void keepInView(double newLast) {
        if (!Double.isFinite(newLast)) {
            return;
        }
        last = newLast;
        if (follow && !held) {
            double y = y(newLast);
            if (y < height / 3 || y > height * 2 / 3) {
                centre(newLast);
            }
        }
    }

    public boolean follows() {
        return follow;
    }

    /** While held, {@link #keepInView} moves nothing: rows must not jump under the mouse. */
    public void hold(boolean on) {
        held = on;
    }

    /** Whether it follows the price; panning ends that. */
    public void follow(boolean on) {
        if (follow != on) {
            follow = on;
            version++;
        }
    }

    /** Grows with every change. */
    public long version() {
        return version;
    }

    private void centre(double price) {
        lowRow = Math.round((price - height / 2 / rowHeight() * grouping()) / grouping());
        version++;
    }
}
