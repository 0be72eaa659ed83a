package io.faultline.ui;

import io.faultline.ui.paint.StateShape;

/** The shapes that repeat in form what a state's colour says; 10 by 10 pixels, as SVG path data. */
enum Shape {
    DISC("M1 5A4 4 0 1 1 9 5A4 4 0 1 1 1 5Z"),
    HALF_DISC("M5 1A4 4 0 0 0 5 9ZM5 0.6A4.4 4.4 0 1 1 5 9.4V8.2A3.2 3.2 0 1 0 5 1.8Z"),
    TRIANGLE("M5 0.6L9.8 9.4H0.2ZM5 3L2.1 8.2H7.9Z"),
    RING("M0.6 5A4.4 4.4 0 1 1 9.4 5A4.4 4.4 0 1 1 0.6 5ZM1.8 5A3.2 3.2 0 1 0 8.2 5A3.2 3.2 0 1 0 1.8 5Z"),
    CROSS("M1 2.2L2.2 1L5 3.8L7.8 1L9 2.2L6.2 5L9 7.8L7.8 9L5 6.2L2.2 9L1 7.8L3.8 5Z"),
    DASH("M1 4.2H9V5.8H1Z"),
    DIAMOND("M5 0.4L9.6 5L5 9.6L0.4 5Z"),
    PLAY("M2 0.8L9 5L2 9.2Z"),
    PAUSE("M2 1H4.2V9H2ZM5.8 1H8V9H5.8Z"),
    UP("M5 1L9.6 9H0.4Z"),
    DOWN("M5 9L9.6 1H0.4Z");

    final String path;

    Shape(String path) {
        this.path = path;
    }

    /** The form of a venue's state. */
    static Shape of(StateShape state) {
        return switch (state) {
            case LIVE -> DISC;
            case RESYNCING -> HALF_DISC;
            case STALE -> TRIANGLE;
            case SILENT -> RING;
            case LOST -> CROSS;
            case OFF -> DASH;
        };
    }
}
