package io.faultline.liquidation;

/**
 * Which side is heavier around the mark.
 *
 * @param ratio of the heavier side to the other; NaN if one is empty
 */
public record Asymmetry(Lean lean, double ratio) {
    private static final double HEAVY = 2;

    /** Where the heavier side would pull price: longs lie below. */
    public enum Lean {
        DOWN,
        UP,
        BALANCED,
        EMPTY
    }

    static Asymmetry of(double longUsd, double shortUsd) {
        if (longUsd <= 0 && shortUsd <= 0) {
            return new Asymmetry(Lean.EMPTY, Double.NaN);
        }
        double less = Math.min(longUsd, shortUsd);
        double ratio = less <= 0 ? Double.NaN : Math.max(longUsd, shortUsd) / less;
        if (ratio < HEAVY) {
            return new Asymmetry(Lean.BALANCED, ratio);
        }
        return new Asymmetry(longUsd > shortUsd ? Lean.DOWN : Lean.UP, ratio);
    }
}
