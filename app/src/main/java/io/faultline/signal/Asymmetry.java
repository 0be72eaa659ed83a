package io.faultline.signal;

import io.faultline.liquidation.Bins;
import io.faultline.liquidation.cluster.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Longs below against shorts above, within some distance of price.
 *
 * @param longUsd mass of longs below
 * @param shortUsd mass of shorts above
 * @param ratio the heavier over the lighter side, null if a side is empty
 */
public record Asymmetry(
        Lean lean,
        double longUsd,
        double shortUsd,
        @Nullable Double ratio) {
    private static final double LOPSIDED = 2.0;

    /** Where price is drawn. */
    public enum Lean {
        /** Longs weigh at least twice the shorts: the magnet is below. */
        DOWN,
        /** Shorts weigh at least twice the longs: the magnet is above. */
        UP,
        BALANCED,
        /** Nothing on either side. */
        EMPTY
    }

    /** Compares two sums in USD. */
    public static Asymmetry of(double longUsd, double shortUsd) {
        if (longUsd <= 0 && shortUsd <= 0) {
            return new Asymmetry(Lean.EMPTY, longUsd, shortUsd, null);
        }
        double lighter = Math.min(longUsd, shortUsd);
        Double ratio = lighter <= 0 ? null : Double.valueOf(Math.max(longUsd, shortUsd) / lighter);
        if (ratio != null && ratio < LOPSIDED) {
            return new Asymmetry(Lean.BALANCED, longUsd, shortUsd, ratio);
        }
        return new Asymmetry(longUsd > shortUsd ? Lean.DOWN : Lean.UP, longUsd, shortUsd, ratio);
    }

    /** Sums what lies within a distance, a fraction of the mark, on the side where it is met. */
    public static Asymmetry within(Profile longs, Profile shorts, double mark, double distance) {
        int markBin = Bins.of(mark);
        return of(
                longs.sum(Bins.of(mark * (1 - distance)), markBin - 1),
                shorts.sum(markBin + 1, Bins.of(mark * (1 + distance))));
    }

    /** Shorts above less longs below, USD: negative is bearish. */
    public double netUsd() {
        return shortUsd - longUsd;
    }
}
