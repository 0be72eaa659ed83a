package io.faultline.ui;

/** How wide a window is: what has a column of its own differs, and the user arranges each for itself. */
enum SizeClass {
    /** Funding is a tab. */
    NARROW,
    /** The map has no column. */
    MEDIUM,
    WIDE,
    /** Three lanes. */
    LARGE;

    static SizeClass of(double windowWidth) {
        if (windowWidth < LayoutSizes.FUNDING_COLUMN) {
            return NARROW;
        }
        if (windowWidth < LayoutSizes.MAP_COLUMN) {
            return MEDIUM;
        }
        return windowWidth < LayoutSizes.THREE_LANES ? WIDE : LARGE;
    }
}
