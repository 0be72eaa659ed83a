package io.faultline.signal;

import org.jspecify.annotations.Nullable;

/**
 * Whether the book takes what is forced into it: at least half of what was eaten is put back, and price moves at most
 * half as far for the money as it usually does.
 *
 * @param refillRatio put back over eaten; null before anything was forced and eaten
 * @param impactTimes move per forced USD over the usual one; null if the usual is not known
 */
public record Absorption(
        boolean absorbed,
        @Nullable Double refillRatio,
        @Nullable Double impactTimes) {
    private static final double LEAST_REFILL = 0.5;
    private static final double MOST_IMPACT = 0.5;

    /**
     * @param forcedUsd forced since the cluster was entered
     * @param moveBps that price went since, of either sign
     * @param refillUsd put back within 3 s of being eaten
     * @param eatenUsd taken out of the side that is hit
     * @param usualBpsPerMillionUsd 0 if not known
     */
    public static Absorption of(
            double forcedUsd, double moveBps, double refillUsd, double eatenUsd, double usualBpsPerMillionUsd) {
        if (forcedUsd <= 0 || eatenUsd <= 0) {
            return new Absorption(false, null, null);
        }
        double refill = refillUsd / eatenUsd;
        double impact = Math.abs(moveBps) / (forcedUsd / 1e6);
        Double times = usualBpsPerMillionUsd > 0 ? Double.valueOf(impact / usualBpsPerMillionUsd) : null;
        return new Absorption(refill >= LEAST_REFILL && times != null && times <= MOST_IMPACT, refill, times);
    }
}
