package io.faultline.ledger;

import io.faultline.market.PositionSide;

/**
 * An hour at which one side weighed at least twice the other, and whose nearest cluster was touched first within 24 h. The
 * nearer of two levels is touched first more often whatever stands there; so the same is asked of the two levels as far
 * away on the other side of the mark, where nothing stands.
 *
 * @param mark at that hour
 * @param longNear near edge of the nearest cluster of longs
 * @param shortNear near edge of the nearest cluster of shorts
 * @param mirrored which of the mirrored levels was touched first: that of the longs stands above
 */
public record HeavierFirst(
        long atMillis,
        PositionSide heavier,
        double mark,
        double longNear,
        double shortNear,
        First first,
        First mirrored)
        implements LedgerEntry {
    /** Which was touched first. */
    public enum First {
        NEITHER,
        LONG,
        SHORT,
        /** A bar touched both, and does not tell which was first. */
        NOT_KNOWN;

        /** Whether it is known. */
        public boolean isDecided() {
            return this == LONG || this == SHORT;
        }

        private First after(boolean longs, boolean shorts) {
            if (this != NEITHER || (!longs && !shorts)) {
                return this;
            }
            if (longs && shorts) {
                return NOT_KNOWN;
            }
            return longs ? LONG : SHORT;
        }
    }

    static HeavierFirst of(long millis, PositionSide heavier, double mark, double longNear, double shortNear) {
        return new HeavierFirst(millis, heavier, mark, longNear, shortNear, First.NEITHER, First.NEITHER);
    }

    HeavierFirst after(MarkSpan span) {
        if (span.millis() <= atMillis || span.millis() > atMillis + Horizon.H24.millis()) {
            return this;
        }
        First now = first.after(span.low() <= longNear, span.high() >= shortNear);
        First mirroredNow =
                mirrored.after(span.high() >= mark * mark / longNear, span.low() <= mark * mark / shortNear);
        return now == first && mirroredNow == mirrored
                ? this
                : new HeavierFirst(atMillis, heavier, mark, longNear, shortNear, now, mirroredNow);
    }

    boolean isDue(long millis) {
        return (first != First.NEITHER && mirrored != First.NEITHER) || millis >= atMillis + Horizon.H24.millis();
    }

    boolean isHeavier(First which) {
        return which == (heavier == PositionSide.LONG ? First.LONG : First.SHORT);
    }
}
