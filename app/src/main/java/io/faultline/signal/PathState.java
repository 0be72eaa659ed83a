package io.faultline.signal;

/** What stands between price and a cluster. */
public enum PathState {
    /** Price is at the near edge or past it. */
    INSIDE,
    /** The public book does not reach that far, which is not the same as thin. */
    UNKNOWN,
    /** A wall stands before the near edge. */
    DEFENDED,
    /** Little stands in the way, for the size of the cluster. */
    HOLLOW,
    OPEN
}
