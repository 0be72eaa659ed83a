package io.faultline.ledger;

import io.faultline.market.PositionSide;

/**
 * What the mark price did in a stretch of time: one sample, or a bar where nothing finer is known. Exchange time, USD.
 *
 * @param sinceMillis the end of the one before, if nothing is missing in between
 * @param millis its own end
 * @param last mark at the end
 */
public record MarkSpan(long sinceMillis, long millis, double low, double high, double last) {
    public MarkSpan {
        if (!(low > 0 && low <= last && last <= high && high < Double.POSITIVE_INFINITY) || sinceMillis > millis) {
            throw new IllegalArgumentException("no market marks " + low + " to " + high + ", last " + last);
        }
    }

    /** One sample. */
    public static MarkSpan at(long millis, double mark) {
        return new MarkSpan(millis, millis, mark, mark, mark);
    }

    /** Whether it reached a level that stands below the mark for longs, above it for shorts. */
    boolean reaches(PositionSide side, double level) {
        return side == PositionSide.LONG ? low <= level : high >= level;
    }

    /** How far its end lies back on the side from which a level is met, as a fraction of price; negative beyond it. */
    double backFrom(PositionSide side, double level) {
        return (side == PositionSide.LONG ? last - level : level - last) / last;
    }

    MarkSpan joined(MarkSpan later) {
        return new MarkSpan(
                sinceMillis, later.millis, Math.min(low, later.low), Math.max(high, later.high), later.last);
    }
}
