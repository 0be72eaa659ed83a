package io.faultline.ui.funding;

/**
 * Where a small plot stands and what it spans.
 *
 * @param fromNanos time at its left edge, nanoseconds since 1970
 * @param low value at its lower edge
 */
record PlotFrame(
        double left, double top, double width, double height, long fromNanos, long toNanos, double low, double high) {

    double x(long nanos) {
        return left + (nanos - fromNanos) / (double) (toNanos - fromNanos) * width;
    }

    double y(double value) {
        return high > low ? top + (high - value) / (high - low) * height : top + height / 2;
    }

    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    boolean shows(long nanos) {
        return nanos >= fromNanos && nanos <= toNanos;
    }
}
