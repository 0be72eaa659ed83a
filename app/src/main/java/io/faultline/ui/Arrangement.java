package io.faultline.ui;

import org.jspecify.annotations.Nullable;

/**
 * How the user has arranged the panels of a workspace.
 *
 * @param columns null in a damaged file
 * @param dock height in pixels, 0 for the usual one
 * @param mapOver whether the map is shown over the margin right of now where it has no column
 */
record Arrangement(Columns.@Nullable Widths columns, double dock, boolean mapOver) {
    static final Arrangement USUAL = new Arrangement(Columns.Widths.USUAL, 0, false);

    /** Whether every value is one that the window could have written. */
    boolean sound() {
        return columns != null && columns.sound() && dock >= 0 && dock < 100_000;
    }

    Columns.Widths widths() {
        return columns == null ? Columns.Widths.USUAL : columns;
    }
}
