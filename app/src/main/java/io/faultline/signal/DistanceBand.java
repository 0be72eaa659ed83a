package io.faultline.signal;

/** What a cluster at some distance is good for. */
public enum DistanceBand {
    /** Within reach of the next hours: trade it. */
    ACTIONABLE,
    /** Within reach of the next days. */
    SWING,
    /** Too far to trade; says where the market leans. */
    CONTEXT
}
