package io.faultline.signal;

import org.jspecify.annotations.Nullable;

/**
 * Whether one side is ready to cascade: each condition with its figure. The score ranks; the state decides.
 *
 * @param score 0 to 100; open interest and volume earn points below their bars too
 */
public record CascadeSetup(Stacked stacked, Rising rising, Quiet quiet, double score) {
    /** Verdict. */
    public enum State {
        /** All three conditions hold. */
        SET,
        /** Clusters are stacked, and one other condition holds. */
        PARTIAL,
        NONE
    }

    /**
     * Clusters behind one another.
     *
     * @param clusters in a row from the nearest one on
     */
    public record Stacked(int clusters, boolean met) {}

    /**
     * Open interest builds up while price goes nowhere.
     *
     * @param openInterestChange of 4 h, a fraction; null if not known
     * @param range of 4 h, a fraction of price; null if not known
     */
    public record Rising(
            @Nullable Double openInterestChange, @Nullable Double range, boolean met) {}

    /**
     * Volume dries up.
     *
     * @param ratio hourly volume of 4 h over that of 24 h; null if not known
     */
    public record Quiet(@Nullable Double ratio, boolean met) {}

    public State state() {
        if (!stacked.met || !(rising.met || quiet.met)) {
            return State.NONE;
        }
        return rising.met && quiet.met ? State.SET : State.PARTIAL;
    }
}
