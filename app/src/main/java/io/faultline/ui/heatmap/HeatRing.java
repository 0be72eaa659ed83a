package io.faultline.ui.heatmap;

/**
 * Pixels of the heat as a ring of columns: scrolling by a column writes that column and moves nothing. It remembers
 * which slots were written since it was last asked, so that only they go to the screen.
 */
final class HeatRing {
    /** Ints in a cache line: an odd number of lines in a row keeps a column's pixels in different cache sets. */
    private static final int STRIDE_UNIT = 16;

    private int[] pixels = new int[0];
    private int capacity;
    private int rows;
    private int dirtyFrom;
    private int dirtyTo;

    /** Makes room for that many columns and rows; what it held is gone. */
    void resize(int columns, int newRows) {
        int units = (columns + STRIDE_UNIT - 1) / STRIDE_UNIT | 1;
        capacity = units * STRIDE_UNIT;
        rows = newRows;
        pixels = new int[capacity * rows];
        clean();
    }

    /** Row by row, {@link #capacity} in each. */
    int[] pixels() {
        return pixels;
    }

    int capacity() {
        return capacity;
    }

    int rows() {
        return rows;
    }

    int slot(long column) {
        return Math.floorMod(column, capacity);
    }

    /** Writes a column, top row first. */
    void put(long column, int[] argb) {
        int slot = slot(column);
        for (int row = 0, at = slot; row < rows; row++, at += capacity) {
            pixels[at] = argb[row];
        }
        dirtyFrom = Math.min(dirtyFrom, slot);
        dirtyTo = Math.max(dirtyTo, slot + 1);
    }

    int pixel(long column, int row) {
        return pixels[row * capacity + slot(column)];
    }

    /** First slot written since {@link #clean}; not below {@link #dirtyTo} when there is none. */
    int dirtyFrom() {
        return dirtyFrom;
    }

    /** One past the last slot written since {@link #clean}. */
    int dirtyTo() {
        return dirtyTo;
    }

    void clean() {
        dirtyFrom = capacity;
        dirtyTo = 0;
    }
}
