package io.faultline.liquidation;

/**
 * Reported forced volume to be expected of some mass, USD: mean and variance. Flows of several venues or sides are
 * added; only the sum is made a band, model 5.
 */
public record ForcedFlow(double meanUsd, double variance) {
    public static final ForcedFlow NONE = new ForcedFlow(0, 0);

    private static final double Z80 = 1.2815515655446004;

    /** Below this shape nearly all weight is at 0 and the cube-root approximation fails. */
    private static final double SMALL_SHAPE = .1;

    private static final double EULER = .5772156649;
    private static final double HALF_ZETA_2 = .8224670334;

    /**
     * @param forcedUsd a of the calibration
     * @param sweptUsd b of the calibration
     * @param eventUsd u of the calibration
     */
    static ForcedFlow of(double massUsd, double forcedUsd, double sweptUsd, double eventUsd) {
        double mean = forcedUsd / sweptUsd * massUsd;
        double variance = mean * eventUsd + massUsd * massUsd * forcedUsd * eventUsd / (sweptUsd * sweptUsd);
        return new ForcedFlow(mean, variance);
    }

    public ForcedFlow plus(ForcedFlow other) {
        return new ForcedFlow(meanUsd + other.meanUsd, variance + other.variance);
    }

    /** Lower end of the 80 % band, USD. */
    public double lowUsd() {
        return shape() >= SMALL_SHAPE ? quantile(-Z80) : 0;
    }

    /** Upper end of the 80 % band, USD. */
    public double highUsd() {
        if (meanUsd <= 0) {
            return 0;
        }
        double shape = shape();
        if (shape >= SMALL_SHAPE) {
            return quantile(Z80);
        }
        double gamma = Math.exp(-EULER * shape + HALF_ZETA_2 * shape * shape);
        return Math.max(meanUsd, variance / meanUsd * Math.pow(.9 * gamma, 1 / shape));
    }

    private double shape() {
        return meanUsd > 0 ? meanUsd * meanUsd / variance : 0;
    }

    /** The cube root of a gamma variable is nearly normal (Wilson and Hilferty). */
    private double quantile(double z) {
        double shape = shape();
        double t = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
        return t > 0 ? meanUsd * t * t * t : 0;
    }
}
