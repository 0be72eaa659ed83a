package io.faultline.liquidation;

import java.util.Arrays;

/** What share of opened notional each tier gets, model 4.3. Sums to 1. */
public final class TierWeights {
    public static final TierWeights DEFAULT = of(.10, .14, .22, .16, .12, .12, .06, .05, .03);

    private final double[] shares;

    private TierWeights(double[] shares) {
        this.shares = shares;
    }

    /**
     * Weights in the order of {@link Tier}, in any unit.
     *
     * @throws IllegalArgumentException if they are not nine, one is negative, or all are 0
     */
    public static TierWeights of(double... weights) {
        if (weights.length != Tier.COUNT) {
            throw new IllegalArgumentException("nine tier weights are needed, not " + weights.length);
        }
        double sum = 0;
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("a tier weight must be 0 or more, is " + weight);
            }
            sum += weight;
        }
        if (!(sum > 0)) {
            throw new IllegalArgumentException("at least one tier weight must be above 0");
        }
        double[] shares = weights.clone();
        for (int k = 0; k < shares.length; k++) {
            shares[k] /= sum;
        }
        return new TierWeights(shares);
    }

    /** Shares as {@link #of(Tier)} gave them, to the bit. */
    static TierWeights restored(double[] shares) {
        TierWeights checked = of(shares);
        return Math.abs(Arrays.stream(shares).sum() - 1) < 1e-9 ? new TierWeights(shares.clone()) : checked;
    }

    public double of(Tier tier) {
        return shares[tier.index()];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TierWeights weights && Arrays.equals(shares, weights.shares);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(shares);
    }

    @Override
    public String toString() {
        return Arrays.toString(shares);
    }
}
