package io.faultline.desk;

import io.faultline.market.Side;
import io.faultline.market.Venue;
import org.jspecify.annotations.Nullable;

/**
 * A label on the tape, for row and chart: it says what was seen, and is no signal to trade.
 *
 * @param millis event time, since 1970
 * @param price where: of a wall its middle, else the mark
 * @param side of the book that it happened to; bids for long clusters
 * @param venue whose book; null where it is no matter of one
 * @param cluster name of the cluster; empty where it is no matter of one
 * @param trackId its number, else 0
 * @param usd of the wall as it was, or forced so far; NaN where neither means anything
 */
public record TapeLabel(
        Kind kind,
        long millis,
        double price,
        Side side,
        @Nullable Venue venue,
        String cluster,
        int trackId,
        double usd) {
    /** What was seen. */
    public enum Kind {
        /** A wall was half eaten, and back within seconds. */
        REFILLED,
        /** A wall went as price came, and not by trades. */
        PULLED,
        /** A wall went by trades. */
        EATEN,
        /** A wall went otherwise: slowly, or while price was far. */
        LEFT,
        /** The first forced prints, with takers pushing into the cluster. */
        CASCADE_BEGAN,
        /** The book takes what is forced into it. */
        ABSORBED,
        /** The forced volume has run out. */
        EXHAUSTED,
        /** Price is back on the old side of a cluster's near edge. */
        EDGE_RECLAIMED,
        /** A bar shot into a cluster and came back on heavy volume. */
        LONG_WICK
    }
}
