package io.faultline.ledger;

import io.faultline.liquidation.Bins;
import io.faultline.market.PositionSide;

/**
 * How like a modelled profile is to the true one, where that is known: Pearson's r of logarithms, model 24.5. Both are
 * smoothed by 1.5 bins and summed in pairs, from .3 % to 15 % of the mark: longs below it, shorts above. The model is
 * scaled to the truth's total, so that only the shape counts.
 */
public final class ProfileScore {
    private static final double NEAREST = .003;
    private static final double FURTHEST = .15;
    private static final double SIGMA_BINS = 1.5;
    private static final int REACH = (int) (4 * SIGMA_BINS + .5);
    private static final double FLOOR_OI_SHARE = 1e-5;
    private static final double[] WEIGHTS = weights();

    private final double mark;
    private final double epsilonUsd;
    private final double[] truth;

    /** Mass by side and absolute bin of {@link Bins}, USD. */
    @FunctionalInterface
    public interface Mass {
        double usd(PositionSide side, int bin);
    }

    /** @param openInterestUsd of which a hundred-thousandth is added to every bin, so that an empty one has a logarithm */
    public ProfileScore(double mark, double openInterestUsd, Mass truth) {
        this.mark = mark;
        epsilonUsd = FLOOR_OI_SHARE * openInterestUsd;
        this.truth = inScope(truth);
    }

    private static double[] weights() {
        double[] weights = new double[2 * REACH + 1];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double away = (i - REACH) / SIGMA_BINS;
            weights[i] = Math.exp(-away * away / 2);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    /** r against the truth; NaN if the profile or the truth is empty. */
    public double of(Mass model) {
        double[] modelled = inScope(model);
        boolean isEmpty = !(sum(modelled) > 0) || !(sum(truth) > 0);
        return isEmpty ? Double.NaN : Skill.logMassCorrelation(modelled, truth, epsilonUsd);
    }

    /** The profile's total over the truth's, within the same range; NaN if the truth is empty. */
    public double levelOf(Mass model) {
        return sum(inScope(model)) / sum(truth);
    }

    private double[] inScope(Mass mass) {
        int lowestLong = Bins.firstAtOrAbove(mark * (1 - FURTHEST));
        int highestLong = Bins.lastAtOrBelow(mark * (1 - NEAREST));
        int lowestShort = Bins.firstAtOrAbove(mark * (1 + NEAREST));
        int highestShort = Bins.lastAtOrBelow(mark * (1 + FURTHEST));
        int longPairs = (highestLong - lowestLong + 1) / 2;
        int shortPairs = (highestShort - lowestShort + 1) / 2;
        double[] pairs = new double[longPairs + shortPairs];
        // Pairs are counted from the mark outwards; an odd bin at the far end is left out.
        for (int i = 0; i < longPairs; i++) {
            int bin = highestLong - 2 * i;
            pairs[i] = smoothed(mass, PositionSide.LONG, bin) + smoothed(mass, PositionSide.LONG, bin - 1);
        }
        for (int i = 0; i < shortPairs; i++) {
            int bin = lowestShort + 2 * i;
            pairs[longPairs + i] =
                    smoothed(mass, PositionSide.SHORT, bin) + smoothed(mass, PositionSide.SHORT, bin + 1);
        }
        return pairs;
    }

    private static double smoothed(Mass mass, PositionSide side, int bin) {
        double usd = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            usd += WEIGHTS[i] * mass.usd(side, bin + i - REACH);
        }
        return usd;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
