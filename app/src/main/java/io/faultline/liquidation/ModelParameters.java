package io.faultline.liquidation;

/**
 * What a user may change about the grid, model 9. A change makes another model: its state starts again from the inputs,
 * and its results are never pooled with those of the model before.
 *
 * @param weights of the tiers
 * @param churnShare η: share of balanced turnover that replaces one holder by another
 * @param takerWeight ω_T: how much of what takers open is levered
 * @param makerWeight ω_M: the same for makers
 * @param halfLifeHours h: after which half of a 10x tier has left without a trace in open interest
 * @param holdExponent how much faster higher leverage leaves
 * @param closeExponent α: how much sooner higher leverage closes
 * @param stepSeconds Δ: length of a live step
 */
public record ModelParameters(
        TierWeights weights,
        Kernel kernel,
        double churnShare,
        double takerWeight,
        double makerWeight,
        double halfLifeHours,
        double holdExponent,
        double closeExponent,
        int stepSeconds) {
    public static final Range CHURN_SHARE = new Range("churn share", 0, 1);
    public static final Range TAKER_WEIGHT = new Range("taker weight", 0, 1);
    public static final Range MAKER_WEIGHT = new Range("maker weight", 0, 1);
    public static final Range HALF_LIFE_HOURS = new Range("half-life in hours", 24, 720);
    public static final Range HOLD_EXPONENT = new Range("holding exponent", 0, 1);
    public static final Range CLOSE_EXPONENT = new Range("closing exponent", 0, 1);
    public static final Range STEP_SECONDS = new Range("step in seconds", 5, 60);

    public static final ModelParameters DEFAULT =
            new ModelParameters(TierWeights.DEFAULT, Kernel.SPREAD, .10, 1, .45, 168, 1, 1, 10);

    /** The values a parameter may take, both ends included. */
    public record Range(String name, double least, double most) {
        void check(double value) {
            if (!(value >= least && value <= most)) {
                throw new IllegalArgumentException(
                        "the " + name + " must be from " + least + " to " + most + ", is " + value);
            }
        }
    }

    /** @throws IllegalArgumentException naming the parameter that is out of its range */
    public ModelParameters {
        CHURN_SHARE.check(churnShare);
        TAKER_WEIGHT.check(takerWeight);
        MAKER_WEIGHT.check(makerWeight);
        HALF_LIFE_HOURS.check(halfLifeHours);
        HOLD_EXPONENT.check(holdExponent);
        CLOSE_EXPONENT.check(closeExponent);
        STEP_SECONDS.check(stepSeconds);
    }

    public ModelParameters withWeights(TierWeights other) {
        return new ModelParameters(
                other,
                kernel,
                churnShare,
                takerWeight,
                makerWeight,
                halfLifeHours,
                holdExponent,
                closeExponent,
                stepSeconds);
    }

    public ModelParameters withKernel(Kernel other) {
        return new ModelParameters(
                weights,
                other,
                churnShare,
                takerWeight,
                makerWeight,
                halfLifeHours,
                holdExponent,
                closeExponent,
                stepSeconds);
    }

    public ModelParameters withChurnShare(double other) {
        return new ModelParameters(
                weights,
                kernel,
                other,
                takerWeight,
                makerWeight,
                halfLifeHours,
                holdExponent,
                closeExponent,
                stepSeconds);
    }

    public ModelParameters withStepSeconds(int other) {
        return new ModelParameters(
                weights,
                kernel,
                churnShare,
                takerWeight,
                makerWeight,
                halfLifeHours,
                holdExponent,
                closeExponent,
                other);
    }
}
