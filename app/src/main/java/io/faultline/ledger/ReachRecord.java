package io.faultline.ledger;

import io.faultline.market.PositionSide;
import io.faultline.signal.DistanceBand;
import io.faultline.signal.FundingFlag;
import io.faultline.signal.PathState;
import io.faultline.signal.SizeBand;

/**
 * A cluster that was named before price was there, and what became of it within 24 h. Its edges stay as they were then:
 * what the cluster did afterwards is no part of the prediction.
 *
 * @param basis what made it a prediction at that moment
 * @param mark when it was made
 * @param near the edge that price meets first
 * @param expectedUsd what of its mass is expected to be reported
 * @param path as it was judged then
 * @param squeeze funding under the rule {@code SQUEEZE}; under {@code CARRY} agreement and contradiction change places
 * @param touchedMillis when the mark reached the near edge; 0 if it has not
 */
public record ReachRecord(
        int trackId,
        String name,
        PositionSide side,
        Basis basis,
        long atMillis,
        double mark,
        double near,
        double far,
        double massUsd,
        double openInterestUsd,
        double expectedUsd,
        SizeBand size,
        DistanceBand band,
        PathState path,
        FundingFlag squeeze,
        long touchedMillis,
        Outcome outcome)
        implements LedgerEntry {
    /** Back on the near side by this much, price has turned: the alarm's exit, model 16. */
    private static final double TURNED = .0015;

    /** What made it a prediction. */
    public enum Basis {
        /** The cluster was shown for the first time. */
        SHOWN,
        /** Its path could be judged for the first time: for many clusters only when price comes close. */
        PATH_JUDGED
    }

    /** What became of it. */
    public enum Outcome {
        UNTOUCHED,
        /** Touched, and neither of the others yet. */
        INSIDE,
        /** The mark came back before it had reached the far edge. */
        REVERSED,
        /** The mark reached the far edge. */
        THROUGH;

        boolean isDecided() {
            return this == REVERSED || this == THROUGH;
        }

        /** After another stretch of the mark; where a bar did both, it first went as far as it went. */
        Outcome after(MarkSpan span, PositionSide side, double near, double far) {
            if (isDecided() || (this == UNTOUCHED && !span.reaches(side, near))) {
                return this;
            }
            if (span.reaches(side, far)) {
                return THROUGH;
            }
            return span.backFrom(side, near) >= TURNED ? REVERSED : INSIDE;
        }
    }

    /** From the mark to the near edge when it was made, a fraction of the mark. */
    public double distance() {
        return Math.abs(near - mark) / mark;
    }

    public boolean isTouched() {
        return outcome != Outcome.UNTOUCHED;
    }

    public boolean isTouchedWithin(Horizon horizon) {
        return isTouched() && touchedMillis - atMillis <= horizon.millis();
    }

    ReachRecord after(MarkSpan span) {
        if (outcome.isDecided() || span.millis() <= atMillis || span.millis() > atMillis + Horizon.H24.millis()) {
            return this;
        }
        Outcome next = outcome.after(span, side, near, far);
        return next == outcome ? this : with(isTouched() ? touchedMillis : span.millis(), next);
    }

    boolean isDue(long millis) {
        return millis >= atMillis + Horizon.H24.millis();
    }

    private ReachRecord with(long touched, Outcome now) {
        return new ReachRecord(
                trackId,
                name,
                side,
                basis,
                atMillis,
                mark,
                near,
                far,
                massUsd,
                openInterestUsd,
                expectedUsd,
                size,
                band,
                path,
                squeeze,
                touched,
                now);
    }
}
