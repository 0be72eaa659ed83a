package io.faultline.alarm;

/** Where price stands to an armed cluster. */
public enum Stage {
    IDLE,
    /** Within the perimeter. */
    NEAR,
    /** Past the near edge. */
    INSIDE,
    /** Through, with another cluster close behind. */
    CONFIRMED,
    /** Through, with nothing close behind. */
    SWEPT;

    /**
     * Whether the edges stay where they were: from the entry on the sweep itself eats the cluster, and a live edge would
     * run away from price.
     */
    public boolean frozen() {
        return this == INSIDE || this == CONFIRMED || this == SWEPT;
    }
}
