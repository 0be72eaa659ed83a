package io.faultline.signal;

/** How a cluster is traded. */
public enum PlanStyle {
    /** With the cascade, from just before the cluster to its far edge. */
    AHEAD,
    /** Against it, once the cluster is swept, back to the near edge. */
    AFTERMATH,
    /** From where price is to the near edge. */
    MAGNET
}
