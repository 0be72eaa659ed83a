package io.faultline.liquidation.cluster;

/** Where a cluster stands in its life. */
public enum TrackState {
    /** Seen, but not often enough to be shown. */
    CANDIDATE,
    LIVE,
    /** Shown, but missed by the last update or updates. */
    FADING
}
