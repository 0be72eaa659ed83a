package io.faultline.ui;

/**
 * What the design gives each column and band of a window, in pixels at 100 %: the figures of its three sizes, straight
 * lines between them, in steps of {@value #STEP}.
 */
final class LayoutSizes {
    static final int STEP = 4;
    static final double STRIP = 28;
    static final double TAB_ROW = 28;

    /** Height of a dock that was folded and is asked for. */
    static final double OPENED_DOCK = 124;

    /** From this width the map has a column of its own; below, it opens over the margin right of now. */
    static final double MAP_COLUMN = 1600;

    /** Below this width funding is a tab of the dock. */
    static final double FUNDING_COLUMN = 1180;

    private static final double TWO_LANES = 1600;
    /** From this width there are three lanes. */
    static final double THREE_LANES = 2400;

    private static final double TWO_LANES_HEIGHT = 34;
    private static final double THREE_LANES_HEIGHT = 40;

    /** Lanes give way before the plot is lower than this. */
    private static final double LEAST_PLOT = 480;

    /** What stands above and below plot, lanes and dock: bars, heads, time axis. */
    private static final double AROUND_PLOT = 40 + STRIP + 32 + 20 + 22 + 24;

    private static final double[][] MAP = {{1600, 98}, {1920, 98}, {2560, 148}};
    private static final double[][] LADDER = {{1024, 312}, {1180, 350}, {1366, 350}, {1920, 444}, {2560, 540}};
    private static final double[][] FUNDING = {{1180, 224}, {1366, 232}, {1920, 320}, {2560, 416}};
    private static final double[][] DOCK = {{640, 100}, {768, 124}, {1080, 206}, {1440, 218}};

    private LayoutSizes() {}

    /** Width of the map's column; 0 where it has none. */
    static double map(double windowWidth) {
        return windowWidth < MAP_COLUMN ? 0 : between(MAP, windowWidth);
    }

    static double ladder(double windowWidth) {
        return between(LADDER, windowWidth);
    }

    /** Width of the funding panel's column; 0 where it is a tab of the dock. */
    static double funding(double windowWidth) {
        return windowWidth < FUNDING_COLUMN ? 0 : between(FUNDING, windowWidth);
    }

    /** Height of the dock with its row of tabs; that row alone where the window is low. */
    static double dock(double windowHeight) {
        return windowHeight < 640 ? TAB_ROW : between(DOCK, windowHeight);
    }

    /** How many lanes there is room for under the heatmap, beside a dock of that height. */
    static int lanes(double windowWidth, double windowHeight, double dock) {
        int lanes = windowWidth >= THREE_LANES ? 3 : windowWidth >= TWO_LANES ? 2 : 0;
        double free = windowHeight - AROUND_PLOT - dock - LEAST_PLOT;
        while (lanes > 0 && lanes * lane(lanes) > free) {
            lanes--;
        }
        return lanes;
    }

    /** Height of a lane where there are that many. */
    static double lane(int lanes) {
        return lanes > 2 ? THREE_LANES_HEIGHT : TWO_LANES_HEIGHT;
    }

    static double snap(double pixels) {
        return Math.max(0, Math.rint(pixels / STEP) * STEP);
    }

    private static double between(double[][] usual, double size) {
        int upper = 1;
        while (upper < usual.length - 1 && size > usual[upper][0]) {
            upper++;
        }
        double[] from = usual[upper - 1];
        double[] to = usual[upper];
        double share = Math.max(0, Math.min(1, (size - from[0]) / (to[0] - from[0])));
        double value = from[1] + share * (to[1] - from[1]);
        // The design's own figures stand as they are.
        return share == 0 || share == 1 ? value : snap(value);
    }
}
