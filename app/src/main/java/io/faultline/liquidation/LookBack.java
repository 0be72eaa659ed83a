package io.faultline.liquidation;

/** Whether a picture shows all positions, or only those that opened within its window, as most web heatmaps do. */
public enum LookBack {
    ALL_POSITIONS,
    BUILT_IN_WINDOW
}
