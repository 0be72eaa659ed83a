package io.faultline.liquidation;

/**
 * What share of swept mass one venue reports as liquidated on one side, learned as it goes: a gamma prior on the share,
 * counted in USD, which is forgotten towards the prior, model 5.
 */
final class Calibration {
    /** c0, the share before anything was seen. */
    static final double PRIOR_SHARE = .06;

    private static final double PRIOR_OI_SHARE = .01;
    private static final double HALF_LIFE_HOURS = 336;

    /** u0: USD of a single forced event until the spread of the data says more. */
    private static final double PRIOR_EVENT_USD = 25_000;

    private double forcedUsd;
    private double sweptUsd;
    private double eventUsd = PRIOR_EVENT_USD;
    private double surprise;
    private double exposure;

    /** @param oiUsd open interest; NaN where unknown */
    Calibration(double oiUsd) {
        sweptUsd = priorStrength(oiUsd);
        forcedUsd = PRIOR_SHARE * sweptUsd;
    }

    private Calibration(Calibration other) {
        forcedUsd = other.forcedUsd;
        sweptUsd = other.sweptUsd;
        eventUsd = other.eventUsd;
        surprise = other.surprise;
        exposure = other.exposure;
    }

    private Calibration(double[] figures) {
        forcedUsd = figures[0];
        sweptUsd = figures[1];
        eventUsd = figures[2];
        surprise = figures[3];
        exposure = figures[4];
    }

    static final int FIGURES = 5;

    /** What {@link #figures} gave. */
    static Calibration restored(double[] figures) {
        return new Calibration(figures);
    }

    double[] figures() {
        return new double[] {forcedUsd, sweptUsd, eventUsd, surprise, exposure};
    }

    Calibration copy() {
        return new Calibration(this);
    }

    private static double priorStrength(double oiUsd) {
        return oiUsd > 0 ? Math.max(PRIOR_OI_SHARE * oiUsd, 1) : 1;
    }

    /**
     * @param oiUsd open interest before the step; NaN where unknown
     * @param swept mass swept in the step, USD
     * @param forced reported forced volume of the step, USD; NaN without a feed
     */
    void step(double oiUsd, double swept, double forced, double seconds) {
        double forgetting = Math.pow(.5, seconds / 3600 / HALF_LIFE_HOURS);
        double strength = priorStrength(oiUsd);
        double prior = PRIOR_SHARE * strength;
        forcedUsd = prior + forgetting * Math.max(forcedUsd - prior, -.9 * prior);
        sweptUsd = strength + forgetting * Math.max(sweptUsd - strength, 0);
        if (Double.isNaN(forced) || (swept <= 0 && forced <= 0)) {
            return;
        }
        double expected = share() * swept;
        surprise = forgetting * surprise + (forced - expected) * (forced - expected);
        exposure = forgetting * exposure + Math.max(expected, 1);
        eventUsd = exposure > 10 * PRIOR_EVENT_USD ? Math.max(PRIOR_EVENT_USD, surprise / exposure) : PRIOR_EVENT_USD;
        forcedUsd += forced;
        sweptUsd += swept;
    }

    /** c, the share expected of the next swept dollar. */
    double share() {
        return forcedUsd / sweptUsd;
    }

    /** a: reported USD behind the share. */
    double forcedUsd() {
        return forcedUsd;
    }

    /** b: swept USD behind the share. */
    double sweptUsd() {
        return sweptUsd;
    }

    /** u: USD of one forced event, as the spread of the data has it. */
    double eventUsd() {
        return eventUsd;
    }

    /** The share and how sure it is, as they stand. */
    ReportedShare reported() {
        return new ReportedShare(forcedUsd, sweptUsd, eventUsd);
    }

    /** What is expected of a mass, with how sure that is. */
    ForcedFlow expect(double massUsd) {
        return ForcedFlow.of(massUsd, forcedUsd, sweptUsd, eventUsd);
    }
}
