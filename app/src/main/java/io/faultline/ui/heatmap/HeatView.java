package io.faultline.ui.heatmap;

import io.faultline.ui.axis.PriceAxis;
import io.faultline.ui.axis.TimeAxis;

/**
 * Which instants and prices the device pixels of the plot show. Columns have whole numbers since 1970 and a whole number
 * of nanoseconds, so a picture that scrolls keeps its cells on the same pixels.
 *
 * @param firstColumn number of the leftmost column; it starts at {@code firstColumn * nanosPerColumn}
 * @param columns width of the plot, device pixels
 * @param timeColumns how many of them the time axis spans; the rest is the margin right of now
 * @param rows height of the plot, device pixels
 * @param low price at the bottom edge
 * @param scale device pixels in one pixel of the scene
 */
record HeatView(
        long firstColumn,
        long nanosPerColumn,
        int columns,
        int timeColumns,
        int rows,
        double low,
        double pricePerRow,
        double scale) {

    static HeatView of(TimeAxis time, PriceAxis price, double width, double height, double margin, double scale) {
        int columns = Math.max(1, (int) Math.round(width * scale));
        int timeColumns = Math.max(1, (int) Math.round((width - margin) * scale));
        int rows = Math.max(1, (int) Math.round(height * scale));
        long nanosPerColumn = Math.max(1, Math.round(time.spanNanos() / (double) timeColumns));
        long first = Math.floorDiv(time.endNanos(), nanosPerColumn) - timeColumns + 1;
        double pricePerRow = price.grouping() / price.rowHeight() / scale;
        return new HeatView(first, nanosPerColumn, columns, timeColumns, rows, price.low(), pricePerRow, scale);
    }

    /** Whether the other differs at most in how far it is scrolled. */
    boolean sameButScrolled(HeatView other) {
        return nanosPerColumn == other.nanosPerColumn
                && columns == other.columns
                && timeColumns == other.timeColumns
                && rows == other.rows
                && low == other.low
                && pricePerRow == other.pricePerRow
                && scale == other.scale;
    }

    /** One past the number of the rightmost column. */
    long endColumn() {
        return firstColumn + columns;
    }

    long startNanos() {
        return firstColumn * nanosPerColumn;
    }

    /** End of the rightmost column, past the margin. */
    long endNanos() {
        return endColumn() * nanosPerColumn;
    }

    long column(long nanos) {
        return Math.floorDiv(nanos, nanosPerColumn);
    }

    /** The instant in the middle of a column, milliseconds since 1970. */
    long millis(long column) {
        return Math.floorDiv(column * nanosPerColumn + nanosPerColumn / 2, 1_000_000L);
    }

    double width() {
        return columns / scale;
    }

    double height() {
        return rows / scale;
    }

    /** Width of the part that the time axis spans, pixels of the scene. */
    double timeWidth() {
        return timeColumns / scale;
    }

    double high() {
        return low + rows * pricePerRow;
    }

    /** Pixels of the scene from the left of the plot. */
    double x(long nanos) {
        return (nanos - startNanos()) / (double) nanosPerColumn / scale;
    }

    long nanos(double x) {
        return startNanos() + (long) (x * scale * nanosPerColumn);
    }

    /** Pixels of the scene from the top of the plot. */
    double y(double price) {
        return (rows - (price - low) / pricePerRow) / scale;
    }

    double price(double y) {
        return low + (rows - y * scale) * pricePerRow;
    }
}
