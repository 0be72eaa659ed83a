package io.faultline.ui.heatmap;

/**
 * Pixels of the heat as a ring of columns: scrolling by a column writes that column and moves nothing. It remembers
 * which slots were written since it was last asked, so that only they go to the screen. Neighbouring columns are collected
 * and written a cache line at a time: one by one, each pixel would be a line of its own.
 */
final class HeatRing {
    /** Ints in a cache line: an odd number of lines in a row keeps a column's pixels in different cache sets. */
    private static final int STRIDE_UNIT = 16;

    private int[] pixels = new int[0];
    private int capacity;
    private int rows;
    private int dirtyFrom;
    private int dirtyTo;
    private int[] block = new int[0];
    private long blockColumn;
    private int blockCount;

    /** Makes room for that many columns and rows; what it held is gone. */
    void resize(int columns, int newRows) {
        int units = (columns + STRIDE_UNIT - 1) / STRIDE_UNIT | 1;
        capacity = units * STRIDE_UNIT;
        rows = newRows;
        pixels = new int[capacity * rows];
        block = new int[STRIDE_UNIT * rows];
        blockCount = 0;
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

    /** Takes a column, top row first; it is there after {@link #settle}. */
    void put(long column, int[] argb) {
        boolean follows = column == blockColumn + blockCount && slot(column) != 0;
        if (blockCount == STRIDE_UNIT || !follows) {
            settle();
        }
        if (blockCount == 0) {
            blockColumn = column;
        }
        for (int row = 0, at = blockCount; row < rows; row++, at += STRIDE_UNIT) {
            block[at] = argb[row];
        }
        blockCount++;
        int slot = slot(column);
        dirtyFrom = Math.min(dirtyFrom, slot);
        dirtyTo = Math.max(dirtyTo, slot + 1);
    }

    /** Writes what was put since the last time. */
    void settle() {
        int slot = slot(blockColumn);
        for (int row = 0; row < rows && blockCount > 0; row++) {
            int from = row * STRIDE_UNIT;
            int to = row * capacity + slot;
            for (int i = 0; i < blockCount; i++) {
                pixels[to + i] = block[from + i];
            }
        }
        blockCount = 0;
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
