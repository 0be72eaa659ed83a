package io.faultline.liquidation;

/**
 * How far from a tier's liquidation price its positions really stand: they add margin, run odd leverage or share an
 * account. Distances are multiples of the log distance, model 4.3.
 */
@SuppressWarnings("ImmutableEnumChecker") // the arrays never leave it and are never written to
public enum Kernel {
    SPREAD(new double[] {1.0, 1.3, 1.7}, new double[] {.60, .25, .15}),
    POINT(new double[] {1.0}, new double[] {1.0});

    private final double[] multiples;
    private final double[] shares;

    Kernel(double[] multiples, double[] shares) {
        this.multiples = multiples;
        this.shares = shares;
    }

    int points() {
        return multiples.length;
    }

    double multiple(int point) {
        return multiples[point];
    }

    double share(int point) {
        return shares[point];
    }
}
