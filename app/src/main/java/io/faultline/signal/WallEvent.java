package io.faultline.signal;

/**
 * Something that a wall did.
 *
 * @param wall as large as it was before
 */
public record WallEvent(Kind kind, Wall wall, long millis) {
    /** What it did. */
    public enum Kind {
        /** Half of it or more was traded away, and it was back within seconds: somebody absorbs. */
        REFILLED,
        /** It went as price came, and not by trades: a spoof. */
        PULLED,
        /** It went, by trades for the most part. */
        EATEN,
        /** It went otherwise. */
        LEFT
    }
}
