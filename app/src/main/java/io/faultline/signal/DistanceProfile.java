package io.faultline.signal;

/** The two published sets of distance bands. Both assume ordinary volatility. A bound belongs to the nearer band. */
public enum DistanceProfile {
    /** To 1.5 % and 3 %. */
    NARROW(0.015, 0.03),
    /** To 2 % (1–4 h) and 5 % (12–72 h). */
    WIDE(0.02, 0.05);

    private final double actionable;
    private final double swing;

    DistanceProfile(double actionable, double swing) {
        this.actionable = actionable;
        this.swing = swing;
    }

    /** Outer bound of {@link DistanceBand#ACTIONABLE}, a fraction of price. */
    public double innerBound() {
        return actionable;
    }

    /** Outer bound of {@link DistanceBand#SWING}, a fraction of price. */
    public double outerBound() {
        return swing;
    }

    /** The band of a distance, a fraction of price of either sign. */
    public DistanceBand band(double distance) {
        double way = Math.abs(distance);
        if (way <= actionable) {
            return DistanceBand.ACTIONABLE;
        }
        return way <= swing ? DistanceBand.SWING : DistanceBand.CONTEXT;
    }
}
