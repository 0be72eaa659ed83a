package io.faultline.ui.heatmap;

/** Where words stand in the plot, pixels. */
record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
}
