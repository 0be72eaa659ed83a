package io.faultline.alarm;

/** A step of a cluster alarm's machine. */
public record StageEvent(Kind kind, Cause cause) {
    /** What happened. */
    public enum Kind {
        /** First stage: price is near. */
        PERIMETER,
        /** Second stage: price is in. */
        ENTRY,
        /** Third stage: price is through and the next cluster is close. */
        CASCADE,
        /** Price is through, and that is that. */
        SWEPT,
        /** Price went in, and back out. */
        REJECTED,
        /** Price is far again; all stages may fire anew. */
        REARMED,
        /** The cluster dissolved while price was near. */
        WITHDRAWN
    }

    /** Who came to whom. */
    public enum Cause {
        PRICE,
        /** The cluster came, or went: with its old edge this would not have happened. */
        MIGRATION,
        CLUSTER_GONE
    }
}
