package io.faultline.alarm;

import org.jspecify.annotations.Nullable;

/**
 * All that a cluster alarm's machine remembers.
 *
 * @param edges last seen, or frozen; null before the first sight and after the cluster is gone
 * @param nextNear near edge of the next cluster behind; null if there is none
 * @param beyond samples in a row beyond the far edge
 */
public record StageState(
        Stage stage, @Nullable Edges edges, @Nullable Double nextNear, int beyond) {
    /** Before the first sample. */
    public static final StageState START = new StageState(Stage.IDLE, null, null, 0);
}
