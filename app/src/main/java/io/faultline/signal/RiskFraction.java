package io.faultline.signal;

/** How much of the account a plan may lose, as a fraction: never above 2 %. */
public final class RiskFraction {
    private static final double CONFIRMED = 0.015;
    private static final double ORDINARY = 0.01;
    private static final double DOUBTFUL = 0.0075;
    private static final double MOST = 0.02;
    private static final double LARGE_USD = 200e6;
    private static final double SMALL_USD = 100e6;

    private RiskFraction() {}

    /**
     * What it goes by.
     *
     * @param venues whose own profile confirms the cluster
     * @param massUsd of the cluster, discounted if the user discounts
     * @param openInterestUsd of the market
     * @param eventWindow whether the user marked a window around an event
     */
    public record Inputs(
            int venues,
            double massUsd,
            double openInterestUsd,
            PathState path,
            boolean weekend,
            boolean eventWindow,
            SizeScale scale) {}

    /**
     * 1.5 % where two venues agree on a large cluster behind a hollow path, 0.75 % where one stands alone or the cluster
     * is small, else 1 %. Half of it at weekends, and half in an event's window.
     */
    public static double of(Inputs inputs) {
        double large = inputs.scale.apply(LARGE_USD, inputs.openInterestUsd);
        double small = inputs.scale.apply(SMALL_USD, inputs.openInterestUsd);
        double risk = ORDINARY;
        if (inputs.venues >= 2 && inputs.massUsd > large && inputs.path == PathState.HOLLOW) {
            risk = CONFIRMED;
        } else if (inputs.venues < 2 || inputs.massUsd < small) {
            risk = DOUBTFUL;
        }
        risk *= inputs.weekend ? 0.5 : 1;
        risk *= inputs.eventWindow ? 0.5 : 1;
        return Math.min(MOST, risk);
    }
}
