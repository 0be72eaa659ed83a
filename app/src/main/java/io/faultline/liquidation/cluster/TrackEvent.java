package io.faultline.liquidation.cluster;

/**
 * Something that happened to a cluster's identity.
 *
 * @param trackId {@link Track#id()}
 */
public record TrackEvent(Kind kind, int trackId) {
    /** What happened. */
    public enum Kind {
        /** Seen often enough in a row. */
        BORN,
        /** Its centroid has moved past the bar for the first time. */
        MIGRATED,
        /** Missed too often in a row. */
        DIED,
        /** A new candidate that overlaps a cluster which went on elsewhere, its {@link Track#parentId()}. */
        SPLIT
    }
}
